// Single keys, while nothing is being typed.
import { setMark, stepFinding } from "./findings.js";
import { wantedFacts } from "./facts.js";
import { keysAreOn, showHelp } from "./help.js";
import { goToPage, zoomBy } from "./pages.js";
import { change, state } from "./state.js";

const MARK_KEYS = { y: "confirmed", x: "false_alarm", u: "unsure" };

function step(reading, by) {
  if (state.tab !== "facts") {
    change({ tab: "findings" });
    stepFinding(reading, by);
    return;
  }
  const names = wantedFacts(reading).map((each) => each.id);
  if (names.length === 0) return;
  const at = names.indexOf(state.selected);
  const next = at < 0 ? (by > 0 ? 0 : names.length - 1) : Math.min(Math.max(0, at + by), names.length - 1);
  change({ selected: names[next] });
}

function mark(reading, wanted, refresh) {
  const finding = reading.findings.find((each) => each.id === state.selected);
  if (!finding) return;
  setMark(reading, finding, wanted);
  refresh();
}

function search() {
  change({ tab: "facts" });
  document.querySelector("input.search")?.focus();
}

/** Follows the keyboard. reading() gives the document shown, or null; tabs are its tabs' names. */
export function followKeys(reading, tabs, refresh) {
  addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input, textarea, select, dialog");
    if (!keysAreOn() || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "?") { event.preventDefault(); showHelp(); return; }
    const shown = reading();
    if (shown === null) return;
    const acts = {
      j: () => step(shown, 1), k: () => step(shown, -1), "/": search,
      "+": () => zoomBy(1), "=": () => zoomBy(1), "-": () => zoomBy(-1),
      "[": () => goToPage(Number(state.page) - 1), "]": () => goToPage(Number(state.page) + 1),
    };
    tabs.forEach((name, index) => { acts[index + 1] = () => change({ tab: name }); });
    for (const [key, name] of Object.entries(MARK_KEYS)) acts[key] = () => mark(shown, name, refresh);
    if (!Object.hasOwn(acts, event.key)) return;
    event.preventDefault();
    acts[event.key]();
  });
}
