// Elements are made here and nowhere else: text goes in as text, never as markup.

const DRAWING = "http://www.w3.org/2000/svg";

function furnish(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** element("p", {class: "note", onclick: act}, "text", child): what is null or false is left out. */
export function element(name, attributes, ...children) {
  return furnish(document.createElement(name), attributes, children);
}

/** The same for SVG. */
export function drawing(name, attributes, ...children) {
  return furnish(document.createElementNS(DRAWING, name), attributes, children);
}

/** A drop-down list of [value, words] pairs. */
export function choice(label, options, chosen, act) {
  const list = element("select", { "aria-label": label, onchange: () => act(list.value) },
    options.map(([value, words]) => element("option", { value, selected: String(value) === String(chosen) }, words)));
  return list;
}

/** A button that is on or off. */
export function toggle(words, isOn, act, attributes) {
  return element("button", { type: "button", "aria-pressed": String(isOn), onclick: act, ...attributes }, words);
}

/**
 * A long list that grows as it is scrolled: row(item) is called for the first `step` items, and for
 * more when the end comes near. Gives {reveal(index)}, which makes sure that an item has its row.
 */
export function growingList(parent, items, row, step = 80) {
  let made = 0;
  const end = element("div", { class: "end", "aria-hidden": "true" });
  const grow = (count) => {
    const rows = items.slice(made, count).map(row);
    made = Math.max(made, Math.min(count, items.length));
    if (end.parentNode === parent) end.before(...rows);
    else parent.append(...rows, end);
    if (made >= items.length) { watcher.disconnect(); end.remove(); }
  };
  const watcher = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) grow(made + step);
  }, { rootMargin: "800px" });
  grow(step);
  if (made < items.length) watcher.observe(end);
  return { reveal: (index) => { if (index >= made) grow(index + step); } };
}
