// The review page in a real browser: Debian's Chromium, driven by playwright-core, judged by axe-core.
//   MINGXI_PROGRAM=build/mingxi node --test tests/browser/
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../..", import.meta.url));
const program = process.env.MINGXI_PROGRAM ?? join(root, "build/mingxi");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const sample = join(root, "samples/budget_pdf/budget.pdf");

const folder = mkdtempSync(join(tmpdir(), "mingxi-browser-"));
let browser;

/** A file in the test's own folder. */
const placed = (name, text) => { const path = join(folder, name); writeFileSync(path, text); return path; };

/** The sample text with one wrong figure: its change no longer fits, and so neither does its rate. */
const wrong = () => placed("wrong.txt", readFileSync(join(root, "samples/budget_text/budget.txt"), "utf8").replace("增加27.80", "增加27.30"));

/** Makes a review page of documents. */
function reviewed(name, documents, ...options) {
  const path = join(folder, name);
  execFileSync(program, ["review", ...documents, "-o", path, ...options]);
  return path;
}

/** Opens a page from disk; what it complains of or asks the network for fails the test. */
async function opened(path, hash = "", context = browser) {
  const page = await context.newPage();
  page.troubles = [];
  page.on("pageerror", (error) => page.troubles.push(String(error)));
  page.on("console", (message) => { if (message.type() === "error") page.troubles.push(message.text()); });
  page.on("request", (request) => { if (/^(https?|ws)/.test(request.url())) page.troubles.push(request.url()); });
  page.on("dialog", (dialog) => { page.troubles.push(dialog.message()); dialog.dismiss(); });
  await page.goto(pathToFileURL(path).href + hash);
  return page;
}

async function closed(page) {
  assert.deepEqual(page.troubles, []);
  await page.close();
}

before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
});
after(async () => { await browser?.close(); rmSync(folder, { recursive: true, force: true }); });

test("the first finding is open, lights up all its places, and its page scrolls in", async () => {
  const page = await opened(reviewed("wrong.html", [wrong()]));
  const open = page.locator(".card.open");
  assert.match(await open.locator(".formula code").innerText(), /716\.00 - 688\.20 = 27\.30/);
  assert.match(await open.locator(".numbers").innerText(), /27\.30 万元/);
  const boxes = await page.evaluate(() => JSON.parse(document.getElementById("document-0").textContent).findings[0].evidence
    .reduce((count, place) => count + place.boxes.length, 0));
  assert.equal(await page.locator(".sheets .selected rect").count(), boxes);
  assert.ok(await page.locator(".sheets .selected rect").first().isVisible());
  assert.match(page.url(), /selected=n1/);
  assert.equal(await open.locator(".clip").count(), 4);
  await closed(page);
});

test("j and k go through the findings, and other keys do what the help says", async () => {
  const page = await opened(join(folder, "wrong.html"));
  await page.locator(".card").first().waitFor();
  const names = await page.locator(".card").evaluateAll((cards) => cards.map((card) => card.dataset.name));
  await page.keyboard.press("j");
  assert.equal(await page.locator(".card.open").getAttribute("data-name"), names[0]);
  if (names.length > 1) {
    await page.keyboard.press("j");
    assert.equal(await page.locator(".card.open").getAttribute("data-name"), names[1]);
    await page.keyboard.press("k");
  }
  assert.equal(await page.locator(".card.open").getAttribute("data-name"), names[0]);
  await page.keyboard.press("+");
  assert.equal(await page.locator(".page-bar output").innerText(), "125%");
  await page.keyboard.press("/");
  assert.ok(await page.locator("input.search").evaluate((field) => field === document.activeElement));
  await page.keyboard.type("jk?");
  assert.equal(await page.locator("input.search").inputValue(), "jk?", "keys are text while something is typed");
  await page.locator("#tab-checks").focus();
  await page.keyboard.press("?");
  assert.ok(await page.locator("dialog[open]").isVisible());
  await page.locator("dialog input").uncheck();
  await page.keyboard.press("Escape");
  await page.keyboard.press("1");
  assert.equal(await page.locator("#tab-facts").getAttribute("aria-selected"), "true", "single keys can be turned off");
  await closed(page);
});

test("a click on a box selects its figure, and a cell its box", async () => {
  const page = await opened(reviewed("budget.html", [sample]), "#page=4");
  const spot = await page.evaluate(() => {
    const json = JSON.parse(document.getElementById("document-0").textContent);
    const fact = json.facts.find((each) => each.evidence.page === 4);
    return { id: fact.id, box: fact.evidence.boxes[0].box, width: json.pages[3].width };
  });
  const sheet = page.locator(".sheet").nth(3);
  await sheet.locator("img").waitFor();
  assert.ok(await sheet.locator("img").evaluate(async (image) => { await image.decode(); return image.naturalWidth > 1000; }));
  const scale = (await sheet.boundingBox()).width / spot.width;
  const [left, top, right, bottom] = spot.box;
  await sheet.click({ position: { x: (left + right) / 2 * scale, y: (top + bottom) / 2 * scale } });
  assert.equal(await page.locator(".fact.open").getAttribute("data-row"), spot.id);

  await page.locator("#tab-tables").click();
  await page.locator("td.figure .cell").first().click();
  assert.equal(await page.locator("td.chosen").count(), 1);
  assert.ok(await page.locator(".sheets .selected.cell rect").first().isVisible());
  assert.ok(await page.locator("td.blank").count() > 0, "blank cells can be told from zeros");
  assert.equal(await page.locator("td.blank", { hasText: "0" }).count(), 0);
  await closed(page);
});

test("filters narrow the lists, and the address brings the view back", async () => {
  const page = await opened(join(folder, "budget.html"), "#tab=facts");
  const counter = page.locator(".counter");
  const all = await counter.innerText();
  await page.locator("input.search").fill("公务接待费");
  await page.waitForURL(/query=/);
  assert.notEqual(await counter.innerText(), all);
  for (const subject of await page.locator(".fact .subject").allInnerTexts()) assert.match(subject, /公务接待费/);
  await page.locator(".filters select").first().selectOption("change_rate");
  assert.equal(await page.locator(".fact").count(), 1);
  await page.reload();
  assert.equal(await page.locator(".fact").count(), 1);
  assert.equal(await page.locator("input.search").inputValue(), "公务接待费");
  await page.evaluate(() => { location.hash = "tab=facts"; });
  await page.waitForFunction((all) => document.querySelector(".counter").innerText === all, all);
  assert.ok(await page.locator(".fact").count() > 1, "an address without unit and language keeps those that were chosen");
  await closed(page);

  const findings = await opened(join(folder, "wrong.html"));
  const cards = await findings.locator(".card").count();
  await findings.locator(".filters .group button").nth(1).click();
  assert.ok(await findings.locator(".card").count() < cards);
  await closed(findings);
});

test("yuan and ten thousands of yuan are exact, and English is a switch away", async () => {
  const page = await opened(join(folder, "budget.html"), "#tab=facts&query=其他收入&measure=level&origin=narrative");
  const amount = page.locator(".fact .number").nth(1);
  assert.equal(await amount.innerText(), "18.00");
  await page.locator(".tools .group button").first().click();
  assert.equal(await amount.innerText(), "180,000");
  await page.getByRole("button", { name: "English" }).click();
  assert.equal(await page.locator("#tab-facts").innerText().then((words) => words.split("\n")[0].replace(/\d+$/, "")), "Figures");
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await closed(page);
});

test("decisions are kept, exported, honoured by an audit, and imported elsewhere", async () => {
  const context = await browser.newContext({ acceptDownloads: true });
  const page = await opened(join(folder, "wrong.html"), "", context);
  await page.locator(".card.open .mark.false_alarm").click();
  assert.match(await page.locator(".counter").innerText(), /待复核 \d+ 处/);
  await page.locator(".card.open textarea").fill("印刷如此 <b>");
  await page.locator(".counter").click();
  await page.reload();
  assert.equal(await page.locator(".card.false_alarm").count(), 1, "kept over a reload");

  await page.locator("#tab-facts").click();
  await page.locator("input.search").fill("27.30");
  await page.waitForURL(/query=/);
  await page.locator(".fact-row[data-name]").first().click();
  await page.locator(".correction summary").click();
  await page.locator(".correction input").first().fill("27,80");
  await page.locator(".correction input").nth(1).fill("看错一位");
  await page.locator(".correction input").first().fill("27.80");
  await page.locator(".correction button[type=submit]").click();
  assert.match(await page.locator(".told").innerText(), /27\.80/);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "导出意见" }).click()]);
  const file = join(folder, "decisions.json");
  await download.saveAs(file);
  await closed(page);

  const audited = (decisions) => spawnSync(program, ["audit", wrong(), "--fail-on", "error", "--decisions", decisions], { encoding: "utf8" });
  const corrected = audited(file);
  assert.equal(corrected.status, 0, corrected.stderr);
  assert.match(corrected.stdout, /由 27\.30万元 更正为 27\.80万元/);
  assert.doesNotMatch(corrected.stdout, /不成立/);
  const marks = JSON.parse(readFileSync(file, "utf8"));
  marks.documents[0].corrections = [];
  const hidden = audited(placed("marks.json", JSON.stringify(marks)));
  assert.equal(hidden.status, 0, hidden.stderr);
  assert.match(hidden.stdout, /另有 1 处在复核中标为误报/);

  const elsewhere = await browser.newContext();
  const fresh = await opened(join(folder, "wrong.html"), "", elsewhere);
  assert.equal(await fresh.locator(".card.false_alarm").count(), 0);
  await fresh.locator("input[type=file]").setInputFiles(file);
  await fresh.locator(".card.open.false_alarm").waitFor();
  assert.equal(await fresh.locator(".card.open textarea").inputValue(), "印刷如此 <b>");
  await fresh.locator("input[type=file]").setInputFiles(placed("other.json", "{}"));
  await fresh.locator(".toast", { hasText: "没有导入" }).waitFor();
  await closed(fresh);

  const again = await opened(reviewed("again.html", [wrong()], "--decisions", join(folder, "marks.json")), "#selected=n1", await browser.newContext());
  await again.locator(".card.false_alarm .mark.false_alarm").click();
  await again.locator(".card.open textarea").fill("");
  await again.locator(".counter").click();
  await again.reload();
  await again.locator(".card.open").waitFor();
  assert.equal(await again.locator(".card.false_alarm").count(), 0, "what was taken back stays away");
  await closed(again);
  await context.close();
  await elsewhere.close();
});

test("what comes from a document is text, whatever it looks like", async () => {
  const evil = "<img src=x onerror=alert(1)></script><script>alert(2)</script><!--";
  const name = placed("<b>坏名.txt", `某县商务局${evil}2023年部门预算\n\n一、收支情况\n\n2023年${evil}收入总计1728.14万元，比上年增加（减少）71.94万元。\n`);
  const page = await opened(reviewed("evil.html", [name, sample]));
  assert.ok(await page.locator(".overview").isVisible());
  await page.locator(".overview .link").first().click();
  for (const tab of ["findings", "facts", "tables", "checks", "plots"]) await page.locator(`#tab-${tab}`).click();
  await page.locator("#tab-facts").click();
  await page.locator(".fact-row[data-name]").first().click();
  assert.equal(await page.locator("img[src=x], .main b, .top b").count(), 0);
  assert.match(await page.locator(".text-page").first().textContent(), /<img[^]*onerror=alert/);
  assert.equal(await page.evaluate(() => document.querySelectorAll("script:not([type])").length), 0);
  await closed(page);
});

test("axe finds no serious fault in any view", async () => {
  const path = reviewed("two.html", [wrong(), sample]);
  const views = ["", "#document=0&selected=n1", "#document=1&tab=facts&selected=f10", "#document=1&tab=tables", "#document=1&tab=checks", "#document=1&tab=plots", "#document=0&selected=n1&language=en"];
  for (const hash of views) {
    const context = await browser.newContext({ bypassCSP: true });
    const page = await opened(path, hash, context);
    await page.locator(".main > *").first().waitFor();
    await page.waitForTimeout(300);
    await page.evaluate(axe);
    const { passes, violations } = await page.evaluate(() => axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }));
    assert.ok(passes.length > 5, "axe looked");
    assert.deepEqual(violations.filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${hash} ${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`), []);
    await closed(page);
    await context.close();
  }
});

test("of three hundred pages only those near are drawn", async () => {
  const line = "2023年收入总计1728.14万元，比上年增加71.94万元。\n";
  const page = await opened(reviewed("long.html", [placed("long.txt", Array.from({ length: 300 }, () => line.repeat(20)).join("\f"))]));
  await page.locator(".sheet .overlay").first().waitFor();
  assert.equal(await page.locator(".sheet").count(), 300);
  assert.ok(await page.locator(".sheet .overlay").count() < 20);
  await page.locator(".page-bar input").fill("250");
  await page.keyboard.press("Enter");
  await page.locator(".sheet").nth(249).locator(".overlay").waitFor();
  assert.ok(await page.locator(".sheet .overlay").count() < 20);
  await closed(page);
});

test("a dataset is served to this machine's own page only, and keeps the decisions", async () => {
  const dataset = join(folder, "dataset");
  execFileSync(program, ["build", sample, wrong(), "-o", dataset, "--quiet"]);
  const server = spawn(program, ["review", "--serve", dataset, "--lang", "en"]);
  try {
    const address = await new Promise((resolve) => server.stderr.on("data", (text) => {
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(text);
      if (found) resolve(found[0]);
    }));
    const status = (headers) => new Promise((resolve) => request(address, { headers }, (answer) => resolve(answer.statusCode)).end());
    assert.equal(await status({}), 303, "the token gives a cookie");
    assert.equal(await status({ host: "example.org" }), 403, "another name for this machine");
    assert.equal(await status({ origin: "http://example.org" }), 403, "a page of another site");

    const page = await browser.newPage();
    await page.goto(address);
    await page.locator(".overview .search").pressSequentially("林业");
    assert.match(page.url(), /find=/);
    assert.equal(await page.locator(".overview tbody tr").count(), 1, "one body has this name");
    await page.locator(".overview .search").fill("");
    await page.locator(".overview .link").first().click();
    await page.locator(".card.open").waitFor();
    await page.goBack();
    await page.locator(".overview .link").first().waitFor();
    await page.goForward();
    await page.locator(".card.open").waitFor();
    await page.locator(".sheet .picture > *").first().waitFor();
    const kept = page.waitForResponse((answer) => answer.request().method() === "PUT");
    await page.locator(".card.open .mark.unsure").click();
    assert.equal((await kept).status(), 204);
    const file = JSON.parse(readFileSync(join(dataset, "decisions.json"), "utf8"));
    assert.equal(file.documents[0].findings[0].mark, "unsure");
    await page.reload();
    await page.locator(".card.unsure").waitFor();
    await page.close();
  } finally {
    server.kill();
  }
});
