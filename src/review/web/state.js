// What is looked at, kept in the address behind #, so that a link or a reload leads to the same view.

const FRESH = {
  document: "", tab: "findings", selected: "", page: "1",
  severity: "", check: "", onPage: "", mark: "",
  query: "", measure: "", period: "", origin: "", table: "",
  language: "", unit: "", view: "", find: "", year: "", kind: "", sort: "",
};

export const state = { ...FRESH };

const listeners = [];

/** Calls act(changed names) after each change. */
export function onChange(act) { listeners.push(act); }

function read(defaults) {
  const given = new URLSearchParams(location.hash.slice(1));
  return Object.fromEntries(Object.keys(FRESH).map((name) => [name, given.get(name) || (defaults[name] ?? FRESH[name])]));
}

/** What is a place of its own: leaving it is a step that Back undoes. */
const PLACES = ["document", "tab", "table", "view"];

function write(isStep) {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) if (value !== FRESH[name]) given.set(name, value);
  const hash = "#" + given.toString();
  if (hash === location.hash || (hash === "#" && !location.hash)) return;
  if (isStep) history.pushState(null, "", hash);
  else history.replaceState(null, "", hash);
}

/** Takes new values and tells everyone. */
export function change(values) {
  const changed = Object.keys(values).filter((name) => state[name] !== String(values[name]));
  if (changed.length === 0) return;
  for (const name of changed) state[name] = String(values[name]);
  write(changed.some((name) => PLACES.includes(name)));
  for (const act of listeners) act(new Set(changed));
}

/** Notes where the reader is, without telling anyone. */
export function note(values) { Object.assign(state, values); write(false); }

/** Begins with what the address says, and follows it when it is edited. */
export function start(defaults) {
  Object.assign(state, read(defaults));
  const follow = () => {
    const given = read(defaults);
    const changed = Object.keys(given).filter((name) => state[name] !== given[name]);
    if (changed.length === 0) return;
    Object.assign(state, given);
    for (const act of listeners) act(new Set(changed));
  };
  addEventListener("hashchange", follow);
  addEventListener("popstate", follow);
}
