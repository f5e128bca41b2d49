// Puts the page together: the bar on top, pages on the left, tabs on the right, and what follows what.
import { checksTab } from "./checks.js";
import { decisionsFile, importDecisions, startDecisions } from "./decisions.js";
import { element, toggle } from "./dom.js";
import { factsTab } from "./facts.js";
import { findingsTab, leftToReview, wantedFindings } from "./findings.js";
import { showHelp } from "./help.js";
import { followKeys } from "./keyboard.js";
import { kindWords } from "./labels.js";
import { overview } from "./overview.js";
import { goToPage, lightUp, namePagesPane, pagesPane, showPages } from "./pages.js";
import { plotsTab } from "./plots.js";
import { reading as readingOf } from "./reading.js";
import { readDocument, readSetup } from "./source.js";
import { change, note, onChange, start, state } from "./state.js";
import { tablesTab } from "./tables.js";
import { say, takeCheckWords } from "./words.js";

const TABS = { findings: findingsTab, facts: factsTab, tables: tablesTab, checks: checksTab, plots: plotsTab };

const setup = readSetup();
const parts = {};
let shown = null; // the document on the screen: its reading
let tab = null;   // what the tab on the screen gave

function told(words) {
  parts.told.textContent = words;
  parts.told.hidden = false;
  clearTimeout(parts.told.waiting);
  parts.told.waiting = setTimeout(() => { parts.told.hidden = true; }, 8000);
}

function saveFile() {
  const text = JSON.stringify(decisionsFile(), null, 2) + "\n";
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  element("a", { href: url, download: "decisions.json" }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

async function takeFile(field) {
  const [file] = field.files;
  field.value = "";
  if (!file) return;
  try {
    told(say("imported", importDecisions(JSON.parse(await file.text()))));
  } catch {
    told(say("notDecisions"));
  }
  showTab();
}

function tools() {
  const field = element("input", { type: "file", accept: ".json,application/json", hidden: true, onchange: () => takeFile(field) });
  const button = (words, act) => element("button", { type: "button", onclick: act }, words);
  return element("div", { class: "tools" },
    element("div", { class: "group", role: "group", "aria-label": say("money") },
      ["yuan", "wan"].map((unit) => toggle(say(unit), state.unit === unit, () => change({ unit })))),
    button(say("exportDecisions"), saveFile), button(say("importDecisions"), () => field.click()), field,
    element("button", { type: "button", lang: state.language === "en" ? "zh-CN" : "en",
      onclick: () => change({ language: state.language === "en" ? "zh" : "en" }) }, say("language")),
    button(say("help"), showHelp));
}

function checksWords({ held, held_within_rounding: within, failed }) {
  return say("checksHeld", held + within + failed, held + within, failed);
}

function bar() {
  const each = setup.documents[Number(state.document)];
  const title = shown === null || !each ? say("name") : each.title || each.path;
  const about = shown === null || !each ? [] : [each.publisher !== each.title ? each.publisher : "", each.fiscal_year && say("yearOf", each.fiscal_year), kindWords(each),
    checksWords(shown.json.checks)];
  document.title = `${title} · ${say("name")}`;
  parts.bar.replaceChildren(
    setup.documents.length > 1 && shown !== null
      ? element("button", { type: "button", onclick: () => change({ document: "", selected: "" }) }, `‹ ${say("overview")}`) : "",
    element("div", { class: "name" }, element(shown === null ? "p" : "h1", {}, title), element("p", {}, about.filter(Boolean).join(" · "))),
    tools());
}

function tabButtons() {
  const count = { findings: leftToReview(shown).left, facts: shown.json.facts.length, tables: shown.json.tables.length };
  parts.tabs.setAttribute("aria-label", say("panel"));
  const names = Object.keys(TABS);
  parts.tabs.replaceChildren(...names.map((name, place) => element("button", {
    type: "button", role: "tab", id: `tab-${name}`, "aria-selected": String(state.tab === name), "aria-controls": "tab-panel",
    tabindex: state.tab === name ? 0 : -1, onclick: () => change({ tab: name }),
    onkeydown: (event) => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!by) return;
      change({ tab: names[(place + by + names.length) % names.length] });
      document.getElementById(`tab-${state.tab}`).focus();
    },
  }, say(name), count[name] === undefined ? "" : element("span", { class: "count" }, String(count[name])))));
  parts.panel.setAttribute("aria-labelledby", `tab-${state.tab}`);
}

const CONTROLS = "button, input, select, textarea";

/** Fills the tab anew, where a filter, a mark or the language changed. The focus stays where it was. */
function showTab() {
  if (shown === null) return;
  const focused = [...parts.panel.querySelectorAll(CONTROLS)].indexOf(document.activeElement);
  const caret = document.activeElement?.selectionStart;
  const position = parts.panel.scrollTop;
  tabButtons();
  parts.panel.replaceChildren();
  tab = TABS[state.tab](parts.panel, shown, showTab);
  parts.panel.scrollTop = position;
  if (state.selected !== "") tab.select(state.selected);
  if (focused < 0) return;
  const control = parts.panel.querySelectorAll(CONTROLS)[focused];
  control?.focus({ preventScroll: true });
  if (control?.matches("input.search")) control.setSelectionRange(caret, caret);
}

function showSelected() {
  const found = state.selected === "" ? null : shown.named(state.selected);
  if (found === null) lightUp([], "");
  else lightUp(found.boxes, found.kind === "finding" ? found.thing.severity : found.kind);
  tab.select(state.selected);
}

/** What a click on a page selects: what fits the tab that is open, first of all. */
function pick({ finding, fact, cell }) {
  if (state.tab === "findings" && finding) change({ selected: finding.name });
  else if (state.tab === "tables" && cell) change({ selected: cell.name, table: cell.table });
  else if (fact) change({ ...atFact(), selected: fact.name });
  else if (cell) change({ tab: "tables", table: cell.table, selected: cell.name });
  else if (finding) change({ tab: "findings", selected: finding.name });
  else change({ selected: "" });
}

const atFact = () => (state.tab === "plots" ? {} : { tab: "facts", query: "", measure: "", period: "", origin: "" });

async function showDocument() {
  const index = state.document === "" && setup.documents.length === 1 ? 0 : Number(state.document || NaN);
  shown = null;
  if (!setup.documents[index]) {
    bar();
    const field = document.activeElement?.matches(".overview .search") ? document.activeElement : null;
    const caret = field?.selectionStart;
    parts.main.replaceChildren(overview(setup.documents));
    const fresh = field && parts.main.querySelector(".search");
    fresh?.focus();
    fresh?.setSelectionRange(caret, caret);
    return;
  }
  bar();
  parts.main.replaceChildren(element("p", { class: "nothing" }, say("loading")));
  try {
    shown = readingOf(await readDocument(index));
  } catch {
    parts.main.replaceChildren(element("p", { class: "nothing", role: "alert" }, say("cannotOpen")));
    return;
  }
  const page = Number(state.page);
  bar();
  parts.main.replaceChildren(parts.pages, parts.divider, parts.side);
  namePagesPane();
  showPages(index, shown);
  goToPage(page);
  openFirst();
  showTab();
  showSelected();
}

/** A document that is opened without more ado shows its first finding and where it stands. */
function openFirst() {
  const isPlain = state.tab === "findings" && state.selected === "" && state.page === "1";
  const [first] = isPlain ? wantedFindings(shown) : [];
  if (first) note({ selected: first.id });
}

function divider() {
  const set = (share) => {
    const kept = Math.min(Math.max(share, 25), 75);
    parts.main.style.setProperty("--left", `${kept}%`);
    parts.divider.setAttribute("aria-valuenow", String(Math.round(kept)));
  };
  const share = () => Number(parts.divider.getAttribute("aria-valuenow"));
  parts.divider = element("div", { class: "divider", role: "separator", tabindex: 0, "aria-orientation": "vertical",
    "aria-valuemin": 25, "aria-valuemax": 75, "aria-valuenow": 54,
    onpointerdown: (event) => parts.divider.setPointerCapture(event.pointerId),
    onpointermove: (event) => { if (parts.divider.hasPointerCapture(event.pointerId)) set(100 * event.clientX / parts.main.clientWidth); },
    onkeydown: (event) => { const by = { ArrowLeft: -3, ArrowRight: 3 }[event.key]; if (by) { event.preventDefault(); set(share() + by); } } });
}

function build() {
  parts.bar = element("header", { class: "top" });
  parts.main = element("main", { class: "main" });
  parts.pages = pagesPane(pick);
  divider();
  parts.tabs = element("div", { class: "tabs", role: "tablist" });
  parts.panel = element("div", { class: "panel", role: "tabpanel", id: "tab-panel", tabindex: 0 });
  parts.side = element("section", { class: "side" }, parts.tabs, parts.panel);
  parts.told = element("p", { class: "toast", role: "status", hidden: true });
  document.body.append(parts.bar, parts.main, parts.told, element("dialog", { id: "help" }));
}

function nameEverything() {
  document.documentElement.lang = state.language === "en" ? "en" : "zh-CN";
  parts.side.setAttribute("aria-label", say("panel"));
  parts.divider.setAttribute("aria-label", say("divider"));
}

const REDRAWN = ["tab", "severity", "check", "onPage", "mark", "query", "measure", "period", "origin", "unit"];

function follow(changed) {
  if (changed.has("language")) nameEverything();
  if (changed.has("document") || changed.has("language")) { showDocument(); return; }
  if (shown === null) { showDocument(); return; }
  if (changed.has("unit")) bar();
  const isRedrawn = REDRAWN.some((name) => changed.has(name));
  if (isRedrawn) { parts.panel.scrollTop = 0; showTab(); }
  if (isRedrawn || changed.has("selected")) showSelected();
}

takeCheckWords(setup.checks);
start({ language: setup.language, unit: "wan" });
build();
nameEverything();
onChange(follow);
followKeys(() => shown, Object.keys(TABS), showTab);
startDecisions(setup.documents, () => told(say("notKept"))).then(showDocument);
