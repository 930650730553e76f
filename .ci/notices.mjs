// What the package is made of besides our own code: the crates and npm packages in it, with their licences' texts, and the
// sources of the word lists. Gives the texts of dist/THIRD-PARTY.txt and dist/nutgraf-abi.THIRD-PARTY.txt.

import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { manifest, path, run } from "./tools.mjs";

/** Which of several licences is taken, where a crate lets one choose. */
const TAKEN = "MIT";

/** The notices of the npm package, the same bytes for the same Cargo.lock. */
export async function notices() {
  const parts = [...(await compiledIn(path(), ["--features", "wasm"])), ...BUNDLED.map(bundled)];
  const shipped = Object.keys(manifest.dependencies ?? {});
  if (shipped.length > 0) throw new Error(`notices.mjs tells of no npm packages; the package depends on ${shipped.join(", ")}`);
  return told(parts, [
    "nutgraf itself is licensed under MIT or Apache-2.0, as you like. Its WebAssembly modules and the glue around them hold",
    `these Rust crates. The command's reader of WARC files is made of the npm packages ${BUNDLED.join(", ")}. Word lists after`,
    "other sources are named at the end.",
  ]);
}

/** The notices of the module for other hosts. */
export async function abiNotices() {
  return told(await compiledIn(path("abi"), []), [
    "nutgraf itself is licensed under MIT or Apache-2.0, as you like. Its WebAssembly module holds these Rust crates.",
    "Word lists after other sources are named at the end.",
  ]);
}

/** The text: who is named, and what their licences say. Those with one licence text share it. */
function told(parts, opening) {
  const texts = new Map();
  for (const { name, version, license, folder } of parts) {
    const text = licenceText(folder, name, license);
    texts.set(text, [...(texts.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  const licences = [...texts].flatMap(([text, names]) => [RULE, "", `${names.join("\n")}\n\n${text}`, ""]);
  return [...opening, "Made by .ci/notices.mjs.", "", ...licences, RULE, "", "Word lists", "", ...wordLists(), ""].join("\n");
}

/** The npm packages of which a part is bundled into dist/. */
export const BUNDLED = ["pako", "uuid-random", "warcio"];

function bundled(name) {
  const folder = path("node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return { name, version, license, folder };
}

const RULE = "-".repeat(80);

/** The crates that the wasm target's code comes from: neither those that only build it nor macros. */
async function compiledIn(cwd, features) {
  const args = ["metadata", "--format-version", "1", "--locked", "--filter-platform", "wasm32-unknown-unknown", ...features];
  const { output } = await run("cargo", args, { quiet: true, cwd });
  const { packages, resolve } = JSON.parse(output.slice(output.indexOf('{"packages"')));
  const known = new Map(packages.map((one) => [one.id, one]));
  const uses = new Map(resolve.nodes.map(({ id, deps }) => [id, deps.filter(({ dep_kinds: kinds }) => kinds.some(({ kind }) => kind === null)).map(({ pkg }) => pkg)]));
  const found = new Set([resolve.root]);
  for (const id of found) for (const used of uses.get(id)) if (!isMacro(known.get(used))) found.add(used);
  return [...found]
    .map((id) => known.get(id))
    .filter(({ name }) => name !== "nutgraf" && name !== "nutgraf-abi")
    .map(({ name, version, license, manifest_path: at }) => ({ name, version, license, folder: dirname(at) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const isMacro = ({ targets }) => targets.some(({ kind }) => kind.includes("proc-macro"));

/** Of licences to choose from the one that is taken; and those that hold beside it. */
function licenceText(folder, name, license) {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying)/i.test(file)).sort();
  const file = files.find((file) => file.toUpperCase().includes(TAKEN)) ?? files[0];
  if (!file) throw new Error(`${name} ships no licence text`);
  const beside = / AND /.test(license) ? files.filter((other) => other !== file && !/apache/i.test(other)) : [];
  return [file, ...beside].map((one) => readFileSync(join(folder, one), "utf8").replace(/\r/g, "").trim()).join("\n\n");
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
