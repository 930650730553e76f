// @ts-check
// Where a browser takes the wasm module from: the file beside the package, else the copy inside a script.

import { instantiate } from "../dist/nutgraf.glue.js";
import { DigestError, compile, unpack } from "./core.js";

export { instantiate };

/** The compiled module. A bundler that loses the file, or a policy that forbids the request, leads to the copy. */
export async function load() {
  try {
    return await compile(await fetch(new URL("../dist/nutgraf.wasm", import.meta.url)));
  } catch (error) {
    if (error instanceof DigestError && error.code === "wasm-blocked") throw error;
    return compile(unpack((await import("../dist/nutgraf.bytes.js")).default));
  }
}
