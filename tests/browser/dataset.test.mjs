// A dataset under a validator that we did not write: datapackage-js, of Frictionless Data.
//   MINGXI_PROGRAM=build/mingxi node --test tests/browser/dataset.test.mjs
//   MINGXI_DATASET=DIR …   looks at that dataset too
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import datapackage from "datapackage";

const root = fileURLToPath(new URL("../..", import.meta.url));
const program = process.env.MINGXI_PROGRAM ?? join(root, "build/mingxi");
const folder = mkdtempSync(join(tmpdir(), "mingxi-dataset-"));
after(() => rmSync(folder, { recursive: true, force: true }));
process.removeAllListeners("warning");

/** Builds a dataset of all samples. */
function built(name) {
  const path = join(folder, name);
  const samples = readdirSync(join(root, "samples"), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    .flatMap(({ name: sample }) => readdirSync(join(root, "samples", sample)).filter((file) => !file.endsWith(".json"))
      .map((file) => join(root, "samples", sample, file)));
  execFileSync(program, ["build", ...samples, "-o", path, "--quiet", "--licence", "CC0-1.0", "--source",
    "某省=https://example.org", "--created", "2026-03-01"]);
  return path;
}

/** Rows by resource, and all that the validator complains of. */
async function validated(dataset) {
  const complaints = [];
  const rows = {};
  const description = await datapackage.Package.load(join(dataset, "datapackage.json"));
  complaints.push(...description.errors.map(String));
  for (const resource of description.resources.filter(({ tabular }) => tabular)) {
    rows[resource.name] = 0;
    const iterator = await resource.iter({ forceCast: true, relations: false });
    for (let step = await iterator.next(); !step.done; step = await iterator.next()) {
      rows[resource.name] += 1;
      if (step.value instanceof Error) complaints.push(`${resource.name}: ${step.value.errors?.map(String).join("; ") || step.value}`);
    }
    if (!(await resource.checkRelations().catch((error) => { complaints.push(`${resource.name}: ${error}`); return true; })))
      complaints.push(`${resource.name}: relations`);
  }
  return { complaints, rows, descriptor: description.descriptor };
}

test("datapackage-js finds nothing wrong with a dataset, and reads every row", async () => {
  const { complaints, rows, descriptor } = await validated(built("sound"));
  assert.deepEqual(complaints.slice(0, 5), []);
  assert.ok(rows.facts > 100 && rows.cells > 100 && rows.documents > 3, JSON.stringify(rows));
  assert.deepEqual(descriptor.licenses, [{ name: "CC0-1.0" }]);
  assert.deepEqual(descriptor.sources, [{ title: "某省", path: "https://example.org" }]);
  assert.equal(descriptor.created, "2026-03-01T00:00:00Z");
});

test("mingxi validate refuses what datapackage-js refuses", async () => {
  const dataset = built("broken");
  const csv = join(dataset, "facts.csv");
  const sound = readFileSync(csv, "utf8");
  for (const [from, to] of [[",=,", ",'=,"], [",level,", ",height,"], [",level,", ",,"], [/,1,\[\],/, ",one,[],"]]) {
    const broken = sound.replace(from, to);
    assert.notEqual(broken, sound, String(from));
    writeFileSync(csv, broken);
    assert.notDeepEqual((await validated(dataset)).complaints, [], `${from} → ${to}`);
    assert.throws(() => execFileSync(program, ["validate", dataset, "--lang", "en"], { stdio: "pipe" }),
      (error) => /facts\.csv:\d+: Column/.test(error.stdout + error.stderr), `${from} → ${to}`);
  }
});

test("a dataset that is named is sound too", { skip: !process.env.MINGXI_DATASET }, async () => {
  const { complaints, rows } = await validated(process.env.MINGXI_DATASET);
  console.log(rows);
  assert.deepEqual(complaints.slice(0, 5), []);
});
