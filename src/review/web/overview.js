// The list of all documents, one line each.
import { element } from "./dom.js";
import { kindWords } from "./labels.js";
import { change } from "./state.js";
import { say } from "./words.js";

/** The overview; opening a line shows that document. */
export function overview(documents) {
  const head = ["body", "year", "kind", "pages", "statutory", "error", "warning", "info", "failed"];
  const line = (each, index) => element("tr", {},
    element("td", {}, element("button", { type: "button", class: "link",
      onclick: () => change({ document: index, selected: "", page: "1", table: "", check: "", onPage: "", query: "" }) },
      each.publisher || each.title || each.path), element("small", {}, each.title && each.publisher ? each.title : each.title ? each.path : "")),
    element("td", {}, each.fiscal_year === null ? "" : String(each.fiscal_year)),
    element("td", {}, kindWords(each)),
    element("td", { class: "number" }, String(each.page_count)),
    element("td", { class: "number" }, each.statutory_tables === null ? "" : `${each.statutory_tables}/9`),
    ["error", "warning", "info"].map((severity) =>
      element("td", { class: `number ${each.findings[severity] > 0 ? severity : ""}` }, String(each.findings[severity]))),
    element("td", { class: "number" }, `${each.checks_failed}/${each.checks_made}`));
  return element("section", { class: "overview" }, element("h1", {}, say("documents", documents.length)),
    element("div", { class: "scroll" }, element("table", { class: "list" },
      element("thead", {}, element("tr", {}, head.map((name, place) =>
        element("th", { scope: "col", class: place > 2 ? "number" : "" }, say(name))))),
      element("tbody", {}, documents.map(line)))));
}
