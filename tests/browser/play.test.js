// The playground in Chromium: samples, typing, views, marks, offline.

import assert from "node:assert/strict";
import { test } from "node:test";
import { settled, stage } from "./harness.js";

const { chromium, server } = await stage();

async function open(options) {
  const page = await chromium.newPage(options);
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(`${server.origin}/www/index.html`);
  await page.locator("nutgraf-summary").waitFor();
  assert.equal(await settled(page), "ready");
  return { page, errors };
}

test("a sample is digested, its spans are marked, and the panel leads into the marked text", async () => {
  const { page, errors } = await open();
  const digest = await page.evaluate(() => document.querySelector("nutgraf-summary").digest);
  const marks = await page.locator("#view mark").allTextContents();
  assert.equal(marks.join("").replace(/summary/, ""), digest.summary.map(({ text }) => text).join(""));
  assert.ok((await page.locator("#view .article").textContent()).includes(digest.text.split("\n\n").at(-1)));
  await page.locator("nutgraf-summary .show").first().click();
  assert.equal(await page.evaluate(() => [...CSS.highlights.get("nutgraf")][0].toString()), digest.summary[0].text);
  assert.deepEqual(errors, []);
  await page.close();
});

test("what is typed is digested, offline too, and nothing is asked of the network for it", async () => {
  const { page } = await open();
  await page.context().setOffline(true);
  const before = server.requests.length;
  const sentence = (at) => `The town of Ebbing opened bridge number ${at} on Monday, and the mayor paid for it with ${at} million dollars. `;
  await page.locator("#input").fill([1, 2, 3, 4, 5].map((at) => sentence(at) + sentence(at + 5)).join("\n\n"));
  await page.locator("#view", { hasText: "Ebbing" }).waitFor();
  await page.getByRole("tab", { name: "JSON" }).click();
  const json = JSON.parse(await page.locator("#view pre").textContent());
  assert.match(json.text, /Ebbing/);
  assert.equal(server.requests.length, before);
  await page.close();
});

test("what was removed is listed with its reason, and tabs follow the arrow keys", async () => {
  const { page } = await open();
  await page.getByRole("button", { name: "News page" }).click();
  await page.locator("#view", { hasText: "Hartsdale" }).waitFor();
  await page.getByRole("tab", { name: "Article" }).focus();
  await page.keyboard.press("ArrowRight");
  const reasons = await page.locator("#view dt").allTextContents();
  assert.ok(reasons.length > 3, reasons.join());
  assert.equal(await page.getByRole("tab", { selected: true }).textContent().then((text) => text.trim().startsWith("Removed")), true);
  await page.close();
});

test("at 320 pixels nothing scrolls sideways", async () => {
  const { page } = await open({ viewport: { width: 320, height: 640 } });
  assert.equal(await page.evaluate(() => document.scrollingElement.scrollWidth), 320);
  await page.close();
});
