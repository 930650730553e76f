// The sizes of what ships, raw, gzip and brotli, against their goals and limits.

import { existsSync, readFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { fail, isMain, path, run } from "./tools.mjs";

const KB = 1024;

/** Files of dist/: what each should have in KB of brotli, and the most that it may have. */
const BUDGETS = [
  ["nutgraf.wasm", 250, 644],
  ["nutgraf-embed.wasm", 110, 453],
  ["embed.js", undefined, undefined],
  ["embed.js without its module", 15, 20.1],
];
const TARBALL_KB_GOAL = 1.5 * KB;
const TARBALL_KB_MAX = 2.3 * KB;

/** Prints the sizes beside their goals; fails past a limit. */
export async function sizes() {
  const rows = BUDGETS.map(([name, goal, limit]) => ({ name, goal, limit, bytes: read(name) })).filter(({ bytes }) => bytes);
  const over = [];
  console.log(`${"".padEnd(28)}${["raw", "gzip", "brotli", "goal", "limit"].map((head) => head.padStart(10)).join("")}`);
  for (const { name, goal, limit, bytes } of rows) {
    const all = [bytes.length, gzipSync(bytes, { level: 9 }).length, brotli(bytes)].map((size) => size / KB);
    console.log(`${name.padEnd(28)}${all.map((size) => size.toFixed(1).padStart(10)).join("")}${[goal, limit].map((size) => String(size ?? "").padStart(10)).join("")}`);
    if (limit !== undefined && all[2] > limit) over.push(`${name} has ${all[2].toFixed(1)} KB of brotli; the limit is ${limit}`);
  }
  const { output } = await run("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { quiet: true });
  const [packed] = JSON.parse(output.slice(output.indexOf("[")));
  console.log(`the package: ${packed.entryCount} files, ${(packed.size / KB).toFixed(0)} KB packed (goal ${TARBALL_KB_GOAL}, limit ${TARBALL_KB_MAX.toFixed(0)})`);
  if (packed.size / KB > TARBALL_KB_MAX) over.push("the package is past its limit");
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
