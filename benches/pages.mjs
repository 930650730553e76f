// What the benches share: the pages that they are given, and the peers, which are installed here and nowhere else.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";

export const here = dirname(fileURLToPath(import.meta.url));

/** The pages that the command line names (`ours` where it names none), every so manieth of them, and how many rounds to run. */
export function asked(ours = seeds()) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { every: { type: "string", default: "1" }, rounds: { type: "string", default: "5" } },
  });
  const all = positionals.length ? positionals.flatMap(pagesOf) : ours;
  return { pages: all.filter((_, index) => index % Number(values.every) === 0), rounds: Number(values.rounds) };
}

/** The project's own pages. */
function seeds() {
  const folder = join(here, "..", "seeds");
  return readdirSync(folder).map((name) => join(folder, name, "page.html")).filter(existsSync).flatMap(pagesOf);
}

/** Pages of a file: JSON Lines (gzip or not) with "html", or one HTML file. */
function pagesOf(file) {
  const bytes = readFileSync(file);
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString();
  if (!/\.jsonl(\.gz)?$/.test(file)) return [text];
  return text.split("\n").filter(Boolean).map((line) => JSON.parse(line).html).filter(Boolean);
}

/** Installs the peers where they aren't yet. */
export function peers() {
  if (existsSync(join(here, "node_modules"))) return;
  console.error("installing the peers …");
  spawnSync("npm", ["install", "--no-save", "--no-package-lock"], { cwd: here, stdio: "inherit" });
}

/** @param {number[]} list */
export const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** How many pages, and how large they are on average. */
export const described = (pages) => {
  const bytes = pages.reduce((sum, page) => sum + page.length, 0);
  return `${pages.length} pages, ${(bytes / 1024 / pages.length).toFixed(0)} KB each on average`;
};
