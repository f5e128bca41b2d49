// The tab of figures: every one that was read, to be searched and filtered.
import { choice, element, growingList } from "./dom.js";
import { amountWords, codeWords, meaningWords, measureWords, valueWords } from "./labels.js";
import { correctionOf } from "./decisions.js";
import { factDetails } from "./fact_details.js";
import { change, state } from "./state.js";
import { say } from "./words.js";

const MEASURES = ["level", "change", "change_rate", "share", "execution_rate"];

const searched = (fact) =>
  [fact.subject, fact.code, fact.evidence.quote, fact.value, fact.concept, ...fact.header].join("\n").toLowerCase();

/** The figures that the filters let through. Words stand apart by blanks; all must be found. */
export function wantedFacts(reading) {
  const words = state.query.toLowerCase().replaceAll(",", "").split(/\s+/).filter(Boolean);
  return reading.json.facts.filter((fact) =>
    (!state.measure || fact.measure === state.measure) &&
    (!state.period || String(fact.period) === state.period) &&
    (!state.origin || fact.origin === state.origin) &&
    (words.length === 0 || words.every((word) => searched(fact).includes(word))));
}

function filters(reading) {
  const periods = [...new Set(reading.json.facts.map((fact) => fact.period))].sort((a, b) => b - a);
  const search = element("input", { type: "search", class: "search", placeholder: say("search"), "aria-label": say("search"),
    oninput: () => { clearTimeout(search.waiting); search.waiting = setTimeout(() => change({ query: search.value.trim() }), 150); } });
  search.value = state.query;
  return element("div", { class: "filters" }, search,
    choice(say("allMeasures"), [["", say("allMeasures")], ...MEASURES.map((measure) => [measure, measureWords(measure)])], state.measure,
      (measure) => change({ measure })),
    choice(say("allPeriods"), [["", say("allPeriods")], ...periods.map((period) => [period, say("yearOf", period)])], state.period,
      (period) => change({ period })),
    choice(say("allOrigins"), [["", say("allOrigins")], ["narrative", say("narrative")], ["table", say("table")]], state.origin,
      (origin) => change({ origin })));
}

function row(reading, fact) {
  const isOpen = state.selected === fact.id;
  const correction = correctionOf(reading.sha256, fact.key);
  const findings = reading.findingsOfFact.get(fact.id) ?? [];
  const line = element("button", { type: "button", class: `fact-row is-${fact.value_state}`, "aria-expanded": String(isOpen), "data-name": fact.id,
    onclick: () => change({ selected: isOpen ? "" : fact.id }) },
    element("span", { class: "where" }, String(fact.evidence.page)),
    element("span", { class: "subject" }, fact.subject,
      findings.length > 0 ? element("span", { class: `sign ${findings[0].severity}`, title: say("inFindings"), role: "img", "aria-label": say("inFindings") }, " ▲") : null),
    element("span", { class: "code" }, codeWords(fact)),
    element("span", { class: "meaning" }, meaningWords(fact), fact.header.length > 0 ? element("small", {}, fact.header.join(" › ")) : null),
    element("span", { class: "number" }, valueWords(fact), correction ? element("small", { class: "chip corrected" }, say("corrected", correction.value)) : null),
    element("span", { class: "number" }, amountWords(fact)));
  return element("div", { class: `fact${isOpen ? " open" : ""}`, "data-row": fact.id }, line, isOpen ? factDetails(reading, fact) : null);
}

function heading() {
  return element("div", { class: "fact-row heading" },
    [["where", "pageShort"], ["subject", "subject"], ["code", "code"], ["meaning", "meaning"], ["number", "value"]].map(([kind, name]) =>
      element("span", { class: kind }, say(name))),
    element("span", { class: "number" }, say("amount", say(state.unit))));
}

/** Fills the tab; gives {select(name)}. */
export function factsTab(parent, reading) {
  const wanted = wantedFacts(reading);
  const list = element("div", { class: "facts-list" });
  parent.append(filters(reading),
    element("p", { class: "counter", role: "status" }, say("count", wanted.length, reading.json.facts.length)), heading(), list);
  if (wanted.length === 0) list.append(element("p", { class: "nothing" }, say("noFacts")));
  const rows = growingList(list, wanted, (fact) => row(reading, fact));
  const renew = (node) => {
    const hadFocus = node.contains(document.activeElement);
    const fresh = row(reading, reading.facts.get(node.dataset.row));
    node.replaceWith(fresh);
    if (hadFocus) fresh.querySelector(".fact-row").focus({ preventScroll: true });
    return fresh;
  };
  return {
    select(name) {
      const index = wanted.findIndex((fact) => fact.id === name);
      if (index >= 0) rows.reveal(index);
      for (const open of list.querySelectorAll(".fact.open")) renew(open);
      const chosen = list.querySelector(`[data-row="${CSS.escape(name)}"]`);
      if (chosen) renew(chosen).scrollIntoView({ block: "nearest" });
    },
  };
}
