// @ts-check
// How far V8 optimises the module. For a page or two it doesn't pay: the optimising compiler takes a second of processor time,
// which the process waits for at its end; what its quick compiler makes runs at half the speed and is there at once.

import { statSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { engine, load } from "../node-engine.js";

// So many bytes of documents take the quick code about as long as the other takes to be made.
const QUICK_BYTES = 2 ** 21;
// The versions of V8 that are known to have the flag: others say on standard error that they don't.
const [FIRST, LAST] = [11, 14];

let isQuick = false;
let seen = 0;

/** To be asked before the module is compiled: quick code, where what is to be read may be little. @param {string[]} inputs @param {boolean} isBatch */
export function startQuick(inputs, isBatch) {
  const version = Number.parseInt(process.versions.v8, 10);
  const size = inputs.reduce((sum, input) => sum + sizeOf(input, isBatch), 0);
  if (size > QUICK_BYTES || !(version >= FIRST && version <= LAST)) return;
  setFlagsFromString("--liftoff-only");
  isQuick = true;
}

/** Where a document of `bytes` makes it worth the while, the module is compiled anew, and from here on optimised. @param {number} bytes */
export async function readyFor(bytes) {
  seen += bytes;
  if (!isQuick || seen <= QUICK_BYTES) return;
  // The first flag had switched the others off.
  setFlagsFromString("--no-liftoff-only --wasm-tier-up --wasm-dynamic-tiering");
  isQuick = false;
  engine.forget();
  await engine.ready(load);
}

/** The size of a file; nothing for a document whose size isn't known yet, everything for such a batch. @param {string} input @param {boolean} isBatch */
function sizeOf(input, isBatch) {
  const unknown = isBatch ? Infinity : 0;
  try {
    return input === "-" ? unknown : statSync(input).size;
  } catch {
    return unknown;
  }
}
