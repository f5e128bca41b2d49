// What is looked at, kept in the address behind #, so that a link or a reload leads to the same view.

const FRESH = {
  document: "", tab: "findings", selected: "", page: "1",
  severity: "", check: "", onPage: "", mark: "",
  query: "", measure: "", period: "", origin: "", table: "",
  language: "", unit: "",
};

export const state = { ...FRESH };

const listeners = [];

/** Calls act(changed names) after each change. */
export function onChange(act) { listeners.push(act); }

function read(defaults) {
  const given = new URLSearchParams(location.hash.slice(1));
  return Object.fromEntries(Object.keys(FRESH).map((name) => [name, given.get(name) || (defaults[name] ?? FRESH[name])]));
}

function write() {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) if (value !== FRESH[name]) given.set(name, value);
  const hash = "#" + given.toString();
  if (hash !== location.hash && (hash !== "#" || location.hash)) history.replaceState(null, "", hash);
}

/** Takes new values and tells everyone. */
export function change(values) {
  const changed = Object.keys(values).filter((name) => state[name] !== String(values[name]));
  if (changed.length === 0) return;
  for (const name of changed) state[name] = String(values[name]);
  write();
  for (const act of listeners) act(new Set(changed));
}

/** Notes where the reader is, without telling anyone. */
export function note(values) { Object.assign(state, values); write(); }

/** Begins with what the address says, and follows it when it is edited. */
export function start(defaults) {
  Object.assign(state, read(defaults));
  addEventListener("hashchange", () => change(read(defaults)));
}
