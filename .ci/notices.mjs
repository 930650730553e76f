// What the modules are made of besides our own code: the crates compiled into them, with their licences' texts, and the
// sources of the word lists. Gives the text of dist/THIRD-PARTY.txt.

import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { manifest, path, run } from "./tools.mjs";

/** Which of several licences is taken, where a crate lets one choose. */
const TAKEN = "MIT";

/** The notices, the same bytes for the same Cargo.lock. */
export async function notices() {
  const crates = await compiledIn();
  const texts = new Map();
  for (const { name, version, license, folder } of crates) {
    const text = licenceText(folder, name);
    texts.set(text, [...(texts.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  const parts = [...texts].map(([text, names]) => `${names.join("\n")}\n\n${text}`);
  const shipped = Object.keys(manifest.dependencies ?? {});
  if (shipped.length > 0) throw new Error(`notices.mjs tells of no npm packages; the package depends on ${shipped.join(", ")}`);
  return [
    "nutgraf itself is licensed under MIT or Apache-2.0, as you like. Its WebAssembly modules and the glue around them hold",
    "these Rust crates; no npm package is part of it. Word lists after other sources are named at the end.",
    "Made by .ci/notices.mjs.",
    "", ...parts.flatMap((part) => [RULE, "", part, ""]), RULE, "", "Word lists", "", ...wordLists(), "",
  ].join("\n");
}

const RULE = "-".repeat(80);

/** The crates that the wasm target's code comes from: neither those that only build it nor macros. */
async function compiledIn() {
  const args = ["metadata", "--format-version", "1", "--locked", "--filter-platform", "wasm32-unknown-unknown", "--features", "wasm"];
  const { output } = await run("cargo", args, { quiet: true });
  const { packages, resolve } = JSON.parse(output.slice(output.indexOf('{"packages"')));
  const known = new Map(packages.map((one) => [one.id, one]));
  const uses = new Map(resolve.nodes.map(({ id, deps }) => [id, deps.filter(({ dep_kinds: kinds }) => kinds.some(({ kind }) => kind === null)).map(({ pkg }) => pkg)]));
  const found = new Set([resolve.root]);
  for (const id of found) for (const used of uses.get(id)) if (!isMacro(known.get(used))) found.add(used);
  found.delete(resolve.root);
  return [...found]
    .map((id) => known.get(id))
    .map(({ name, version, license, manifest_path: at }) => ({ name, version, license, folder: dirname(at) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const isMacro = ({ targets }) => targets.some(({ kind }) => kind.includes("proc-macro"));

function licenceText(folder, name) {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying)/i.test(file)).sort();
  const file = files.find((file) => file.toUpperCase().includes(TAKEN)) ?? files[0];
  if (!file) throw new Error(`the crate ${name} ships no licence text`);
  return readFileSync(join(folder, file), "utf8").replace(/\r/g, "").trim();
}

/** The opening comment of every list that names a source other than ourselves. */
function wordLists() {
  const lexicon = path("src", "lexicon");
  const lists = readdirSync(lexicon, { recursive: true }).filter((file) => file.endsWith(".txt")).sort();
  return lists.flatMap((file) => {
    const lines = readFileSync(join(lexicon, file), "utf8").split("\n");
    const says = lines.slice(0, lines.findIndex((line) => !line.startsWith("#"))).map((line) => line.slice(1).trim()).join(" ");
    return /\bOurs\b|written for nutgraf/i.test(says) ? [] : [`${file.replaceAll("\\", "/")}: ${says}`];
  });
}
