// @ts-check
// One line of a batch → its answer. The same in the command's own thread and in a worker's.

import { DigestError, digest } from "../node.js";
import { fieldOf } from "./field.js";

/** @typedef {{ digest: Record<string, any>, field?: string }} Settings */
/** @typedef {{ text: string, failed: boolean, readable: boolean }} Answer */

/**
 * @param {import("./lines.js").Line} line
 * @param {Settings} settings
 * @returns {Promise<Answer>}
 */
export async function answerLine(line, settings) {
  let id = null;
  try {
    if ("tooLong" in line) throw new DigestError("too-large", `the line has ${line.tooLong} bytes, more than a line may have`);
    const record = parsed(line.text);
    id = record.id ?? null;
    const [type, input] = bodyOf(record);
    const found = await digest(input, { ...settings.digest, ...optionsOf(record), type });
    const shown = settings.field === undefined ? found : { [settings.field]: fieldOf(found, settings.field) };
    return { text: JSON.stringify({ id, ...shown }), failed: false, readable: found.readable };
  } catch (error) {
    return { text: JSON.stringify({ id, ...(id === null && { line: line.number }), error: told(error) }), failed: true, readable: false };
  }
}

/** @param {unknown} error */
export function told(error) {
  if (error instanceof DigestError) return { code: error.code, message: error.message };
  return { code: "internal", message: error instanceof Error ? error.message : String(error) };
}

/** @param {string} text */
function parsed(text) {
  let record;
  try {
    record = JSON.parse(text);
  } catch (error) {
    throw new DigestError("bad-input", `the line isn't JSON: ${/** @type {Error} */ (error).message}`);
  }
  if (typeof record !== "object" || record === null || Array.isArray(record)) {
    throw new DigestError("bad-input", "the line isn't a JSON object with html or text");
  }
  return record;
}

/** @param {Record<string, unknown>} record @returns {["html" | "text", string]} */
function bodyOf({ html, text }) {
  if (typeof html === "string") return ["html", html];
  if (typeof text === "string") return ["text", text];
  throw new DigestError("bad-input", "the record has neither html nor text, or it isn't a string");
}

/** @param {Record<string, any>} record */
function optionsOf({ url, lang, options }) {
  if (options !== undefined && options !== null && (typeof options !== "object" || Array.isArray(options))) {
    throw new DigestError("bad-option", "options must be an object");
  }
  return { ...(url != null && { url }), ...(lang != null && { lang }), ...options };
}
