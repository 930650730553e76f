// The sizes of what ships, raw, gzip and brotli, against their budgets.

import { existsSync, readFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { fail, isMain, path, run } from "./tools.mjs";

const KB = 1024;

/** Files of dist/, and the most that each may have in KB of brotli. */
const BUDGETS = [
  ["nutgraf.wasm", 250],
  ["nutgraf-embed.wasm", 110],
  ["embed.js", undefined],
  ["embed.js without its module", 15],
];
const TARBALL_KB_MAX = 1.5 * KB;

/** Prints the sizes; fails past a budget. */
export async function sizes() {
  const rows = BUDGETS.map(([name, budget]) => ({ name, budget, bytes: read(name) })).filter(({ bytes }) => bytes);
  const over = [];
  console.log(`${"".padEnd(28)}${["raw", "gzip", "brotli", "budget"].map((head) => head.padStart(10)).join("")}`);
  for (const { name, budget, bytes } of rows) {
    const all = [bytes.length, gzipSync(bytes, { level: 9 }).length, brotli(bytes)].map((size) => size / KB);
    console.log(`${name.padEnd(28)}${all.map((size) => size.toFixed(1).padStart(10)).join("")}${String(budget ?? "").padStart(10)}`);
    if (budget !== undefined && all[2] > budget) over.push(`${name} has ${all[2].toFixed(1)} KB of brotli; the budget is ${budget}`);
  }
  const { output } = await run("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { quiet: true });
  const [packed] = JSON.parse(output.slice(output.indexOf("[")));
  console.log(`the package: ${packed.entryCount} files, ${(packed.size / KB).toFixed(0)} KB packed (budget ${TARBALL_KB_MAX})`);
  if (packed.size / KB > TARBALL_KB_MAX) over.push("the package is past its budget");
  if (over.length > 0) throw new Error(over.join("\n"));
}

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

function read(name) {
  const file = path("dist", name.split(" ")[0]);
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  if (!name.includes("without")) return bytes;
  // The module stands in the script as one long base64 string.
  return Buffer.from(bytes.toString("utf8").replace(/[A-Za-z0-9+/=]{10000,}/, ""));
}

if (isMain(import.meta.url)) await sizes().catch((error) => fail(error.message));
