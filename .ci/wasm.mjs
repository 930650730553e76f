// A wasm module of the core: compiled with wasm-pack, made small with wasm-opt, its glue made into a factory.

import { readFileSync, writeFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { factory } from "./glue.mjs";
import { shortened } from "./imports.mjs";
import { path, run, say } from "./tools.mjs";

/** The modules: their name in dist/, their profile in Cargo.toml, and their cargo features. */
export const MODULES = [
  { name: "nutgraf", profile: "release", features: ["--features", "wasm"] },
  // For live pages: the browser has parsed the document already.
  { name: "nutgraf-embed", profile: "small", features: ["--no-default-features", "--features", "wasm,figures,entities,readability"] },
];

/** The files of a module. */
export const partsOf = ({ name }) => [`${name}.wasm`, `${name}.glue.js`, `${name}.bytes.js`];

/** Compiles a module, makes it small, and writes its parts into dist/. */
export async function compile({ name, profile, features }) {
  say(`compiling ${name}.wasm`);
  const out = path("target", "wasm-pack", name);
  await run(
    "wasm-pack",
    ["build", "--target", "no-modules", "--mode", "no-install", "--no-pack", "--no-typescript", "--profile", profile, "--out-dir", out, "--out-name", name, path(), "--", ...features],
    { quiet: true },
  );
  say(`optimising ${name}.wasm`);
  await run("wasm-opt", [...OPTIMISE, `${out}/${name}_bg.wasm`, "-o", path("dist", `${name}.wasm`)], { quiet: true });
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

/** The module with a plain C ABI and no imports, which `abi/` makes: for hosts that aren't JavaScript. */
export async function compileAbi() {
  say("compiling nutgraf-abi.wasm");
  await run("cargo", ["build", "--quiet", "--locked", "--release", "--target", "wasm32-unknown-unknown"], { quiet: true, cwd: path("abi") });
  say("optimising nutgraf-abi.wasm");
  const made = path("abi", "target", "wasm32-unknown-unknown", "release", "nutgraf_abi.wasm");
  await run("wasm-opt", [...OPTIMISE, made, "-o", path("dist", ABI_WASM)], { quiet: true });
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(path("dist", ABI_WASM))));
  if (imports.length > 0) throw new Error(`${ABI_WASM} imports ${imports.map(({ name }) => name).join(", ")}`);
}

/** Its file in dist/. */
export const ABI_WASM = "nutgraf-abi.wasm";

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
