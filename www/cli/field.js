// @ts-check
// "summary.*.text" → that part of a digest.

import { readFileSync } from "node:fs";
import { UsageError } from "./options.js";

/** A path into a digest as its steps. @param {string} path */
const stepsOf = (path) => path.replace(/\[(\*|\d*)\]/g, (_, at) => `.${at === "" ? "*" : at}`).split(".").filter(Boolean);

/**
 * Fails where no digest has such a part. `include` names the parts that are asked for, where that is known.
 * @param {string} path
 * @param {string[]} [include]
 */
export function checkField(path, include) {
  const { properties, required } = JSON.parse(readFileSync(new URL("../schema.json", import.meta.url), "utf8"));
  const [first = ""] = stepsOf(path);
  if (!Object.hasOwn(properties, first)) throw new UsageError(`the digest has no ${JSON.stringify(path)}; it has ${Object.keys(properties).join(", ")}`);
  if (include && !required.includes(first) && !include.includes(first)) throw new UsageError(`--field ${path} needs --include ${first}`);
}

/**
 * What stands at a path of a value: names and places from 0, separated by dots; "*" is every item. Null where there is nothing.
 * @param {any} value
 * @param {string} path
 * @returns {any}
 */
export function fieldOf(value, path) {
  const steps = stepsOf(path);
  let found = [value];
  let several = false;
  for (const step of steps) {
    if (step === "*") {
      several = true;
      found = found.flatMap((item) => (Array.isArray(item) ? item : []));
    } else {
      found = found.map((item) => (item !== null && typeof item === "object" && Object.hasOwn(item, step) ? item[step] : null));
    }
  }
  return several ? found : found[0];
}

/** A field as lines for a shell: a string as it is, an item of a list a line, nothing where there is nothing. @param {any} value */
export function fieldLines(value) {
  const items = Array.isArray(value) ? value : [value];
  return items.map((item) => `${item === null ? "" : typeof item === "string" ? item : JSON.stringify(item)}\n`).join("");
}
