// Times the panel on a page of 200 KB in Chromium, from the script tag to the panel with its summary, the embed in the
// browser's cache; beside it, in the same pages, Readability extracting a clone of the page. Prints medians and their ratio.
//
//   node benches/panel.mjs [ROUNDS]      after a build; see README.md

import { existsSync, readFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { browser, longPage, serve } from "../tests/browser/harness.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const peer = process.env.READABILITY ?? `${here}node_modules/@mozilla/readability/Readability.js`;
if (!existsSync(peer)) spawnSync("npm", ["install", "--no-save", "--no-package-lock"], { cwd: here, stdio: "inherit" });

const rounds = Number(process.argv[2] ?? 15);
const kept = { headers: { "cache-control": "max-age=3600" } };
const server = await serve({
  "/long/": { html: longPage("/dist/about.js") },
  "/dist/embed.js": kept,
  "/Readability.js": { body: readFileSync(peer), type: "text/javascript" },
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
const median = (name) => times.map((time) => time[name]).sort((a, b) => a - b)[rounds >> 1];
const [panel, readability] = [median("panel"), median("readability")];
console.log(`script tag to drawn panel ${panel.toFixed(0)} ms, Readability on a clone ${readability.toFixed(0)} ms: ${(panel / readability).toFixed(2)} times`);
await chromium.close();
await server.close();
