// Numbers stay the exact decimals that were printed: strings, moved and grouped, never floating point.

/** Moves the point: shifted("1234.5", -4) is "0.12345". */
export function shifted(text, places) {
  const negative = text.startsWith("-");
  const [whole, fraction = ""] = text.replace("-", "").split(".");
  let digits = whole + fraction;
  let point = whole.length + places;
  if (point < 1) { digits = "0".repeat(1 - point) + digits; point = 1; }
  if (point > digits.length) digits += "0".repeat(point - digits.length);
  const integer = digits.slice(0, point).replace(/^0+(?=\d)/, "");
  const rest = places === 0 ? digits.slice(point) : digits.slice(point).replace(/0+$/, "");
  return (negative ? "-" : "") + integer + (rest ? "." + rest : "");
}

/** With separators: "-1234567.50" is "-1,234,567.50". */
export function grouped(text) {
  const [whole, fraction] = text.split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (fraction === undefined ? "" : "." + fraction);
}

/** An amount in 元 or 万元, with at least two places where it is 万元. */
export function amountIn(unit, yuan) {
  const text = unit === "yuan" ? yuan : shifted(yuan, -4);
  const [whole, fraction = ""] = text.split(".");
  return grouped(unit === "yuan" ? text : whole + "." + fraction.padEnd(2, "0"));
}

/** For lengths of bars only. */
export const approximately = (text) => Number(text);
