// Times the panel in Chromium, from the script tag to the panel with its summary, the embed in the browser's cache; beside it, in
// the same pages, Readability extracting a clone of the page. Prints medians and their ratio. See README.md.
//
//   node benches/panel.mjs [--every N] [--rounds N] [PAGES …]      after a build; without pages, one with 200 KB of text

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { browser, longPage, serve } from "../tests/browser/harness.js";
import { asked, described, here, median, peers } from "./pages.mjs";

const { pages, rounds } = asked([longPage("/dist/about.js")]);
peers();
const kept = { headers: { "cache-control": "max-age=3600" } };
// A page's own scripts don't run, and nothing of it is fetched.
const policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:";
const quiet = { headers: { "content-security-policy": policy } };
const server = await serve({
  ...Object.fromEntries(pages.map((html, index) => [`/bench/${index}`, { html, ...quiet }])),
  "/dist/embed.js": kept,
  "/Readability.js": { body: readFileSync(join(here, "node_modules/@mozilla/readability/Readability.js")), type: "text/javascript" },
});
const chromium = await browser();
const context = await chromium.newContext();

/** Milliseconds of one page: the panel's, and Readability's. */
async function timed(index) {
  const page = await context.newPage();
  await page.goto(`${server.origin}/bench/${index}`);
  const times = await page.evaluate(async () => {
    await new Promise((onload) => document.head.append(Object.assign(document.createElement("script"), { src: "/Readability.js", onload })));
    const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    await drawn();
    const clone = performance.now();
    new globalThis.Readability(document.cloneNode(true)).parse();
    const readability = performance.now() - clone;
    const settled = new Promise((resolve) =>
      ["nutgraf-load", "nutgraf-error"].forEach((type) => document.addEventListener(type, resolve, { once: true })));
    const began = performance.now();
    document.head.append(Object.assign(document.createElement("script"), { type: "module", src: "/dist/embed.js" }));
    const { type } = await settled;
    await drawn();
    return { panel: performance.now() - began, readability, failed: type !== "nutgraf-load" };
  });
  await page.close();
  return times;
}

await timed(0);
const all = [];
for (const index of pages.keys()) {
  process.stderr.write(`page ${index + 1} of ${pages.length} …\r`);
  const times = [];
  for (let round = 0; round < rounds; round++) times.push(await timed(index));
  if (times.some(({ failed }) => failed)) console.error(`no panel for page ${index + 1}`);
  else all.push({ panel: median(times.map(({ panel }) => panel)), readability: median(times.map(({ readability }) => readability)) });
}
const [panel, readability] = ["panel", "readability"].map((name) => median(all.map((time) => time[name])));
console.log(`${described(pages)}\n`);
console.log(`script tag to drawn panel ${panel.toFixed(0)} ms, Readability on a clone ${readability.toFixed(0)} ms: ${(panel / readability).toFixed(2)} times`);
await chromium.close();
await server.close();
