// Times the panel on a page of 200 KB in Chromium, from the script tag to the panel with its summary, the embed in the
// browser's cache; beside it, in the same pages, Readability extracting a clone of the page. Prints medians and their ratio.
//
//   node benches/panel.mjs [ROUNDS]      after a build; see README.md

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { browser, longPage, serve } from "../tests/browser/harness.js";
import { here, median, peers } from "./pages.mjs";

peers();

const rounds = Number(process.argv[2] ?? 15);
const kept = { headers: { "cache-control": "max-age=3600" } };
const server = await serve({
  "/long/": { html: longPage("/dist/about.js") },
  "/dist/embed.js": kept,
  "/Readability.js": { body: readFileSync(join(here, "node_modules/@mozilla/readability/Readability.js")), type: "text/javascript" },
});
const chromium = await browser();
const context = await chromium.newContext();

/** Milliseconds of one page: the panel's, and Readability's. */
async function timed() {
  const page = await context.newPage();
  await page.goto(`${server.origin}/long/`);
  await page.addScriptTag({ url: "/Readability.js" });
  const times = await page.evaluate(async () => {
    const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    await drawn();
    const clone = performance.now();
    const article = new globalThis.Readability(document.cloneNode(true)).parse();
    const readability = performance.now() - clone;
    const loaded = new Promise((resolve) => document.addEventListener("nutgraf-load", resolve, { once: true }));
    const began = performance.now();
    document.head.append(Object.assign(document.createElement("script"), { type: "module", src: "/dist/embed.js" }));
    await loaded;
    await drawn();
    return { panel: performance.now() - began, readability, length: article.length };
  });
  await page.close();
  return times;
}

await timed();
const times = [];
for (let round = 0; round < rounds; round++) times.push(await timed());
const [panel, readability] = ["panel", "readability"].map((name) => median(times.map((time) => time[name])));
console.log(`script tag to drawn panel ${panel.toFixed(0)} ms, Readability on a clone ${readability.toFixed(0)} ms: ${(panel / readability).toFixed(2)} times`);
await chromium.close();
await server.close();
