// @ts-check
// What the script-tag embed loads instead of load-browser.js: the small module, out of the bundle itself.

import bytes from "../dist/nutgraf-embed.bytes.js";
import { instantiate } from "../dist/nutgraf-embed.glue.js";
import { unpack } from "./core.js";

export { instantiate };
export const load = async () => WebAssembly.compileStreaming(unpack(bytes));
