// A document JSON with its ways about: by id, by page, what belongs together.

const SEVERITIES = ["error", "warning", "info"];

const area = ([left, top, right, bottom]) => (right - left) * (bottom - top);
const holds = ([left, top, right, bottom], x, y) => x >= left && x <= right && y >= top && y <= bottom;

function gather(map, key, value) {
  if (!map.has(key)) map.set(key, []);
  map.get(key).push(value);
}

export const firstPage = (finding) => finding.evidence[0]?.page ?? 0;

/** The boxes of a finding, fact or cell: [{page, box}]. */
export const boxesOf = (thing) =>
  thing.evidence === undefined ? [{ page: thing.page, box: thing.box }]
  : [thing.evidence].flat().filter((place) => !place.document).flatMap((place) => place.boxes);

/** The name of a cell in an address: t2:4:5. */
export const cellName = (table, cell) => `${table.id}:${cell.row}:${cell.column}`;

/** Makes the ways about. */
export function reading(json) {
  const facts = new Map(json.facts.map((fact) => [fact.id, fact]));
  const tables = new Map(json.tables.map((table) => [table.id, table]));
  const findings = [...json.findings].sort((a, b) =>
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || firstPage(a) - firstPage(b));
  const findingsOfFact = new Map();
  const proofsOfFact = new Map();
  const factsOfCell = new Map();
  const spots = new Map();
  for (const finding of findings) {
    for (const { id, document } of finding.facts) if (!document) gather(findingsOfFact, id, finding);
    for (const { page, box } of boxesOf(finding)) gather(spots, page, { kind: "finding", name: finding.id, box, finding });
  }
  json.checks.proofs.forEach((proof, index) => {
    for (const id of proof.facts) gather(proofsOfFact, id, { proof, index });
  });
  for (const fact of json.facts) {
    if (fact.table !== null) gather(factsOfCell, `${fact.table}:${fact.row}:${fact.column}`, fact);
    for (const { page, box } of boxesOf(fact)) gather(spots, page, { kind: "fact", name: fact.id, box, fact });
  }
  for (const table of json.tables)
    for (const cell of table.cells)
      if (cell.box) gather(spots, cell.page, { kind: "cell", name: cellName(table, cell), box: cell.box, table: table.id });

  return {
    json, facts, tables, findings, findingsOfFact, proofsOfFact, factsOfCell,
    sha256: json.source.sha256,
    pages: json.pages,
    spotsOn: (page) => spots.get(page) ?? [],
    /** The smallest box of each kind at a point of a page: {finding, fact, cell}. */
    at(page, x, y) {
      const found = {};
      for (const spot of spots.get(page) ?? [])
        if (holds(spot.box, x, y) && (!found[spot.kind] || area(spot.box) < area(found[spot.kind].box))) found[spot.kind] = spot;
      return found;
    },
    /** What a name in the address stands for: {kind, thing, boxes}, or null. */
    named(name) {
      const [first, row, column] = name.split(":");
      if (row !== undefined) {
        const table = tables.get(first);
        const cell = table?.cells.find((each) => each.row === Number(row) && each.column === Number(column));
        return cell ? { kind: "cell", thing: cell, table, boxes: boxesOf(cell) } : null;
      }
      if (name.startsWith("f") && facts.has(name)) return { kind: "fact", thing: facts.get(name), boxes: boxesOf(facts.get(name)) };
      if (name.startsWith("p")) {
        const proof = json.checks.proofs[Number(name.slice(1))];
        return proof ? { kind: "proof", thing: proof, boxes: proof.facts.flatMap((id) => boxesOf(facts.get(id))) } : null;
      }
      const finding = findings.find((each) => each.id === name);
      return finding ? { kind: "finding", thing: finding, boxes: boxesOf(finding) } : null;
    },
  };
}
