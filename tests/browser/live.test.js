// A live page in Chromium, its HTML as a string, and the same document pasted: one text, one summary, the same figures.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { browser, serve } from "./harness.js";

const seed = (name) => new URL(`../../seeds/${name}`, import.meta.url);
const seeds = readdirSync(seed("")).filter((name) => existsSync(seed(`${name}/page.html`)));

let chromium;
let server;
before(async () => {
  chromium = await browser();
  server = await serve();
});
after(async () => {
  await chromium?.close();
  await server?.close();
});

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
    for (const part of SAME) assert.deepEqual(live[part], html[part], part);
    assert.ok(isUntouched);
  });
}

test("a pasted page gives the text, summary and figures of the same document as HTML and live", async () => {
  const text = readFileSync(seed("night-ferry/text.txt"), "utf8");
  const lines = text.split("\n").map((line) => line.trim()).filter(Boolean);
  const escape = (line) => line.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const skip = lines.findIndex((line) => /skip to/i.test(line));
  const body = lines.filter((_, at) => at !== skip).map((line) => `<p>${escape(line)}</p>`).join("\n");
  const { live, html } = await both("/ferry/", `<!doctype html><html lang="en"><head><title>${escape(lines[skip + 1])}</title></head><body>
    <a href="#main">${lines[skip]}</a><nav><ul><li><a href="/">Home</a></li><li><a href="/coast">Coast</a></li></ul></nav>
    <main id="main">${body}</main><footer><a href="/terms">Terms</a></footer></body></html>`);
  const page = await chromium.newPage();
  await page.goto(`${server.origin}/ferry/`);
  const pasted = await page.evaluate(async (text) => (await import("/www/browser.js")).digest(text), text);
  await page.close();
  for (const part of ["text", "summary", "figures"]) {
    assert.deepEqual(live[part], html[part], `${part}, live and HTML`);
    assert.deepEqual(pasted[part], html[part], `${part}, pasted and HTML`);
  }
});

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

test("the 100,000 nested elements of a hostile page are walked and answered", async () => {
  const page = await chromium.newPage();
  await page.goto(`${server.origin}/shadow/`);
  const count = await page.evaluate(async () => {
    let at = document.body.appendChild(document.createElement("div"));
    for (let depth = 0; depth < 100_000; depth++) at = at.appendChild(document.createElement("b"));
    const { walk } = await import("/www/walk.js");
    return walk(document).events.filter((event) => event === 2).length;
  });
  await page.close();
  assert.ok(count > 100_000);
});
