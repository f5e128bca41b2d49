// The help: what the page is, and its keys, which can be turned off.
import { element } from "./dom.js";
import { say } from "./words.js";

const KEYS = [["j k", "keyNext"], ["/", "keySearch"], ["+ −", "keyZoom"], ["[ ]", "keyPages"], ["1 – 5", "keyTabs"], ["y x u", "keyMarks"], ["?", "keyHelp"]];
const KEPT = "mingxi.keys";

let areOn = true;
try { areOn = localStorage.getItem(KEPT) !== "off"; } catch { /* a browser that keeps nothing */ }

/** Whether single keys act. */
export const keysAreOn = () => areOn;

/** Opens the help. */
export function showHelp() {
  const dialog = document.getElementById("help");
  const box = element("input", { type: "checkbox", checked: areOn, onchange: () => {
    areOn = box.checked;
    try { localStorage.setItem(KEPT, areOn ? "on" : "off"); } catch { /* kept until the page is closed */ }
  } });
  dialog.setAttribute("aria-label", say("help"));
  dialog.replaceChildren(
    element("h2", {}, `${say("name")} · ${say("help")}`), element("p", {}, say("about")),
    element("h3", {}, say("keys")),
    element("dl", { class: "keys" }, KEYS.map(([keys, name]) => element("div", {},
      element("dt", {}, keys.split(" ").map((key) => (key === "–" ? key : element("kbd", {}, key)))), element("dd", {}, say(name))))),
    element("p", {}, element("label", {}, box, " ", say("keysOn"))),
    element("form", { method: "dialog" }, element("button", {}, say("close"))));
  dialog.showModal();
}
