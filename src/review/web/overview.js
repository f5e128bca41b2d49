// The list of all documents, one line each: searched, filtered and sorted, all of it in the address.
import { choice, element } from "./dom.js";
import { kindWords } from "./labels.js";
import { change, state } from "./state.js";
import { say } from "./words.js";

const COLUMNS = ["body", "year", "kind", "pages", "statutory", "error", "warning", "info", "failed"];

/** What a column is sorted by: the most of a number first, names from the beginning. */
const KEYS = {
  body: (each) => each.publisher || each.title || each.path,
  year: (each) => each.fiscal_year ?? 0,
  kind: (each) => kindWords(each),
  pages: (each) => each.page_count,
  statutory: (each) => each.statutory_tables ?? 0,
  error: (each) => each.findings.error,
  warning: (each) => each.findings.warning,
  info: (each) => each.findings.info,
  failed: (each) => each.checks_failed,
};

const holds = (each) => [each.publisher, each.title, each.path].some((words) => (words ?? "").includes(state.find));

function isWanted(each) {
  return holds(each) && (!state.year || String(each.fiscal_year) === state.year) && (!state.kind || kindWords(each) === state.kind) &&
    (state.severity !== "error" || each.findings.error + each.findings.warning > 0);
}

function compared(a, b) {
  const key = KEYS[state.sort];
  const [left, right] = [key(a.each), key(b.each)];
  return typeof left === "number" ? right - left : left.localeCompare(right, "zh");
}

function finder(documents) {
  const years = [...new Set(documents.map((each) => each.fiscal_year).filter(Boolean))].sort((a, b) => b - a);
  const kinds = [...new Set(documents.map(kindWords).filter(Boolean))];
  const field = element("input", { type: "search", class: "search", "aria-label": say("findDocument"), placeholder: say("findDocument"),
    oninput: () => change({ find: field.value.trim() }) });
  field.value = state.find;
  return element("div", { class: "finder" }, field,
    choice(say("year"), [["", say("allPeriods")], ...years.map((year) => [year, say("yearOf", year)])], state.year, (year) => change({ year })),
    choice(say("kind"), [["", say("allKinds")], ...kinds.map((kind) => [kind, kind])], state.kind, (kind) => change({ kind })),
    element("button", { type: "button", "aria-pressed": String(state.severity === "error"),
      onclick: () => change({ severity: state.severity === "error" ? "" : "error" }) }, say("withFindings")));
}

function line({ each, index }) {
  return element("tr", {},
    element("td", {}, element("button", { type: "button", class: "link",
      onclick: () => change({ document: index, selected: "", page: "1", table: "", check: "", onPage: "", query: "", severity: "" }) },
      each.publisher || each.title || each.path), element("small", {}, each.title && each.publisher ? each.title : each.title ? each.path : "")),
    element("td", {}, each.fiscal_year === null ? "" : String(each.fiscal_year)),
    element("td", {}, kindWords(each)),
    element("td", { class: "number" }, String(each.page_count)),
    element("td", { class: "number" }, each.statutory_tables === null ? "" : `${each.statutory_tables}/9`),
    ["error", "warning", "info"].map((severity) =>
      element("td", { class: `number ${each.findings[severity] > 0 ? severity : ""}` }, String(each.findings[severity]))),
    element("td", { class: "number" }, `${each.checks_failed}/${each.checks_made}`));
}

/** The overview; opening a line shows that document. */
export function overview(documents) {
  const wanted = documents.map((each, index) => ({ each, index })).filter(({ each }) => isWanted(each));
  if (KEYS[state.sort]) wanted.sort(compared);
  return element("section", { class: "overview" },
    element("h1", {}, wanted.length === documents.length ? say("documents", documents.length) : say("count", wanted.length, documents.length)),
    finder(documents),
    element("div", { class: "scroll" }, element("table", { class: "list" },
      element("thead", {}, element("tr", {}, COLUMNS.map((name, place) =>
        element("th", { scope: "col", class: place > 2 ? "number" : "", "aria-sort": state.sort === name ? "other" : "none" },
          element("button", { type: "button", onclick: () => change({ sort: state.sort === name ? "" : name }) }, say(name)))))),
      element("tbody", {}, wanted.map(line)))));
}
