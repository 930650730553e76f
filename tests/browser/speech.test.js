// Listen: the panel with a voice that the test plays.

import assert from "node:assert/strict";
import { test } from "node:test";
import { settled, stage, withPanel } from "./harness.js";

const { chromium, server } = await stage({ "/news/": { html: withPanel("reservoir-works") } });

/** Opens the page with one voice, which notes what it is given and says nothing. */
async function open(lang) {
  const page = await chromium.newPage();
  await page.addInitScript((lang) => {
    globalThis.spoken = [];
    const voice = {
      getVoices: () => [{ lang }],
      addEventListener() {},
      speak: (utterance) => globalThis.spoken.push(utterance),
      cancel: () => (globalThis.spoken = []),
    };
    Object.defineProperty(globalThis, "speechSynthesis", { value: voice });
  }, lang);
  await page.goto(`${server.origin}/news/`);
  assert.equal(await settled(page), "ready");
  return page;
}

const button = (page) => page.locator("nutgraf-summary [data-key=listen]");
const queued = (page) => page.evaluate(() => globalThis.spoken.length);

test("Listen speaks the sentences, tints the one that is spoken, and ends", async () => {
  const page = await open("en_GB");
  await button(page).click();
  const sentences = await page.evaluate(() => document.querySelector("nutgraf-summary").digest.summary.map(({ text }) => text));
  assert.deepEqual(await page.evaluate(() => globalThis.spoken.map(({ text }) => text)), sentences);
  assert.equal(await button(page).textContent(), "Stop");
  await page.evaluate(() => globalThis.spoken[0].onstart());
  assert.ok(await page.evaluate(() => CSS.highlights.has("nutgraf-hint")));
  await page.evaluate(() => globalThis.spoken.at(-1).onend());
  assert.equal(await button(page).textContent(), "Listen");
  await page.close();
});

test("speech goes on, and can be stopped, while the same is shown; it ends with what it tells", async () => {
  const page = await open("en-US");
  await button(page).click();
  await page.locator("nutgraf-summary [data-key=more]").click();
  assert.equal(await button(page).textContent(), "Stop");
  await page.evaluate(() => document.body.append(document.createElement("hr")));
  await page.waitForTimeout(1000);
  assert.ok((await queued(page)) > 0);
  await button(page).click();
  assert.deepEqual([await queued(page), await button(page).textContent()], [0, "Listen"]);
  for (const change of [
    (panel) => panel.shadowRoot.querySelector("[data-key=longer]").click(),
    (panel) => (panel.ownerDocument.querySelector("article p").textContent = "Another first sentence about the reservoir stands here now, in place of the old one."),
  ]) {
    await button(page).click();
    assert.ok((await queued(page)) > 0);
    await page.evaluate(`(${change})(document.querySelector("nutgraf-summary"))`);
    await page.waitForFunction(() => globalThis.spoken.length === 0);
    assert.equal(await button(page).textContent(), "Listen");
  }
  await page.close();
});

test("where no voice speaks the text's language there is no Listen", async () => {
  const page = await open("de-DE");
  assert.equal(await button(page).count(), 0);
  await page.close();
});
