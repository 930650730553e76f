// Builds the package: both wasm modules with wasm-pack, their glue, and everything in dist/ that is made from www/.
//
// `node .ci/build.mjs`; with `--abi` the module for hosts that aren't JavaScript too. What hasn't changed since the last run is kept: each step has a stamp with the hash of what it read.

import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { BUNDLED, abiNotices, notices } from "./notices.mjs";
import { isMain, manifest, path, say } from "./tools.mjs";
import { ABI_WASM, MODULES, compile, compileAbi, partsOf } from "./wasm.mjs";

const DIST = path("dist");

/** Builds what is out of date. */
export async function build() {
  mkdirSync(DIST, { recursive: true });
  for (const module of MODULES) {
    const read = [path("Cargo.toml"), path("Cargo.lock"), path("src"), path(".ci", "glue.mjs"), path(".ci", "imports.mjs"), path(".ci", "sections.mjs"), path(".ci", "traps.mjs"), path(".ci", "wasm.mjs")];
    await step(module.name, read, partsOf(module), () => compile(module));
  }
  const wasm = MODULES.flatMap(({ name }) => [path("dist", `${name}.wasm`), path("dist", `${name}.glue.js`)]);
  await step("package", [...wasm, path("www"), path("src", "lexicon"), path("package.json"), path("package-lock.json"), path("Cargo.lock"), path(".ci", "build.mjs"), path(".ci", "notices.mjs")], PACKAGE, assemble);
}

/** Builds the module for other hosts, if it is out of date: it is no part of the npm package. */
export async function buildAbi() {
  mkdirSync(DIST, { recursive: true });
  const own = ["Cargo.toml", "Cargo.lock", "src"].map((name) => path("abi", name));
  await step("nutgraf-abi", [...own, path("Cargo.toml"), path("src"), path(".ci", "wasm.mjs"), path(".ci", "notices.mjs")], ABI, async () => {
    await compileAbi();
    writeFileSync(path("dist", ABI_NOTICES), await abiNotices());
  });
}

const ABI_NOTICES = "nutgraf-abi.THIRD-PARTY.txt";
const ABI = [ABI_WASM, ABI_NOTICES];

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

const LIBRARIES = ["warc.js"];
const BUNDLES = ["nutgraf.cjs", "readability.cjs", "element-worker.js", "embed.js"];
const PACKAGE = ["about.js", "THIRD-PARTY.txt", ...LIBRARIES, "index.d.cts", "readability.d.cts", ...BUNDLES.flatMap((name) => [name, `${name}.map`])];

/** Every file of dist/: what an older build left there isn't shipped. */
const made = new Set([...MODULES.flatMap(partsOf), ...PACKAGE, ...ABI]);

async function assemble() {
  say("assembling the package");
  for (const name of readdirSync(DIST).filter((name) => !made.has(name) && !name.endsWith(".stamp"))) rmSync(path("dist", name));
  about();
  writeFileSync(path("dist", "THIRD-PARTY.txt"), await notices());
  copyFileSync(path("www", "readability.d.ts"), path("dist", "readability.d.cts"));
  copyFileSync(path("www", "index.d.ts"), path("dist", "index.d.cts"));
  await bundle("required.js", "nutgraf.cjs", { format: "cjs", platform: "neutral", plugins: [shared] });
  await bundle("readability-required.js", "readability.cjs", { format: "cjs", platform: "node", plugins: [shared] });
  // The panel's worker: one classic file without the module, whose address it is told.
  await bundle("element/worker.js", "element-worker.js", { format: "iife", minify: true });
  // A module is always read as UTF-8, and words in nineteen languages are half as long in it.
  await bundle("embed.js", "embed.js", { format: "esm", minify: true, charset: "utf8", plugins: [small, tightStyle] });
  await warcReader();
  const hash = createHash("sha384").update(readFileSync(path("dist", "embed.js"))).digest("base64");
  say(`dist/embed.js: integrity="sha384-${hash}"`);
}

/** Bundles an entry of www/ into a file of dist/. Its source map names the files of www/, which are shipped too. */
async function bundle(entry, name, more) {
  // Imported late: setup installs it.
  const { build: bundled } = await import("esbuild");
  const shape = { bundle: true, target: "es2022", legalComments: "none", logLevel: "error", sourcemap: true, sourcesContent: false };
  await bundled({ entryPoints: [path("www", entry)], outfile: path("dist", name), ...shape, ...more });
}

/** What the command reads WARC files with, out of npm packages: only that part of them which reads. */
async function warcReader() {
  const { build: bundled } = await import("esbuild");
  const contents = 'export { AsyncIterReader, WARCParser } from "warcio"; export { Inflate } from "pako";';
  const inflating = {
    name: "only-inflating",
    setup: ({ onResolve }) => onResolve({ filter: /^pako$/ }, () => ({ path: path("node_modules", "pako", "lib", "inflate.js") })),
  };
  const { metafile } = await bundled({
    stdin: { contents, resolveDir: path() }, outfile: path("dist", "warc.js"), plugins: [inflating],
    bundle: true, format: "esm", platform: "node", target: "es2022", minify: true, legalComments: "none", logLevel: "error", metafile: true,
    banner: { js: "// @ts-nocheck\n// warcio and pako, bundled by .ci/build.mjs; their licences stand in THIRD-PARTY.txt." },
  });
  const [{ inputs }] = Object.values(metafile.outputs);
  const held = Object.keys(inputs).filter((file) => inputs[file].bytesInOutput > 0).map((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]);
  const untold = held.find((name) => name && !BUNDLED.includes(name));
  if (untold) throw new Error(`.ci/notices.mjs doesn't tell of ${untold}, which is bundled into dist/warc.js`);
}

/** The files to be required import the module's copy, so that it is shipped once and bundlers find it. */
const shared = {
  name: "shared-bytes",
  setup({ onResolve }) {
    onResolve({ filter: /\/nutgraf\.bytes\.js$/ }, () => ({ path: "./nutgraf.bytes.js", external: true }));
  },
};

/** The panel's style sheets without what only people need. */
const tightStyle = {
  name: "tight-style",
  setup({ onLoad, esbuild }) {
    onLoad({ filter: /\/element\/style\.js$/ }, async ({ path: file }) => {
      let source = readFileSync(file, "utf8");
      for (const [whole, sheet] of source.matchAll(/= `([^`]*)`/g)) {
        const { code } = await esbuild.transform(sheet, { loader: "css", minify: true, charset: "utf8" });
        source = source.replace(whole, () => `= ${JSON.stringify(code.trim())}`);
      }
      return { contents: source };
    });
  },
};

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
  if (process.argv.includes("--abi")) await buildAbi();
  say("built: dist/");
}
