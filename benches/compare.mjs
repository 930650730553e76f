// Times nutgraf beside its peers: the same pages, one run, ratios. See README.md.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { asked, described, here, median, peers } from "./pages.mjs";

const { pages, rounds } = asked();
peers();

const { digest } = await import("../www/node.js");
const { Readability } = await import("@mozilla/readability");
const { JSDOM, VirtualConsole } = await import("jsdom");
const { parseHTML } = await import("linkedom");
const { Defuddle } = await import("defuddle/node");
const quiet = new VirtualConsole();
console.log = ((log) => (...args) => (String(args[0]).startsWith("Defuddle") ? undefined : log(...args)))(console.log);

/** Name → one page's work. Ours does everything; the peers extract. */
const systems = {
  "nutgraf, the whole digest": (page) => digest(page, { type: "html" }),
  "Readability + jsdom": (page) => new Readability(new JSDOM(page, { virtualConsole: quiet }).window.document).parse(),
  "Readability + linkedom": (page) => new Readability(parseHTML(page).document).parse(),
  "defuddle + linkedom": (page) => Defuddle(parseHTML(page).document, "https://a.example/"),
};

const times = new Map(Object.keys(systems).map((name) => [name, pages.map(() => [])]));
const failures = new Map();
for (let round = 0; round < rounds; round++) {
  process.stderr.write(`round ${round + 1} of ${rounds} over ${pages.length} pages …\n`);
  for (const [index, page] of pages.entries()) {
    for (const [name, work] of Object.entries(systems)) {
      const start = performance.now();
      try {
        await work(page);
      } catch {
        failures.set(name, (failures.get(name) ?? 0) + 1);
      }
      times.get(name)[index].push(performance.now() - start);
    }
  }
}

const perPage = (name) => times.get(name).reduce((sum, list) => sum + median(list), 0) / pages.length;
const rows = Object.keys(systems).map((name) => [name, perPage(name), failures.get(name) ?? 0]);
rows.push(...python());

/** Peers in Python, timed there over the same pages; none where they aren't installed. */
function python() {
  const input = pages.map((page) => JSON.stringify(page)).join("\n");
  const run = spawnSync("python3", [join(here, "peers.py")], { input, encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.status !== 0) return [];
  return Object.entries(JSON.parse(run.stdout)).map(([name, ms]) => [name, ms, 0]);
}

const own = rows[0][1];
console.log(`\n${described(pages)}\n`);
console.log("| system | ms a page | times nutgraf | failed |\n|---|---|---|---|");
for (const [name, ms, failed] of rows) {
  console.log(`| ${name} | ${ms.toFixed(2)} | ${(ms / own).toFixed(1)} | ${failed || ""} |`);
}
