// @ts-check
// The engine in Node. The wasm is read from the file beside the package; where a bundler lost that file, from its copy.

import { readFile } from "node:fs/promises";
import { instantiate } from "../dist/nutgraf.glue.js";
import { Engine, compile, unpack } from "./core.js";

/** Reads and compiles the module. */
export async function load() {
  const bytes = await readFile(new URL("../dist/nutgraf.wasm", import.meta.url)).catch(() => undefined);
  return compile(bytes ?? unpack((await import("../dist/nutgraf.bytes.js")).default));
}

/** @type {Promise<WebAssembly.Module> | undefined} */
let loading;

/** The module, compiled. Threads that are given it share what the compiler learns of it. A failure isn't kept. */
export function compiled() {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

export const engine = new Engine(instantiate, compiled);
