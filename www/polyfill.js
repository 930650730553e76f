// @ts-check
// npm entry `nutgraf/polyfill`: installs nutgraf's Summarizer where the browser has none, or has one that can't work.
//
// The browser's own stays reachable as `native`.

import { Summarizer } from "./summarizer.js";

/** @type {any} */
const scope = globalThis;

/** The browser's own Summarizer, where it has one. */
export const native = scope.Summarizer;

/** Whether nutgraf's stands in its place. Some browsers have the class and no model for it: they are asked. */
export const installed = (await works(native)) === false;

if (installed) Object.defineProperty(scope, "Summarizer", { value: Summarizer, writable: true, configurable: true, enumerable: false });

/** @param {any} own */
async function works(own) {
  try {
    return typeof own?.availability === "function" && (await own.availability()) !== "unavailable";
  } catch {
    return false;
  }
}
