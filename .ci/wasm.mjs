// A wasm module of the core: compiled with wasm-pack, made small with wasm-opt, its glue made into a factory.

import { readFileSync, writeFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { factory } from "./glue.mjs";
import { shortened } from "./imports.mjs";
import { path, run, say } from "./tools.mjs";
import { silenced } from "./traps.mjs";

// Those that rustc uses for this target.
const FEATURES = ["bulk-memory", "bulk-memory-opt", "mutable-globals", "sign-ext", "nontrapping-float-to-int", "reference-types", "multivalue"].map(
  (name) => `--enable-${name}`,
);
const STRIP = ["--strip-debug", "--strip-producers"];

/** Fast, without memory-packing, which makes the module compress worse. */
const FAST = ["-O3", "--skip-pass=memory-packing"];

/** What is never used goes, and nothing else: rustc's code is small already, and most other passes make it compress worse. */
const SMALL = ["--duplicate-function-elimination", "--dae", "--dce", "--rse", "--vacuum", "--reorder-locals", "--remove-unused-module-elements"];

/** The modules: their name in dist/, their profile in Cargo.toml, their cargo features, and wasm-opt's passes. */
export const MODULES = [
  { name: "nutgraf", profile: "release", features: ["--features", "wasm"], passes: FAST },
  // For live pages: the browser has parsed the document already.
  { name: "nutgraf-embed", profile: "small", features: ["--no-default-features", "--features", "wasm,figures,entities,readability"], passes: SMALL },
];

/** The files of a module. */
export const partsOf = ({ name }) => [`${name}.wasm`, `${name}.glue.js`, `${name}.bytes.js`];

/** Compiles a module, makes it small, and writes its parts into dist/. */
export async function compile({ name, profile, features, passes }) {
  say(`compiling ${name}.wasm`);
  const out = path("target", "wasm-pack", name);
  await run(
    "wasm-pack",
    ["build", "--target", "no-modules", "--mode", "no-install", "--no-pack", "--no-typescript", "--profile", profile, "--out-dir", out, "--out-name", name, path(), "--", ...features],
    { quiet: true },
  );
  await finish({ name, passes, out });
}

/** Makes what wasm-bindgen left in `out` small. */
async function finish({ name, passes, out }) {
  say(`optimising ${name}.wasm`);
  writeFileSync(`${out}/silenced.wasm`, silenced(readFileSync(`${out}/${name}_bg.wasm`)));
  await optimise(`${out}/silenced.wasm`, `${name}.wasm`, passes);
  const { wasm, glue } = shortened(readFileSync(path("dist", `${name}.wasm`)), factory(readFileSync(`${out}/${name}.js`, "utf8")));
  writeFileSync(path("dist", `${name}.wasm`), wasm);
  writeFileSync(path("dist", `${name}.glue.js`), glue);
  const packed = deflateRawSync(wasm, { level: 9 }).toString("base64");
  const says = `// ${name}.wasm, deflated, in base64: core.js unpacks it.`;
  writeFileSync(path("dist", `${name}.bytes.js`), `${says}
/** @type {string} */
export default "${packed}";
`);
}

const optimise = (from, name, passes) => run("wasm-opt", [...FEATURES, ...passes, ...STRIP, from, "-o", path("dist", name)], { quiet: true });

/** The module with a plain C ABI and no imports, which `abi/` makes: for hosts that aren't JavaScript. */
export async function compileAbi() {
  say("compiling nutgraf-abi.wasm");
  await run("cargo", ["build", "--quiet", "--locked", "--release", "--target", "wasm32-unknown-unknown"], { quiet: true, cwd: path("abi") });
  say("optimising nutgraf-abi.wasm");
  const made = path("abi", "target", "wasm32-unknown-unknown", "release", "nutgraf_abi.wasm");
  await optimise(made, ABI_WASM, FAST);
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(path("dist", ABI_WASM))));
  if (imports.length > 0) throw new Error(`${ABI_WASM} imports ${imports.map(({ name }) => name).join(", ")}`);
}

/** Its file in dist/. */
export const ABI_WASM = "nutgraf-abi.wasm";
