// The tab of findings: grave ones first, each with what it rests on, and what people decide about it.
import { choice, element, growingList, toggle } from "./dom.js";
import { findingNumber, messageOf, valueWords } from "./labels.js";
import { decide, markOf, MARKS } from "./decisions.js";
import { clipOf, showBox } from "./pages.js";
import { indexOfDocument } from "./source.js";
import { change, state } from "./state.js";
import { inLanguage, say, sayCheck } from "./words.js";
import { firstPage } from "./reading.js";

const SIGNS = { error: "✖", warning: "▲", info: "●" };
const MARK_SIGNS = { confirmed: "✔", false_alarm: "✘", unsure: "？" };

const checkName = (finding) => finding.check.split("/")[0];
const pagesOf = (finding) => [...new Set(finding.evidence.filter((place) => !place.document).map((place) => place.page))];
const markIn = (reading, finding) => markOf(reading.sha256, finding.key)?.mark ?? "";

function isWanted(reading, finding) {
  return (!state.severity || finding.severity === state.severity) &&
    (!state.check || checkName(finding) === state.check) &&
    (!state.onPage || pagesOf(finding).includes(Number(state.onPage))) &&
    (!state.mark || (markIn(reading, finding) || "unmarked") === state.mark);
}

/** The findings that the filters let through, in the order they are shown. */
export const wantedFindings = (reading) => reading.findings.filter((finding) => isWanted(reading, finding));

function filters(reading) {
  const counted = (severity) => reading.findings.filter((finding) => finding.severity === severity).length;
  const names = [...new Set(reading.findings.map(checkName))];
  const pages = [...new Set(reading.findings.flatMap(pagesOf))].sort((a, b) => a - b);
  return element("div", { class: "filters" },
    element("div", { class: "group", role: "group", "aria-label": say("filterSeverity") },
      ["error", "warning", "info"].map((severity) =>
        toggle([element("span", { class: `sign ${severity}`, "aria-hidden": "true" }, SIGNS[severity]), ` ${say(severity)} ${counted(severity)}`],
          state.severity === severity, () => change({ severity: state.severity === severity ? "" : severity })))),
    choice(say("filterCheck"), [["", say("allChecks")], ...names.map((name) => [name, sayCheck(name)])], state.check,
      (check) => change({ check })),
    choice(say("filterPage"), [["", say("allPages")], ...pages.map((page) => [page, say("page", page)])], state.onPage,
      (onPage) => change({ onPage })),
    choice(say("filterMark"), [["", say("allMarks")], ["unmarked", say("unmarked")], ...MARKS.map((mark) => [mark, say(mark)])],
      state.mark, (mark) => change({ mark })));
}

/** How many are left to review: {left, all}. */
export function leftToReview(reading) {
  return { left: reading.findings.filter((finding) => !markIn(reading, finding)).length, all: reading.findings.length };
}

function numbers(reading, finding) {
  const checked = finding.facts.length > 0 && !finding.facts[0].document ? reading.facts.get(finding.facts[0].id) : undefined;
  const rows = ["printed", "expected", "difference", "tolerance"].filter((name) => finding[name] !== null);
  if (rows.length === 0) return null;
  return element("dl", { class: "numbers" }, rows.map((name) =>
    element("div", {}, element("dt", {}, say(name)), element("dd", { class: "number" }, findingNumber(finding[name], checked)))));
}

function placeRow(place, isOpen) {
  const where = place.document ? `${say("otherDocument")} · ${say("page", place.page)}` : say("page", place.page);
  const other = place.document ? indexOfDocument(place.document) : -1;
  const act = place.document ? () => change({ document: other, selected: "", page: place.page }) : () => showBox(place.boxes[0]);
  const leads = place.document ? other >= 0 : place.boxes.length > 0;
  const row = element("li", { class: "place-row" },
    leads ? element("button", { type: "button", class: "where", onclick: act }, where) : element("span", { class: "where" }, where),
    place.quote ? element("q", {}, place.quote) : null);
  if (isOpen && !place.document && place.boxes.length > 0) row.append(clipOf(place));
  return row;
}

function reviewControls(reading, finding, refresh) {
  const given = markOf(reading.sha256, finding.key) ?? { mark: "", note: "" };
  const noteField = element("textarea", { rows: 1, placeholder: say("note"), "aria-label": say("note"),
    onchange: () => decide(reading.sha256, finding.key, markIn(reading, finding), noteField.value.trim()) });
  noteField.value = given.note;
  return element("div", { class: "review", role: "group", "aria-label": say("review") },
    MARKS.map((mark) => toggle([element("span", { "aria-hidden": "true" }, MARK_SIGNS[mark]), ` ${say(mark)}`], given.mark === mark,
      () => { setMark(reading, finding, given.mark === mark ? "" : mark); refresh(); }, { class: `mark ${mark}` })),
    noteField);
}

/** Marks a finding, keeping its note. */
export function setMark(reading, finding, mark) {
  decide(reading.sha256, finding.key, mark, markOf(reading.sha256, finding.key)?.note ?? "");
}

function card(reading, finding, refresh) {
  const isOpen = state.selected === finding.id;
  const mark = markIn(reading, finding);
  const state_ = ["within_rounding", "unverified"].includes(finding.state) ? say(finding.state) : "";
  const pages = pagesOf(finding);
  return element("article", { class: `card ${finding.severity} ${mark}${isOpen ? " open" : ""}`, "data-name": finding.id },
    element("button", { type: "button", class: "head", "aria-expanded": String(isOpen), onclick: () => change({ selected: isOpen ? "" : finding.id }) },
      element("span", { class: `sign ${finding.severity}`, "aria-hidden": "true" }, SIGNS[finding.severity]),
      element("span", { class: "title" },
        element("strong", { title: finding.check }, `${say(finding.severity)} · ${sayCheck(finding.check)}`), state_ ? ` · ${state_}` : ""),
      mark ? element("span", { class: `chip ${mark}` }, element("span", { "aria-hidden": "true" }, MARK_SIGNS[mark] + " "), say(mark)) : null,
      element("span", { class: "where" }, pages.map((page) => say("page", page)).slice(0, 3).join(inLanguage("、", ", ")) + (pages.length > 3 ? " …" : ""))),
    element("p", { class: "message" }, messageOf(finding)),
    isOpen ? details(reading, finding, refresh) : null);
}

function details(reading, finding, refresh) {
  const facts = finding.facts.filter(({ id, document }) => !document && reading.facts.has(id)).map(({ id }) => reading.facts.get(id));
  return element("div", { class: "details" },
    finding.formula ? element("p", { class: "formula" }, element("span", { class: "label" }, say("formula")), element("code", {}, finding.formula)) : null,
    numbers(reading, finding),
    element("h3", {}, say("places")),
    element("ul", { class: "places" }, finding.evidence.slice(0, 40).map((place, index) => placeRow(place, index < 8))),
    facts.length > 0 ? [element("h3", {}, say("figuresOfFinding")),
      element("ul", { class: "links" }, facts.slice(0, 40).map((fact) => element("li", {},
        element("button", { type: "button", class: "link", onclick: () => change({ tab: "facts", selected: fact.id }) },
          `${fact.subject} ${valueWords(fact)}`))))] : null,
    element("h3", {}, say("review")),
    reviewControls(reading, finding, refresh));
}

function nothing(reading) {
  const { held, held_within_rounding: within, failed } = reading.json.checks;
  if (reading.findings.length > 0) return say("noneLeft");
  return say(held + within + failed > 0 ? "noFindings" : "noFindingsMade");
}

/** Opens the finding before or after the one that is open. */
export function stepFinding(reading, by) {
  const names = wantedFindings(reading).map((each) => each.id);
  if (names.length === 0) return;
  const at = names.indexOf(state.selected);
  change({ selected: names[at < 0 ? (by > 0 ? 0 : names.length - 1) : Math.min(Math.max(0, at + by), names.length - 1)] });
}

/** Fills the tab; gives {select(name)}, which opens a finding in place. */
export function findingsTab(parent, reading, refresh) {
  const { left, all } = leftToReview(reading);
  const wanted = wantedFindings(reading);
  const list = element("div", { class: "cards" });
  parent.append(filters(reading),
    element("div", { class: "steps" }, element("p", { class: "counter", role: "status" }, say("left", left, all)),
      element("button", { type: "button", onclick: () => stepFinding(reading, -1) }, `‹ ${say("previousFinding")}`),
      element("button", { type: "button", onclick: () => stepFinding(reading, 1) }, `${say("nextFinding")} ›`)), list);
  if (wanted.length === 0) list.append(element("p", { class: "nothing" }, nothing(reading)));
  const rows = growingList(list, wanted, (finding) => card(reading, finding, refresh));
  return {
    select(name) {
      const index = wanted.findIndex((finding) => finding.id === name);
      if (index >= 0) rows.reveal(index);
      for (const open of list.querySelectorAll(".card.open")) renew(open);
      const chosen = list.querySelector(`[data-name="${CSS.escape(name)}"]`);
      if (!chosen) return;
      const opened = renew(chosen);
      opened.scrollIntoView({ block: "nearest" });
    },
  };

  function renew(node) {
    const hadFocus = node.contains(document.activeElement);
    const fresh = card(reading, wanted.find((finding) => finding.id === node.dataset.name), refresh);
    node.replaceWith(fresh);
    if (hadFocus) fresh.querySelector(".head").focus({ preventScroll: true });
    return fresh;
  }
}
