// @ts-check
// The options of a digest: their names and what a value must be. Defaults and ranges are Rust's.

import { DigestError } from "./core.js";

/** @typedef {{ expected: string, holds: (value: any) => boolean }} Rule */

const number = { expected: "a number", holds: (/** @type {any} */ v) => typeof v === "number" && !Number.isNaN(v) };
const string = { expected: "a string", holds: (/** @type {any} */ v) => typeof v === "string" };
const strings = {
  expected: "an array of strings",
  holds: (/** @type {any} */ v) => Array.isArray(v) && v.every((item) => typeof item === "string"),
};
const signal = {
  expected: "an AbortSignal",
  holds: (/** @type {any} */ v) => typeof v === "object" && v !== null && "aborted" in v && typeof v.addEventListener === "function",
};
/** @param {string[]} names @returns {Rule} */
const oneOf = (...names) => ({ expected: names.map((name) => `"${name}"`).join(" or "), holds: (v) => names.includes(v) });

/** @type {Record<string, Rule>} */
export const OPTIONS = {
  type: oneOf("html", "text"),
  url: string,
  lang: string,
  sentences: number,
  words: number,
  ratio: number,
  focus: string,
  include: strings,
  boilerplate: oneOf("drop", "keep"),
  root: string,
  exclude: strings,
  signal,
  maxBytes: number,
  maxElements: number,
};

/**
 * The options without those left out. Fails with `bad-option` for an unknown name or a value of a wrong type.
 * @param {unknown} given
 * @returns {Record<string, any>}
 */
export function checkOptions(given) {
  if (given === undefined) return {};
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new DigestError("bad-option", "options must be an object");
  }
  /** @type {Record<string, any>} */
  const options = {};
  for (const [name, value] of Object.entries(given)) {
    const rule = Object.hasOwn(OPTIONS, name) && OPTIONS[name];
    if (!rule) throw new DigestError("bad-option", `there is no option ${JSON.stringify(name)}; the options are ${Object.keys(OPTIONS).join(", ")}`);
    if (value === undefined) continue;
    if (!rule.holds(value)) throw new DigestError("bad-option", `option ${name} must be ${rule.expected}`);
    options[name] = value;
  }
  return options;
}
