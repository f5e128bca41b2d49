// One figure in full: what it says, where it is printed, what it takes part in, and its correction.
import { element } from "./dom.js";
import { messageOf } from "./labels.js";
import { correct, correctionOf } from "./decisions.js";
import { clipOf } from "./pages.js";
import { change } from "./state.js";
import { inLanguage, say, sayCheck } from "./words.js";

const NUMBER = /^-?\d+(\.\d+)?$/;

function entry(name, value) {
  if (value === null || value === undefined || value === "") return null;
  return element("div", {}, element("dt", {}, say(name)), element("dd", {}, value));
}

function link(words, values) {
  return element("li", {}, element("button", { type: "button", class: "link", onclick: () => change(values) }, words));
}

function correctionForm(reading, fact) {
  const given = correctionOf(reading.sha256, fact.key);
  const value = element("input", { type: "text", inputmode: "decimal", "aria-label": say("correctValue"), placeholder: `${say("correctValue")} ${fact.value}` });
  const reason = element("input", { type: "text", "aria-label": say("reason"), placeholder: say("reason") });
  const told = element("p", { class: "told", role: "status" }, given ? say("corrected", given.value) : "");
  value.value = given?.value ?? "";
  reason.value = given?.reason ?? "";
  const keep = (event) => {
    event.preventDefault();
    const text = value.value.trim().replaceAll(",", "");
    if (!NUMBER.test(text)) { told.textContent = say("badNumber"); value.focus(); return; }
    correct(reading.sha256, fact.key, text, reason.value.trim());
    told.textContent = say("corrected", text) + inLanguage("。", ". ") + say("correctionHint");
  };
  const drop = () => { correct(reading.sha256, fact.key, "", ""); value.value = reason.value = told.textContent = ""; };
  return element("details", { class: "correction", open: Boolean(given) },
    element("summary", {}, say("correction")),
    element("form", { onsubmit: keep }, value, reason,
      element("button", { type: "submit" }, say("keepCorrection")),
      element("button", { type: "button", onclick: drop }, say("dropCorrection"))),
    told);
}

/** The details that open under a figure. */
export function factDetails(reading, fact) {
  const table = fact.table === null ? null : reading.tables.get(fact.table);
  const findings = reading.findingsOfFact.get(fact.id) ?? [];
  const proofs = reading.proofsOfFact.get(fact.id) ?? [];
  return element("div", { class: "details" },
    element("dl", { class: "fields" },
      entry("quote", fact.evidence.quote), entry("header", fact.header.join(" › ")), entry("component", fact.component),
      entry("concept", fact.concept), entry("rule", fact.rule),
      entry("place", table ? `${table.title ?? say("untitled")} · ${say("cellPlace", fact.row + 1, fact.column + 1)}` : null),
      fact.confidence < 1 ? entry("confidence", `${Math.round(fact.confidence * 100)}%`) : null,
      entry("alternatives", (fact.alternatives ?? []).join(" / "))),
    fact.evidence.boxes.length > 0 ? clipOf(fact.evidence) : null,
    table ? element("p", {}, element("button", { type: "button", class: "link",
      onclick: () => change({ tab: "tables", table: table.id, selected: `${table.id}:${fact.row}:${fact.column}` }) }, say("openTable"))) : null,
    findings.length > 0 ? [element("h3", {}, say("inFindings")),
      element("ul", { class: "links" }, findings.map((finding) => link(messageOf(finding), { tab: "findings", selected: finding.id,
        severity: "", check: "", onPage: "", mark: "" })))] : null,
    proofs.length > 0 ? [element("h3", {}, say("inProofs")),
      element("ul", { class: "links" }, proofs.slice(0, 12).map(({ proof, index }) =>
        link(`${sayCheck(proof.check)}  ${proof.formula}`, { tab: "checks", selected: `p${index}` })))] : null,
    correctionForm(reading, fact));
}
