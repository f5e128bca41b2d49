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
export const correctionOf = (sha256, key) => of(sha256).corrections.get(key);

const sorted = (map) => [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => ({ key, ...value }));

/** All decisions, or those of one document, as a decisions file. */
export function decisionsFile(only) {
  const documents = [...decided].filter(([sha256, { findings, corrections }]) =>
    (!only || sha256 === only) && findings.size + corrections.size > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sha256, { findings, corrections }]) => ({ sha256, findings: sorted(findings), corrections: sorted(corrections) }));
  return { schema: SCHEMA, documents };
}

function keep(sha256) {
  if (!isServed()) {
    try { localStorage.setItem(SCHEMA + ":" + sha256, JSON.stringify(decisionsFile(sha256))); } catch { failed(); }
    return;
  }
  clearTimeout(saving);
  saving = setTimeout(() => saveDecisions(decisionsFile()).catch(() => failed()), 300);
}

function put(map, key, value, isEmpty) {
  if (isEmpty) map.delete(key);
  else map.set(key, value);
}

export function decide(sha256, key, mark, note) {
  put(of(sha256).findings, key, { mark, note }, !mark && !note);
  keep(sha256);
}

export function correct(sha256, key, value, reason) {
  put(of(sha256).corrections, key, { value, reason }, value === "");
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
      if (!isText(key) || !isText(reason) || !/^-?\d+(\.\d+)?$/.test(value)) throw new Error("corrections");
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
