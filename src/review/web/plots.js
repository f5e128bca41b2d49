// The tab of plots: a few figures that people would rather look at than read. Each bar is a figure
// that is printed somewhere, and leads there.
import { drawing, element } from "./dom.js";
import { amountWords, meaningWords } from "./labels.js";
import { amountIn, approximately } from "./numbers.js";
import { change, state } from "./state.js";
import { say } from "./words.js";

const MOST_BARS = 12;
const WIDTH = 640; // of the drawing, in its own units; it is scaled to the pane
const NAMES = 190;
const NUMBERS = 170;
const BAR = 15;

const ITEMS = ["abroad", "vehicle_purchase", "vehicle_operation", "reception"];

const isAmount = (fact) => fact.measure === "level" && fact.amount_yuan !== null && fact.bound === "=" && fact.value_state !== "blank";
const size = (fact) => Math.abs(approximately(fact.amount_yuan));
const tableKind = (reading, fact) => (fact.table === null ? "" : reading.tables.get(fact.table).kind);

/** The first of several kinds of tables that has such figures. */
function fromFirstTable(reading, kinds, isWanted) {
  for (const kind of kinds) {
    const found = reading.json.facts.filter((fact) => isAmount(fact) && tableKind(reading, fact) === kind && isWanted(fact));
    if (found.length > 0) return found;
  }
  return [];
}

const isTotal = (fact) => fact.component === "total" || fact.component === "amount";

function byFunction(reading) {
  const current = fromFirstTable(reading, ["B05", "B03", "Z05", "Z03"], (fact) =>
    fact.code?.startsWith("functional:") && fact.line_kind === "leaf" && isTotal(fact));
  const years = new Set(current.map((fact) => fact.period));
  const year = Math.max(...years);
  const rows = current.filter((fact) => fact.period === year).map((fact) => {
    const before = reading.json.facts.find((each) => isAmount(each) && each.code === fact.code && each.period === year - 1 &&
      (each.origin === "narrative" || isTotal(each)));
    return { name: fact.subject, bars: [fact, before].filter(Boolean) };
  });
  return { title: say("byFunction"), rows: rows.sort((a, b) => size(b.bars[0]) - size(a.bars[0])) };
}

function basicParts(reading) {
  const parts = fromFirstTable(reading, ["B06", "Z06"], (fact) => /^economic:\d{3}$/.test(fact.code ?? ""));
  const byCode = new Map(); // a column of totals before those of 人员经费 and 公用经费, which stand alone in final accounts
  for (const fact of parts) if (!byCode.has(fact.code) || (isTotal(fact) && !isTotal(byCode.get(fact.code)))) byCode.set(fact.code, fact);
  return { title: say("basicParts"), rows: [...byCode.values()].map((fact) => ({ name: fact.subject, bars: [fact] })) };
}

function threePublic(reading) {
  const of = (item) => {
    const named = reading.json.facts.filter((fact) => isAmount(fact) && (
      (tableKind(reading, fact).endsWith("07") && (fact.component === item || fact.concept === `three_public.${item}`)) ||
      (fact.origin === "narrative" && fact.concept === `three_public.${item}`)));
    const series = new Map(); // one bar for each year and basis, the table's before the prose's
    for (const fact of named.sort((a, b) => (a.origin === b.origin ? 0 : a.origin === "table" ? -1 : 1))) {
      const key = `${fact.period} ${fact.basis}`;
      if (!series.has(key)) series.set(key, fact);
    }
    return [...series.values()].sort((a, b) => b.period - a.period || (a.basis < b.basis ? -1 : 1));
  };
  const rows = ITEMS.map((item) => ({ bars: of(item) })).filter((row) => row.bars.length > 0);
  return { title: say("threePublic"), rows: rows.map((row) => ({ name: row.bars[0].subject, bars: row.bars })) };
}

/** What all figures of a series come to, and its share of a figure: where they are parts of one whole. */
const totalOf = (rows) => rows.reduce((sum, row) => sum + size(row.bars[0]), 0);

function sourceWords(reading, rows) {
  const [fact] = rows[0].bars;
  const table = fact.table === null ? null : reading.tables.get(fact.table);
  const from = table === null ? say("plotProse") : table.title || say("untitled");
  const total = amountIn(state.unit, String(Math.round(totalOf(rows) * 100) / 100));
  return say("plotSource", from, say("page", fact.evidence.page), total, say(state.unit));
}

/** Names that stand twice have their body or their page with them. */
function distinct(rows) {
  const count = new Map();
  for (const { name } of rows) count.set(name, (count.get(name) ?? 0) + 1);
  return rows.map((row) => (count.get(row.name) === 1 ? row
    : { ...row, name: `${row.bars[0].body ?? say("page", row.bars[0].evidence.page)} ${row.name}` }));
}

function barLine(reading, fact, longest, y, order, whole) {
  const length = longest > 0 ? size(fact) / longest * (WIDTH - NAMES - NUMBERS) : 0;
  const words = `${fact.subject} ${meaningWords(fact)} ${amountWords(fact)} ${say(state.unit)}`;
  const act = () => change({ selected: fact.id });
  return drawing("g", { class: `bar series-${Math.min(order, 3)}`, role: "button", tabindex: 0, "aria-label": words, "data-name": fact.id,
    "aria-pressed": String(state.selected === fact.id), onclick: act,
    onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); act(); } } },
    drawing("title", {}, words),
    drawing("rect", { class: "hit", x: 0, y, width: WIDTH, height: BAR }),
    drawing("rect", { class: "ink", x: NAMES, y: y + 1, width: Math.max(length, 1), height: BAR - 3 }),
    drawing("text", { class: "amount", x: NAMES + Math.max(length, 1) + 5, y: y + BAR - 4 },
      order === 0 && whole > 0 ? `${amountWords(fact)}（${(100 * size(fact) / whole).toFixed(1)}%）` : amountWords(fact)));
}

const clipped = (name) => ([...name].length > 13 ? [...name].slice(0, 12).join("") + "…" : name);

function plot(reading, { title, rows: all }) {
  if (all.length === 0) return null;
  const rows = distinct(all);
  const whole = totalOf(rows);
  const shown = rows.slice(0, MOST_BARS);
  const longest = Math.max(...shown.flatMap((row) => row.bars.map(size)));
  const series = [...new Map(shown.flatMap((row) => row.bars).map((fact) => [`${fact.period} ${fact.basis}`, fact])).values()];
  const orderOf = (fact) => series.findIndex((each) => each.period === fact.period && each.basis === fact.basis);
  let y = 4;
  const marks = [];
  for (const row of shown) {
    marks.push(drawing("text", { class: "name", x: NAMES - 8, y: y + BAR - 4 }, drawing("title", {}, row.name), clipped(row.name)));
    for (const fact of row.bars) { marks.push(barLine(reading, fact, longest, y, orderOf(fact), whole)); y += BAR; }
    y += 9;
  }
  return element("section", { class: "plot" }, element("h2", {}, `${title}（${say(state.unit)}）`),
    element("p", { class: "caption" }, sourceWords(reading, rows)),
    element("p", { class: "series" }, series.map((fact, order) =>
      element("span", {}, element("i", { class: `swatch series-${Math.min(order, 3)}`, "aria-hidden": "true" }), `${say("yearOf", fact.period)} ${say(fact.basis)}`))),
    drawing("svg", { viewBox: `0 0 ${WIDTH} ${y}`, role: "group", "aria-label": title }, marks),
    rows.length > MOST_BARS ? element("p", { class: "caption" }, say("others", rows.length - MOST_BARS)) : null);
}

/** Fills the tab; gives {select(name)}. */
export function plotsTab(parent, reading) {
  const plots = [byFunction(reading), basicParts(reading), threePublic(reading)].map((each) => plot(reading, each)).filter(Boolean);
  parent.append(element("p", { class: "caption" }, say(plots.length > 0 ? "plotNote" : "noPlots")), ...plots);
  return {
    select(name) {
      for (const bar of parent.querySelectorAll(".bar")) bar.setAttribute("aria-pressed", String(bar.dataset.name === name));
    },
  };
}
