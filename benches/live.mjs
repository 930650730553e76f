// Times the whole digest of live pages in Chromium, the walk through the document with its computed styles included, beside
// Readability extracting a clone of the same document: the same pages, turn by turn. Prints medians and their ratio. See README.md.
//
//   node benches/live.mjs [--every N] [--rounds N] [PAGES …]      after a build

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { browser, serve } from "../tests/browser/harness.js";
import { asked, described, here, median, peers } from "./pages.mjs";

const { pages, rounds } = asked();
peers();
// A page's own scripts don't run in the frame that holds it, and nothing of it is fetched.
const quiet = { headers: { "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'" } };
const server = await serve({
  "/bench/": { html: "<!doctype html><title>Bench</title><script src='/bench/Readability.js'></script><iframe id='frame' width='1200' height='800'></iframe>" },
  "/bench/Readability.js": { body: readFileSync(join(here, "node_modules/@mozilla/readability/Readability.js")), type: "text/javascript" },
  ...Object.fromEntries(pages.map((html, index) => [`/bench/${index}`, { html, ...quiet }])),
});
const chromium = await browser();
const page = await chromium.newPage();
await page.goto(`${server.origin}/bench/`);

const times = [];
for (const index of pages.keys()) {
  process.stderr.write(`page ${index + 1} of ${pages.length} …\r`);
  times.push(await page.evaluate(async ({ index, rounds }) => {
    const { digest } = await import("/www/browser.js");
    const frame = document.getElementById("frame");
    await new Promise((loaded) => {
      frame.onload = loaded;
      frame.src = `/bench/${index}`;
    });
    const systems = {
      nutgraf: (live) => digest(live),
      readability: (live) => new globalThis.Readability(live.cloneNode(true)).parse(),
    };
    const times = { nutgraf: [], readability: [] };
    for (let round = 0; round < rounds; round++) {
      for (const [name, work] of Object.entries(systems)) {
        const start = performance.now();
        await work(frame.contentDocument);
        times[name].push(performance.now() - start);
      }
    }
    return times;
  }, { index, rounds }));
}
const perPage = (name) => times.reduce((sum, time) => sum + median(time[name]), 0) / pages.length;
const [own, peer] = [perPage("nutgraf"), perPage("readability")];
console.log(`${described(pages)}\n`);
console.log(`the whole digest of a live page ${own.toFixed(2)} ms, Readability on a clone ${peer.toFixed(2)} ms: ${(own / peer).toFixed(2)} times`);
await chromium.close();
await server.close();
