// What people decided: marks of findings and corrections of misread values, by document and key.
// Kept in the browser, or in the dataset where the page is served; exported as a decisions file
// (schema mingxi.decisions/1), which `mingxi audit --decisions` honours.
import { isServed, readDecisions, saveDecisions } from "./source.js";

const SCHEMA = "mingxi.decisions/1";
export const MARKS = ["confirmed", "false_alarm", "unsure"];

const decided = new Map();
let saving = null;
let failed = () => {};

function of(sha256) {
  if (!decided.has(sha256)) decided.set(sha256, { findings: new Map(), corrections: new Map() });
  return decided.get(sha256);
}

/** {mark, note} of a finding, or undefined. */
export const markOf = (sha256, key) => of(sha256).findings.get(key);
/** {value, reason} of a fact, or undefined. */
export function correctionOf(sha256, key) {
  const correction = of(sha256).corrections.get(key);
  return correction?.value ? correction : undefined;
}

const sorted = (map) => [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => ({ key, ...value }));

function documentOf(sha256) {
  const { findings, corrections } = of(sha256);
  return { sha256, findings: sorted(findings), corrections: sorted(corrections) };
}

/** All decisions as a decisions file. */
export function decisionsFile() {
  const documents = [...decided.keys()].sort().map(documentOf).map(({ sha256, findings, corrections }) => ({ sha256,
    findings: findings.filter(({ mark, note }) => mark || note), corrections: corrections.filter(({ value }) => value) }));
  return { schema: SCHEMA, documents: documents.filter(({ findings, corrections }) => findings.length + corrections.length > 0) };
}

function keep(sha256) {
  if (!isServed()) {
    // What was taken back is kept too, empty, so that decisions that came with the page do not bring it back.
    const file = { schema: SCHEMA, documents: [documentOf(sha256)] };
    try { localStorage.setItem(SCHEMA + ":" + sha256, JSON.stringify(file)); } catch { failed(); }
    return;
  }
  clearTimeout(saving);
  saving = setTimeout(() => saveDecisions(decisionsFile()).catch(() => failed()), 300);
}

export function decide(sha256, key, mark, note) {
  of(sha256).findings.set(key, { mark, note });
  keep(sha256);
}

export function correct(sha256, key, value, reason) {
  of(sha256).corrections.set(key, { value, reason });
  keep(sha256);
}

const isText = (value) => typeof value === "string";

/** Takes a decisions file over what is there; gives how many decisions it held. Throws when it is none. */
export function takeDecisions(file) {
  if (file?.schema !== SCHEMA || !Array.isArray(file.documents)) throw new Error(SCHEMA);
  let count = 0;
  for (const { sha256, findings = [], corrections = [] } of file.documents) {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error("sha256");
    for (const { key, mark = "", note = "" } of findings) {
      if (!isText(key) || !isText(note) || (mark && !MARKS.includes(mark))) throw new Error("findings");
      of(sha256).findings.set(key, { mark, note });
      count += 1;
    }
    for (const { key, value, reason = "" } of corrections) {
      if (!isText(key) || !isText(reason) || !/^(-?\d+(\.\d+)?)?$/.test(value)) throw new Error("corrections");
      of(sha256).corrections.set(key, { value, reason });
      count += 1;
    }
  }
  return count;
}

/** Takes and keeps. */
export function importDecisions(file) {
  const count = takeDecisions(file);
  for (const sha256 of decided.keys()) keep(sha256);
  return count;
}

/** Begins with what came along, then what this browser remembers. */
export async function startDecisions(documents, whenNotKept) {
  failed = whenNotKept;
  const given = await readDecisions().catch(() => null);
  if (given) takeDecisions(given);
  if (isServed()) return;
  for (const { sha256 } of documents) {
    try {
      const kept = localStorage.getItem(SCHEMA + ":" + sha256);
      if (kept) takeDecisions(JSON.parse(kept));
    } catch { /* what cannot be read is as if it were not there */ }
  }
}
