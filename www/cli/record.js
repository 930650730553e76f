// @ts-check
// One line of a batch → its answer. The same in the command's own thread and in a worker's.

import { DigestError, digest } from "../node.js";
import { fieldOf } from "./field.js";

/** @typedef {{ digest: Record<string, any>, field?: string, warc?: boolean, limit: number }} Settings */
/** @typedef {{ text: string, failed: boolean, readable: boolean, passed?: boolean }} Answer a record passed over has no text */

/**
 * @param {import("./lines.js").Line} line
 * @param {Settings} settings
 * @returns {Promise<Answer>}
 */
export async function answerLine(line, settings) {
  let id = null;
  try {
    if (!line.bytes) throw new DigestError("too-large", `the line has ${line.size} bytes, more than a line may have`);
    const record = parsed(decoded(line.bytes));
    id = record.id ?? null;
    const [type, input] = bodyOf(record);
    const found = await digest(input, { ...settings.digest, ...optionsOf(record), type });
    return answered({ id }, found, settings);
  } catch (error) {
    return refused({ id, ...(id === null && { line: line.number }) }, error);
  }
}

/**
 * @param {Record<string, unknown>} named what the line begins with
 * @param {import("../index.js").Digest} found
 * @param {Settings} settings
 * @returns {Answer}
 */
export function answered(named, found, { field }) {
  const shown = field === undefined ? found : { [field]: fieldOf(found, field) };
  return { text: JSON.stringify({ ...named, ...shown }), failed: false, readable: found.readable };
}

/** @param {Record<string, unknown>} named @param {unknown} error @returns {Answer} */
export const refused = (named, error) => ({ text: JSON.stringify({ ...named, error: told(error) }), failed: true, readable: false });

/** @param {unknown} error */
export function told(error) {
  if (error instanceof DigestError) return { code: error.code, message: error.message };
  return { code: "internal", message: error instanceof Error ? error.message : String(error) };
}

/** @param {Uint8Array} bytes */
const decoded = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8").replace(/^\ufeff/, "");

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
