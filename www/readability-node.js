// @ts-check
// npm entry `nutgraf/readability` in Node, for import and require: the module is compiled when it is first needed.

import { inflateRawSync } from "node:zlib";
import bytes from "../dist/nutgraf.bytes.js";
import { instantiate } from "../dist/nutgraf.glue.js";
import { Engine } from "./core.js";
import { readabilityOver } from "./readability-class.js";

const module = new WebAssembly.Module(inflateRawSync(Buffer.from(bytes, "base64")));
const engine = new Engine(instantiate, async () => module, module);

export const { Readability, isProbablyReaderable } = readabilityOver(engine);
