// Builds the package: both wasm modules with wasm-pack, their glue, and everything in dist/ that is made from www/.
//
// `node .ci/build.mjs`. What hasn't changed since the last run is kept: each step has a stamp with the hash of what it read.

import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { factory } from "./glue.mjs";
import { isMain, manifest, path, run, say } from "./tools.mjs";

const DIST = path("dist");

/** The modules: their name in dist/ and their cargo features. */
const MODULES = [
  { name: "nutgraf", features: ["--features", "wasm"] },
  // For live pages: the browser has parsed the document already.
  { name: "nutgraf-embed", features: ["--no-default-features", "--features", "wasm,figures,entities,readability"] },
];

/** Builds what is out of date. */
export async function build() {
  mkdirSync(DIST, { recursive: true });
  for (const module of MODULES) {
    const read = [path("Cargo.toml"), path("Cargo.lock"), path("src"), path(".ci", "glue.mjs"), path(".ci", "build.mjs")];
    await step(module.name, read, [`${module.name}.wasm`, `${module.name}.glue.js`, `${module.name}.bytes.js`], () => compile(module));
  }
  const wasm = MODULES.flatMap(({ name }) => [path("dist", `${name}.wasm`), path("dist", `${name}.glue.js`)]);
  await step("package", [...wasm, path("www"), path("src", "lexicon"), path("package.json"), path(".ci", "build.mjs")], PACKAGE, assemble);
}

/** Runs `make` unless every file of `gives` exists and nothing of `reads` has changed since. */
async function step(name, reads, gives, make) {
  const stamp = path("dist", `.${name}.stamp`);
  const hash = createHash("sha256").update(manifest.version);
  for (const file of reads.flatMap(files).sort()) hash.update(file).update(readFileSync(file));
  const now = hash.digest("hex");
  if (gives.every((file) => existsSync(path("dist", file))) && existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  rmSync(stamp, { force: true });
  await make();
  writeFileSync(stamp, now);
}

function files(at) {
  if (!existsSync(at)) return [];
  if (!statSync(at).isDirectory()) return [at];
  return readdirSync(at).flatMap((name) => files(`${at}/${name}`));
}

async function compile({ name, features }) {
  say(`compiling ${name}.wasm`);
  const out = path("target", "wasm-pack", name);
  await run(
    "wasm-pack",
    ["build", "--target", "no-modules", "--mode", "no-install", "--no-pack", "--no-typescript", "--release", "--out-dir", out, "--out-name", name, path(), "--", ...features],
    { quiet: true },
  );
  say(`optimising ${name}.wasm`);
  await run("wasm-opt", [...OPTIMISE, `${out}/${name}_bg.wasm`, "-o", path("dist", `${name}.wasm`)], { quiet: true });
  writeFileSync(path("dist", `${name}.glue.js`), factory(readFileSync(`${out}/${name}.js`, "utf8")));
  const packed = deflateRawSync(readFileSync(path("dist", `${name}.wasm`)), { level: 9 }).toString("base64");
  const says = `// ${name}.wasm, deflated, in base64: core.js unpacks it.`;
  writeFileSync(path("dist", `${name}.bytes.js`), `${says}
/** @type {string} */
export default "${packed}";
`);
}

// The features are those that rustc uses for this target; memory-packing is left out because it makes the module compress worse.
const OPTIMISE = [
  "-O3",
  "--skip-pass=memory-packing",
  "--enable-bulk-memory",
  "--enable-bulk-memory-opt",
  "--enable-mutable-globals",
  "--enable-sign-ext",
  "--enable-nontrapping-float-to-int",
  "--enable-reference-types",
  "--enable-multivalue",
  "--strip-debug",
  "--strip-producers",
];

/** What the package knows of itself: its version, and the languages that have word lists of their own. */
function about() {
  const languages = readdirSync(path("src", "lexicon")).filter((name) => /^[a-z]{2,3}$/.test(name) && name !== "all").sort();
  const lines = [
    "// Made by .ci/build.mjs from package.json and src/lexicon.",
    `export const version = ${JSON.stringify(manifest.version)};`,
    `export const supportedLanguages = Object.freeze(${JSON.stringify(languages)});`,
  ];
  writeFileSync(path("dist", "about.js"), `${lines.join("\n")}\n`);
}

const PACKAGE = ["about.js", "nutgraf.bytes.cjs", "readability.cjs", "readability.d.cts", "nutgraf.cjs", "index.d.cts", "element-worker.js", "embed.js"];

async function assemble() {
  say("assembling the package");
  about();
  // Imported late: setup installs it.
  const { build: bundle } = await import("esbuild");
  const bytes = readFileSync(path("dist", "nutgraf.bytes.js"), "utf8");
  writeFileSync(path("dist", "nutgraf.bytes.cjs"), bytes.replace("export default", "module.exports ="));
  for (const [entry, name, platform] of [["inlined.js", "nutgraf.cjs", "neutral"], ["readability-node.js", "readability.cjs", "node"]]) {
    await bundle({
      entryPoints: [path("www", entry)],
      outfile: path("dist", name),
      bundle: true,
      format: "cjs",
      platform,
      target: "es2022",
      legalComments: "none",
      logLevel: "error",
      plugins: [shared],
    });
  }
  copyFileSync(path("www", "readability.d.ts"), path("dist", "readability.d.cts"));
  copyFileSync(path("www", "index.d.ts"), path("dist", "index.d.cts"));
  await panelWorker(bundle);
  await embed(bundle);
}

/** The files to be required share one copy of the module, itself a script, so that they can be bundled. */
const shared = {
  name: "shared-bytes",
  setup({ onResolve }) {
    onResolve({ filter: /\/nutgraf\.bytes\.js$/ }, () => ({ path: "./nutgraf.bytes.cjs", external: true }));
  },
};

/** The panel's worker: one classic file without the module, whose address it is told. */
async function panelWorker(bundle) {
  await bundle({
    entryPoints: [path("www", "element", "worker.js")],
    outfile: path("dist", "element-worker.js"),
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    legalComments: "none",
    logLevel: "error",
  });
}

/** The script-tag embed: one file, the small module inside it. */
async function embed(bundle) {
  await bundle({
    entryPoints: [path("www", "embed.js")],
    outfile: path("dist", "embed.js"),
    // A module is always read as UTF-8, and words in nineteen languages are half as long in it.
    charset: "utf8",
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    logLevel: "error",
    plugins: [small],
  });
  const hash = createHash("sha384").update(readFileSync(path("dist", "embed.js"))).digest("base64");
  say(`dist/embed.js: integrity="sha384-${hash}"`);
}

/** In the embed the small module comes out of the bundle itself, and the worker is the embed's own file. */
const small = {
  name: "small-module",
  setup({ onResolve }) {
    onResolve({ filter: /\/load-browser\.js$/ }, () => ({ path: path("www", "load-embed.js") }));
    onResolve({ filter: /\/thread\.js$/ }, () => ({ path: path("www", "element", "thread-embed.js") }));
  },
};

if (isMain(import.meta.url)) {
  const { setup } = await import("./setup.mjs");
  await setup();
  await build();
  say("built: dist/");
}
