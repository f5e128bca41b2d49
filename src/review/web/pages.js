// The left side: the pages as printed, with boxes over them. Pictures are read when their page comes
// near and given back when it is far.
import { drawing, element, toggle } from "./dom.js";
import { readPicture } from "./source.js";
import { change, note, state } from "./state.js";
import { say } from "./words.js";
import { spotWords } from "./labels.js";

const ZOOMS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4];
const MARGIN = 1.5; // points around a box, so that the ink stays readable

const view = { reading: null, index: 0, sheets: [], zoom: 1, boxes: [], tone: "", pick: () => {}, watcher: null, showsFacts: true };
const parts = {};

/** Makes the pane. pick(spots) is called with what was clicked on. */
export function pagesPane(pick) {
  view.pick = pick;
  parts.number = element("input", { type: "number", min: 1, inputmode: "numeric", onchange: () => goToPage(Number(parts.number.value)) });
  parts.count = element("span", { class: "count" });
  parts.zoom = element("output", {});
  parts.bar = element("div", { class: "page-bar", role: "toolbar" });
  parts.scroller = element("div", { class: "sheets", tabindex: 0, onscroll: () => requestAnimationFrame(noticePage) });
  parts.tip = element("div", { class: "tip", hidden: true, "aria-hidden": "true" });
  return element("section", { class: "pages" }, parts.bar, parts.scroller, parts.tip);
}

/** Words of the pane's own controls, in the language of the moment. */
export function namePagesPane() {
  parts.scroller.setAttribute("aria-label", say("pages"));
  parts.scroller.setAttribute("role", "region");
  parts.number.setAttribute("aria-label", say("pageNumber"));
  parts.bar.setAttribute("aria-label", say("pageTools"));
  const button = (sign, words, act) => element("button", { type: "button", title: words, "aria-label": words, onclick: act }, sign);
  parts.bar.replaceChildren(
    button("‹", say("previousPage"), () => goToPage(Number(state.page) - 1)), parts.number, parts.count,
    button("›", say("nextPage"), () => goToPage(Number(state.page) + 1)),
    element("span", { class: "gap" }),
    toggle(say("allFigures"), view.showsFacts, showFacts, { class: "show-facts" }),
    button("−", say("smaller"), () => zoomBy(-1)), parts.zoom, button("+", say("larger"), () => zoomBy(1)));
  for (const sheet of view.sheets) sheet.node.setAttribute("aria-label", say("page", sheet.page.number));
}

function showFacts() {
  view.showsFacts = !view.showsFacts;
  parts.bar.querySelector(".show-facts").setAttribute("aria-pressed", String(view.showsFacts));
  parts.scroller.classList.toggle("plain", !view.showsFacts);
}

/** Shows the pages of a document. */
export function showPages(index, reading) {
  view.reading = reading;
  view.index = index;
  view.boxes = [];
  view.watcher?.disconnect();
  view.watcher = new IntersectionObserver(comeOrGo, { root: parts.scroller, rootMargin: "1200px 0px" });
  view.sheets = reading.pages.map((page) => {
    const node = element("figure", { class: "sheet", "aria-label": say("page", page.number) });
    node.style.aspectRatio = `${page.width} / ${page.height}`;
    return { page, node, overlay: null };
  });
  parts.number.max = reading.pages.length;
  parts.count.textContent = `/ ${reading.pages.length}`;
  parts.scroller.replaceChildren(...view.sheets.map((sheet) => sheet.node));
  for (const sheet of view.sheets) view.watcher.observe(sheet.node);
  setZoom(view.zoom);
}

function comeOrGo(entries) {
  for (const { target, isIntersecting } of entries) {
    const sheet = view.sheets.find((each) => each.node === target);
    if (!sheet) continue;
    if (isIntersecting && !sheet.overlay) fill(sheet);
    if (!isIntersecting && sheet.overlay) {
      sheet.node.replaceChildren();
      sheet.overlay = null;
    }
  }
}

const inflated = ([left, top, right, bottom]) =>
  ({ x: left - MARGIN, y: top - MARGIN, width: right - left + 2 * MARGIN, height: bottom - top + 2 * MARGIN, rx: 1 });

const outline = ([left, top, right, bottom]) => `M${left - 0.5} ${top}H${right + 0.5}V${bottom}H${left - 0.5}Z`;

function fill(sheet) {
  const { page } = sheet;
  const spots = view.reading.spotsOn(page.number);
  const facts = spots.filter((spot) => spot.kind === "fact").map((spot) => outline(spot.box)).join("");
  sheet.hover = drawing("g", { class: "hover" });
  sheet.selected = drawing("g", { class: "selected" });
  sheet.overlay = drawing("svg", { class: "overlay", viewBox: `0 0 ${page.width} ${page.height}`, "aria-hidden": "true" },
    drawing("path", { class: "facts", d: facts }),
    spots.filter((spot) => spot.kind === "finding").map((spot) =>
      drawing("rect", { class: `place ${spot.finding.severity}`, ...inflated(spot.box) })),
    sheet.hover, sheet.selected);
  sheet.overlay.addEventListener("click", (event) => view.pick(spotsAt(sheet, event)));
  sheet.overlay.addEventListener("pointermove", (event) => hover(sheet, event));
  sheet.overlay.addEventListener("pointerleave", () => { sheet.hover.replaceChildren(); parts.tip.hidden = true; });
  sheet.node.replaceChildren(pictureOf(page.number), sheet.overlay, element("figcaption", {}, String(page.number)));
  drawSelected(sheet);
}

/** The picture of a page of the document shown, filling its parent; it appears when it has been read. */
export function pictureOf(number) {
  const holder = element("div", { class: "picture" });
  const page = view.reading.pages[number - 1];
  readPicture(view.index, number).then((picture) => {
    if (picture === null) holder.append(element("p", { class: "no-picture" }, say("noPicture")));
    else if (picture.words) holder.append(textPage(page, picture.words));
    else holder.append(element("img", { src: picture.url, alt: "", decoding: "async", draggable: "false" }));
  });
  return holder;
}

function textPage(page, words) {
  return drawing("svg", { class: "text-page", viewBox: `0 0 ${page.width} ${page.height}`, "aria-hidden": "true" },
    words.map(({ x, y, width, size, text }) => drawing("text",
      { x, y, "font-size": size, textLength: width, lengthAdjust: "spacingAndGlyphs" }, text)));
}

function pointOn(sheet, event) {
  const frame = sheet.overlay.getBoundingClientRect();
  return [(event.clientX - frame.left) / frame.width * sheet.page.width, (event.clientY - frame.top) / frame.height * sheet.page.height];
}

const spotsAt = (sheet, event) => view.reading.at(sheet.page.number, ...pointOn(sheet, event));

function hover(sheet, event) {
  const spots = spotsAt(sheet, event);
  const spot = spots.fact ?? spots.finding ?? spots.cell;
  sheet.overlay.classList.toggle("over", Boolean(spot));
  sheet.hover.replaceChildren(...(spot ? [drawing("rect", inflated(spot.box))] : []));
  parts.tip.hidden = !(spots.fact || spots.finding);
  if (parts.tip.hidden) return;
  parts.tip.textContent = spotWords(spots);
  const frame = parts.scroller.parentNode.getBoundingClientRect();
  const left = event.clientX - frame.left + 14;
  parts.tip.style.left = `${Math.max(4, Math.min(left, frame.width - parts.tip.offsetWidth - 8))}px`;
  parts.tip.style.top = `${event.clientY - frame.top + 18}px`;
}

function drawSelected(sheet) {
  if (!sheet.overlay) return;
  sheet.selected.setAttribute("class", `selected ${view.tone}`);
  sheet.selected.replaceChildren(...view.boxes.filter((each) => each.page === sheet.page.number)
    .map((each) => drawing("rect", inflated(each.box))));
}

/** Lights up boxes, all at once; tone is a severity, "fact" or "cell". */
export function lightUp(boxes, tone) {
  view.boxes = boxes;
  view.tone = tone;
  view.sheets.forEach(drawSelected);
  if (boxes.length > 0) showBox(boxes[0]);
}

/** Scrolls so that a box can be seen. */
export function showBox({ page, box }) {
  const sheet = view.sheets[page - 1];
  if (!sheet) return;
  const frame = parts.scroller.getBoundingClientRect();
  const paper = sheet.node.getBoundingClientRect();
  const scale = paper.width / sheet.page.width;
  const [left, top, right, bottom] = box.map((length) => length * scale);
  const y = paper.top + (top + bottom) / 2 - frame.top;
  const x = paper.left + (left + right) / 2 - frame.left;
  if (y < frame.height * 0.1 || y > frame.height * 0.9) parts.scroller.scrollTop += y - frame.height * 0.4;
  if (x < frame.width * 0.05 || x > frame.width * 0.95) parts.scroller.scrollLeft += x - frame.width / 2;
}

export function goToPage(number) {
  const page = Math.min(Math.max(1, number || 1), view.sheets.length);
  const sheet = view.sheets[page - 1];
  if (sheet) parts.scroller.scrollTop = sheet.node.offsetTop - parts.scroller.offsetTop - 8;
  change({ page });
  noticePage();
}

// The page that covers the upper third of the pane. Pages lie in order, so it is found by halving.
function noticePage() {
  const line = parts.scroller.getBoundingClientRect().top + parts.scroller.clientHeight / 3;
  let low = 0;
  let high = view.sheets.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (view.sheets[middle].node.getBoundingClientRect().top <= line) low = middle;
    else high = middle;
  }
  if (document.activeElement !== parts.number) parts.number.value = low + 1;
  note({ page: String(low + 1) });
}

export function zoomBy(steps) {
  const at = ZOOMS.findIndex((zoom) => zoom >= view.zoom);
  setZoom(ZOOMS[Math.min(Math.max(0, at + steps), ZOOMS.length - 1)]);
}

function setZoom(zoom) {
  const middle = (parts.scroller.scrollTop + parts.scroller.clientHeight / 2) / (parts.scroller.scrollHeight || 1);
  view.zoom = zoom;
  parts.scroller.style.setProperty("--zoom", zoom);
  parts.zoom.textContent = `${Math.round(zoom * 100)}%`;
  parts.scroller.scrollTop = middle * parts.scroller.scrollHeight - parts.scroller.clientHeight / 2;
}

const CLIP = { width: 330, margin: 7 }; // points of paper that a clip shows

/** A strip of the page around the boxes of one place, as wide as its parent. */
export function clipOf(place) {
  const { page, box } = place.boxes[0];
  const sheet = view.reading.pages[page - 1];
  const boxes = place.boxes.filter((each) => each.page === page).map((each) => each.box);
  const left = Math.min(...boxes.map((each) => each[0]));
  const right = Math.max(...boxes.map((each) => each[2]));
  const top = Math.max(0, Math.min(...boxes.map((each) => each[1])) - CLIP.margin);
  const bottom = Math.min(sheet.height, Math.max(...boxes.map((each) => each[3])) + CLIP.margin);
  const width = Math.min(sheet.width, Math.max(CLIP.width, right - left + 40));
  const start = Math.min(Math.max(0, (left + right - width) / 2), sheet.width - width);
  const paper = element("div", { class: "clip-paper" }, pictureOf(page),
    drawing("svg", { class: "overlay", viewBox: `0 0 ${sheet.width} ${sheet.height}` },
      drawing("g", { class: `selected ${view.tone}` }, boxes.map((each) => drawing("rect", inflated(each))))));
  paper.style.width = `${100 * sheet.width / width}%`;
  paper.style.aspectRatio = `${sheet.width} / ${sheet.height}`;
  paper.style.left = `${-100 * start / width}%`;
  const clip = element("button", { type: "button", class: "clip", "aria-label": say("showOnPage", page), onclick: () => showBox({ page, box }) }, paper);
  clip.style.aspectRatio = `${width} / ${bottom - top}`;
  paper.style.marginTop = `${-100 * top / width}%`; // a share of the clip's width, as margins are
  return clip;
}
