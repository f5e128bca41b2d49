// How figures, kinds and places are put into words, the same in every list.
import { amountIn, grouped, shifted } from "./numbers.js";
import { state } from "./state.js";
import { inLanguage, say, sayCheck, sayOr } from "./words.js";

const BOUNDS = { "=": "", ">=": "≥", "<=": "≤", ">": "＞", "<": "＜", "~": "≈", range: "" };

/** 18.00 万元 as printed; what was printed as nothing or as a dash says so. */
export function valueWords(fact) {
  if (fact.value_state === "blank") return say("blank");
  if (fact.value_state === "dash") return "-";
  const high = fact.value_high === null ? "" : "–" + grouped(fact.value_high);
  return `${BOUNDS[fact.bound]}${grouped(fact.value)}${high} ${fact.unit}`;
}

/** The amount in the chosen unit of money; "" for what is no money. */
export function amountWords(fact) {
  return fact.amount_yuan === null || fact.value_state === "blank" ? "" : amountIn(state.unit, fact.amount_yuan);
}

export const measureWords = (measure) => say(measure === "change" ? "change_" : measure);

/** 2026 年 预算 增减额 比 2025. */
export function meaningWords(fact) {
  const parts = [say("yearOf", fact.period), say(fact.basis)];
  if (fact.measure !== "level") parts.push(measureWords(fact.measure));
  if (fact.relative_to !== null && fact.measure !== "level")
    parts.push(say(fact.measure === "share" ? "of" : "against", sayOr(fact.relative_to)));
  return parts.join(" ");
}

/** functional:2080505 is 2080505. */
export const codeWords = (fact) => (fact.code === null ? "" : fact.code.split(":")[1]);

const MONEY = { 元: 0, 千元: 3, 万元: 4, 万: 4, 百万元: 6, 亿元: 8, 亿: 8 };

/** A number of a finding, in the unit of the figure that is checked. */
export function findingNumber(number, fact) {
  if (!fact) return grouped(number);
  if (fact.amount_yuan === null) return `${grouped(number)} ${fact.unit}`;
  const exponent = MONEY[fact.unit];
  if (exponent === undefined) return `${grouped(number)} 元`;
  const [whole, fraction = ""] = shifted(number, -exponent).split(".");
  const digits = fraction.padEnd(fact.decimals, "0");
  return `${grouped(digits ? `${whole}.${digits}` : whole)} ${fact.unit}`;
}

export const messageOf = (finding) => inLanguage(finding.message, finding.message_en);

export function kindWords({ kind, scope }) {
  return kind === "budget" || kind === "final_account" ? say(`${scope}_${kind}`) : "";
}

/** What stands under the pointer. */
export function spotWords({ finding, fact }) {
  const lines = [];
  if (fact) lines.push(`${fact.fact.subject}  ${valueWords(fact.fact)}  ${meaningWords(fact.fact)}`);
  if (finding) lines.push(`${say(finding.finding.severity)} · ${sayCheck(finding.finding.check)}`);
  return lines.join("\n");
}

/** The pages of a table: 12–13. */
export const pagesWords = (pages) => (pages.length > 1 ? `${pages[0]}–${pages.at(-1)}` : String(pages[0] ?? ""));
