// The tab of tables: as printed, cell by cell.
import { choice, element } from "./dom.js";
import { cellName } from "./reading.js";
import { pagesWords } from "./labels.js";
import { change, state } from "./state.js";
import { inLanguage, say } from "./words.js";

const NUMBER = /^[-−－+]?[\d０-９][\d０-９,，.．%％]*$/;

const titleOf = (table) => table.title || say("untitled");

function caption(table) {
  const unit = table.unit ? `${table.unit}${table.unit_from === "none" ? "" : `（${say("unit_" + table.unit_from)}）`}` : say("unitUnknown");
  const parts = [say("page", pagesWords(table.pages)), `${say("unit")}${inLanguage("：", ": ")}${unit}`, say("size", table.rows, table.columns)];
  if (table.prepared_by) parts.push(`${say("preparedBy")}${inLanguage("：", ": ")}${table.prepared_by}`);
  if (table.state !== "data") parts.push(say(table.state));
  for (const { page, reason } of table.joins) parts.push(say("joined", page, say(reason)));
  return element("p", { class: "caption" }, parts.join(" · "));
}

function cellNode(reading, table, cell, isHeader) {
  const name = cellName(table, cell);
  const facts = reading.factsOfCell.get(name) ?? [];
  const findings = facts.flatMap((fact) => reading.findingsOfFact.get(fact.id) ?? []);
  const kinds = [facts.length > 0 && "figure", findings.length > 0 && `found ${findings[0].severity}`,
    cell.text === "" && "blank", NUMBER.test(cell.text) && "number"].filter(Boolean).join(" ");
  const content = cell.text === ""
    ? (facts.length > 0 || isHeader ? null : element("span", { class: "unseen" }, say("blank")))
    : facts.length > 0 ? element("button", { type: "button", class: "cell", onclick: () => change({ selected: name }) }, cell.text) : cell.text;
  return element(isHeader ? "th" : "td", {
    class: kinds, "data-name": name, scope: isHeader ? "col" : null,
    rowspan: cell.row_span > 1 ? cell.row_span : null, colspan: cell.column_span > 1 ? cell.column_span : null,
    onclick: () => change({ selected: name }),
  }, content);
}

function grid(reading, table) {
  const rows = Array.from({ length: table.rows }, () => element("tr", {}));
  const headers = new Set(table.header_rows);
  for (const cell of table.cells) rows[cell.row].append(cellNode(reading, table, cell, headers.has(cell.row)));
  return element("table", { class: "grid", "aria-label": titleOf(table) }, element("tbody", {}, rows));
}

/** The table that is shown: the one chosen, else that of the selected cell, else the first. */
function shownTable(reading) {
  const ofCell = state.selected.includes(":") ? state.selected.split(":")[0] : "";
  return reading.tables.get(ofCell) ?? reading.tables.get(state.table) ?? reading.json.tables[0];
}

/** Fills the tab; gives {select(name)}. */
export function tablesTab(parent, reading) {
  if (reading.json.tables.length === 0) {
    parent.append(element("p", { class: "nothing" }, say("noTables")));
    return { select() {} };
  }
  const list = choice(say("chooseTable"), reading.json.tables.map((table) =>
    [table.id, `${table.kind === "other" ? "" : table.kind + " "}${titleOf(table)} · ${say("page", pagesWords(table.pages))}`]), "",
    (id) => change({ table: id, selected: `${id}:0:0` }));
  const holder = element("div", {});
  parent.append(element("div", { class: "filters" }, list), holder);
  let shown = null;
  const show = (table) => {
    shown = table;
    list.value = table.id;
    holder.replaceChildren(element("h2", { class: "table-title" }, titleOf(table)), caption(table),
      element("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": titleOf(table) }, grid(reading, table)),
      element("p", { class: "caption" }, say("legend")));
  };
  const select = (name) => {
    const table = shownTable(reading);
    if (table !== shown) show(table);
    holder.querySelector(".chosen")?.classList.remove("chosen");
    const cell = holder.querySelector(`[data-name="${CSS.escape(name)}"]`);
    cell?.classList.add("chosen");
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  show(shownTable(reading));
  return { select };
}
