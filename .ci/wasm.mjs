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
