// The tab of checks: what was checked and held, what could not be checked and why, and which
// statutory tables were read.
import { element, growingList } from "./dom.js";
import { pagesWords } from "./labels.js";
import { change, state } from "./state.js";
import { inLanguage, say, sayCheck, statutoryTables } from "./words.js";

function summary({ held, held_within_rounding: within, failed, not_possible: impossible }) {
  const tile = (count, words, kind) => element("div", { class: `tile ${kind}` }, element("dd", {}, String(count)), element("dt", {}, words));
  return element("dl", { class: "tiles", "aria-label": say("checksSummary", held + within + failed) },
    tile(held, say("held"), "good"), tile(within, say("heldWithin"), "good"), tile(failed, say("failed"), failed > 0 ? "error" : "good"),
    tile(impossible.length, say("notPossible"), "open"));
}

function coverage(reading) {
  const expected = statutoryTables(reading.json.document.kind);
  const tablesOf = (kind) => reading.json.tables.filter((table) => table.kind === kind);
  const found = expected.filter(([kind]) => tablesOf(kind).length > 0).length;
  const line = ([kind, name]) => {
    const tables = tablesOf(kind);
    const words = tables.length === 0 ? say("missing")
      : tables.map((table) => (table.state === "data" ? say("present") : say(table.state)))[0];
    return element("tr", {}, element("td", {}, kind), element("td", {}, name),
      element("td", { class: tables.length === 0 ? "absent" : "" }, `${tables.length === 0 ? "✖" : "✔"} ${words}`),
      element("td", {}, tables.map((table) => element("button", { type: "button", class: "link",
        onclick: () => change({ tab: "tables", table: table.id, selected: `${table.id}:0:0` }) }, say("page", pagesWords(table.pages))))));
  };
  return element("section", {}, element("h2", {}, say("coverage")),
    expected.length === 0 ? element("p", {}, say("notDisclosure"))
      : [element("p", {}, say("covered", found, expected.length)), element("table", { class: "list" }, element("tbody", {}, expected.map(line)))]);
}

function impossible({ not_possible: checks }) {
  if (checks.length === 0) return null;
  const bare = (reason) => reason.replace(/^t\d+：/, "");
  const groups = new Map();
  for (const { check, reason } of checks) {
    const key = `${sayCheck(check)}\u0000${bare(reason)}`;
    groups.set(key, (groups.get(key) ?? 0) + 1);
  }
  return element("section", {}, element("h2", {}, `${say("notPossible")} ${checks.length}`),
    element("table", { class: "list" }, element("tbody", {}, [...groups].map(([key, count]) => {
      const [check, reason] = key.split("\u0000");
      return element("tr", {}, element("td", {}, check), element("td", {}, reason), element("td", { class: "number" }, count > 1 ? `×${count}` : ""));
    }))));
}

/** Fills the tab; gives {select(name)}. */
export function checksTab(parent, reading) {
  const { checks } = reading.json;
  const list = element("div", { class: "proofs" });
  parent.append(summary(checks), coverage(reading), impossible(checks) ?? "",
    element("section", {}, element("h2", {}, `${say("proofs")} ${checks.proofs.length}`),
      checks.proofs.length === 0 ? element("p", {}, say("noProofs")) : list));
  const rows = growingList(list, checks.proofs.map((proof, index) => ({ proof, index })), ({ proof, index }) =>
    element("button", { type: "button", class: "proof", "data-name": `p${index}`, "aria-pressed": String(state.selected === `p${index}`),
      onclick: () => change({ selected: `p${index}` }) },
      element("span", {}, reading.facts.get(proof.facts[0])?.subject ?? "", element("small", {}, `${sayCheck(proof.check)} · ${proof.check}`)), element("code", {}, proof.formula),
      element("span", { class: "where" }, pagesOf(reading, proof))));
  return {
    select(name) {
      if (name.startsWith("p")) rows.reveal(Number(name.slice(1)));
      for (const row of list.querySelectorAll(".proof")) row.setAttribute("aria-pressed", String(row.dataset.name === name));
      list.querySelector(`[data-name="${CSS.escape(name)}"]`)?.scrollIntoView({ block: "nearest" });
    },
  };
}

function pagesOf(reading, proof) {
  const pages = [...new Set(proof.facts.map((id) => reading.facts.get(id).evidence.page))].sort((a, b) => a - b);
  return say("page", pages.length > 3 ? `${pages[0]}–${pages.at(-1)}` : pages.join(inLanguage("、", ", ")));
}
