// @ts-check
// `require("nutgraf/readability")`: the file beside the package; where a bundler lost that file, its copy in a script.

import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { instantiate } from "../dist/nutgraf.glue.js";
import { Engine } from "./core.js";
import { readabilityOver } from "./readability-class.js";

function wasm() {
  try {
    return readFileSync(`${__dirname}/nutgraf.wasm`);
  } catch {
    return inflateRawSync(Buffer.from(require("../dist/nutgraf.bytes.js").default, "base64"));
  }
}

const module = new WebAssembly.Module(wasm());
const engine = new Engine(instantiate, async () => module, module);

export const { Readability, isProbablyReaderable } = readabilityOver(engine);
