// A live page in Chromium and its HTML as a string: one text, one summary, the same figures.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { stage } from "./harness.js";

const seed = (name) => new URL(`../../seeds/${name}`, import.meta.url);
const seeds = readdirSync(seed("")).filter((name) => existsSync(seed(`${name}/page.html`)));

const { chromium, server } = await stage();

const SAME = ["readable", "title", "lang", "dir", "text", "summary", "figures"];

/** The digests of a page served at `path`: of the live document, and of its source. */
async function both(path, html) {
  server.pages[path] = { html };
  const page = await chromium.newPage();
  await page.goto(server.origin + path);
  const digests = await page.evaluate(async (html) => {
    const { digest, digestDocument } = await import("/www/browser.js");
    const untouched = document.documentElement.outerHTML;
    const live = await digestDocument(document);
    const isUntouched = untouched === document.documentElement.outerHTML;
    return { live, isUntouched, html: await digest(html, { url: location.href }) };
  }, html);
  await page.close();
  return digests;
}

for (const name of seeds) {
  test(`${name}: the live page gives what its HTML gives, and isn't changed`, async () => {
    const { live, html, isUntouched } = await both(`/${name}/`, readFileSync(seed(`${name}/page.html`), "utf8"));
    assert.ok(isUntouched);
    const { readable } = JSON.parse(readFileSync(seed(`${name}/claims.json`), "utf8"));
    if (!readable) {
      assert.equal(live.readable, false);
      return assert.notEqual(live.reason, "needs-script", "the scripts of a live page have run");
    }
    for (const part of SAME) assert.deepEqual(live[part], html[part], part);
  });
}

test("shadow roots and slots are read as they are displayed, what is hidden by style is left out", async () => {
  const words = "The harbour master said on Friday that the new pier would open before the summer season begins.";
  server.pages["/shadow/"] = {
    html: `<!doctype html><html lang="en"><title>Pier</title><style>.off{display:none}</style><body><main>
      <h1>The pier opens</h1><p>${words} It has cost more than anyone planned, and it is half as long again.</p>
      <x-story><p slot="body">Anglers may use the lower deck from five in the morning, the council decided last week.</p></x-story>
      <p class="off">Unseen words that no reader of this page has ever been shown by any browser at all.</p>
      <p>Boats will call every hour, and the ticket office is to be moved to the old customs house nearby.</p></main>
      <script>document.querySelector("x-story").attachShadow({mode:"open"}).innerHTML =
        "<section><p>Within the shadow stands a sentence about the lamps, which are lit at dusk every day.</p><slot name=body></slot></section>"</script>`,
  };
  const page = await chromium.newPage();
  await page.goto(`${server.origin}/shadow/`);
  const { text } = await page.evaluate(async () => (await import("/www/browser.js")).digestDocument());
  await page.close();
  const lamps = text.indexOf("a sentence about the lamps");
  const anglers = text.indexOf("Anglers may use");
  assert.ok(lamps > text.indexOf("harbour master"), text);
  assert.ok(anglers > lamps && text.indexOf("Boats will call") > anglers, text);
  assert.ok(!text.includes("Unseen words"), text);
});

test("a document nested a hundred thousand deep is walked", async () => {
  const page = await chromium.newPage();
  await page.goto(`${server.origin}/shadow/`);
  const count = await page.evaluate(async () => {
    // A document without a window: Chromium itself can't lay out one that deep.
    const deep = document.implementation.createHTMLDocument("Deep");
    const top = deep.createElement("b");
    // From the outside in: what is put around a deep tree is told to each of its nodes.
    for (let depth = 1, at = top; depth < 100_000; depth++) at = at.appendChild(deep.createElement("b"));
    const { walk } = await import("/www/walk.js");
    return walk(top).events.filter((event) => event === 2).length;
  });
  await page.close();
  assert.ok(count >= 100_000);
});
