// Fuzzes every target for so many seconds, with the seeds as corpus: `npm run fuzz [-- SECONDS]`, a minute each where none are
// said. Needs a nightly toolchain; cargo-fuzz is built into .tools. What makes a target fail is left in fuzz/artifacts.
//
// The core has no unsafe code, so that no sanitiser is needed, and a target runs ten times as often without one.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crate } from "./setup.mjs";
import { fail, manifest, path, run, say } from "./tools.mjs";

const seconds = Number(process.argv[2] ?? 60);
if (!(seconds > 0)) fail("usage: npm run fuzz -- SECONDS");
if ((await run("cargo", ["+nightly", "--version"], { quiet: true, may: true })).code !== 0) {
  fail("fuzzing needs a nightly toolchain: rustup toolchain install nightly");
}
await crate("cargo-fuzz", "cargo-fuzz", manifest.config["cargo-fuzz"], ["--locked"]);

/** The seeds' documents as first inputs of a target; gives their folder. */
function corpus(target) {
  const folder = path("fuzz", "corpus", target);
  mkdirSync(folder, { recursive: true });
  for (const seed of readdirSync(path("seeds"), { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    for (const file of readdirSync(join(seed.parentPath ?? seed.path, seed.name)).filter((name) => /^(page|text)\./.test(name))) {
      writeFileSync(join(folder, `${seed.name}-${file}`), readFileSync(path("seeds", seed.name, file)));
    }
  }
  return folder;
}

const targets = readdirSync(path("fuzz", "fuzz_targets")).map((file) => file.replace(/\.rs$/, ""));
for (const target of targets) {
  say(`── ${target}`);
  const args = ["+nightly", "fuzz", "run", "--sanitizer", "none", target, corpus(target), "--", `-max_total_time=${seconds}`, "-max_len=65536", "-print_final_stats=1"];
  const { code, output } = await run("cargo", args, { quiet: true, may: true });
  if (code !== 0) fail(`${target} failed:\n${output.slice(-6000)}`);
  const told = (name) => new RegExp(`${name}:\\s*(\\d+)`).exec(output)?.[1] ?? "?";
  const edges = [...output.matchAll(/cov: (\d+)/g)].at(-1)?.[1] ?? "?";
  console.log(`${target.padEnd(14)}${told("stat::number_of_executed_units").padStart(10)} inputs${edges.padStart(8)} edges of code reached, no fault`);
}
