// @ts-check
// One record of a WARC file → its answer: the digest of the page that a server gave, or why there is none.

import * as zlib from "node:zlib";
import { AsyncIterReader, WARCParser } from "../../dist/warc.js";
import { charsetOf, decode, typeOfContent } from "../input.js";
import { DigestError, digest } from "../node.js";
import { answered, refused } from "./record.js";

/** @typedef {import("./record.js").Answer} Answer @typedef {import("./record.js").Settings} Settings */
/** @typedef {{ id: string | null, url: string | null, headers?: Headers, isPage: boolean, record: any }} Read */

/** @type {Answer} */
const PASSED = { text: "", failed: false, readable: false, passed: true };

/**
 * @param {import("./warc.js").Frame} frame
 * @param {Settings} settings
 * @returns {Promise<Answer>}
 */
export async function answerFrame(frame, settings) {
  let named = { id: null, url: null, record: frame.number };
  try {
    const read = await readRecord(frame);
    if (read.id !== null) named = /** @type {any} */ ({ id: read.id, url: read.url });
    if (frame.damage !== undefined) throw new DigestError("bad-input", `the record is damaged: ${frame.damage}`);
    if (!read.isPage) return PASSED;
    if (frame.size > frame.bytes.length) throw new DigestError("too-large", `the record has ${frame.size} bytes; the limit is ${settings.limit}`);
    const contentType = read.headers?.get("content-type") ?? undefined;
    const bytes = unpacked(await payload(read), read.headers?.get("content-encoding"), settings.limit);
    const known = { type: typeOfContent(contentType), url: read.url ?? undefined };
    const options = Object.fromEntries(Object.entries({ ...known, ...settings.digest }).filter(([, value]) => value !== undefined));
    return answered(named, await digest(decode(bytes, charsetOf(contentType)), options), settings);
  } catch (error) {
    return refused(named, error);
  }
}

/** What a record's headers say. Whatever can't be read of a damaged one is left out. @param {import("./warc.js").Frame} frame @returns {Promise<Read>} */
async function readRecord({ bytes }) {
  /** @type {any} */
  const record = bytes.length > 0 ? await WARCParser.parse(unpackedReader(bytes)) : null;
  const warc = (/** @type {string} */ name) => record?.warcHeaders.headers.get(name) ?? null;
  const headers = record?.httpHeaders?.headers;
  return {
    id: warc("WARC-Record-ID")?.replace(/^<|>$/g, "") ?? null,
    url: warc("WARC-Target-URI"),
    headers,
    isPage: warc("WARC-Type") === "response" && isAnswer(record.httpHeaders) && isHtml(headers?.get("content-type")),
    record,
  };
}

/** The library's reader of bytes that are no gzip. @param {Uint8Array} bytes */
const unpackedReader = (bytes) => new AsyncIterReader([bytes], /** @type {any} */ (null));

/** Whether a server gave what was asked for. @param {{ statusline: string } | null} http */
const isAnswer = (http) => /^HTTP\/\S+ +2\d\d(?:\s|$)/.test(http?.statusline ?? "");

/** Whether a content type is HTML's, or says nothing. @param {string | null | undefined} contentType */
const isHtml = (contentType) => typeOfContent(contentType) === "html" || /^\s*(?:application\/octet-stream|unknown\/unknown|\*\/\*)?\s*(?:;|$)/i.test(contentType ?? "");

/** The body as the server packed it, its chunks joined. @param {Read} read @returns {Promise<Uint8Array>} */
async function payload({ record, headers }) {
  const packing = headers?.get("content-encoding");
  headers?.delete("content-encoding");
  const bytes = await record.readFully(true);
  if (packing) headers?.set("content-encoding", packing);
  return bytes;
}

/** @type {Record<string, (bytes: Uint8Array, options: zlib.ZlibOptions & zlib.BrotliOptions) => Buffer>} */
const UNPACKERS = { gzip: zlib.gunzipSync, "x-gzip": zlib.gunzipSync, deflate: inflated, br: zlib.brotliDecompressSync };

/** @param {Uint8Array} bytes @param {zlib.ZlibOptions} options */
function inflated(bytes, options) {
  return (bytes[0] & 15) === 8 ? zlib.inflateSync(bytes, options) : zlib.inflateRawSync(bytes, options);
}

/**
 * A body without its content encoding. Crawlers often keep the header and store the body unpacked: what is plainly markup is taken as it is.
 * @param {Uint8Array} bytes
 * @param {string | null | undefined} encoding
 * @param {number} limit bytes
 */
function unpacked(bytes, encoding, limit) {
  const name = encoding?.trim().toLowerCase() ?? "";
  if (["", "identity", "none", "utf-8"].includes(name) || /^[\s\ufeff]*</.test(Buffer.from(bytes.subarray(0, 64)).toString())) return bytes;
  const unpack = Object.hasOwn(UNPACKERS, name) && UNPACKERS[name];
  if (!unpack) throw new DigestError("bad-input", `its content encoding is ${name}, which isn't read`);
  try {
    // What is cut off is read up to where it ends.
    const flush = name === "br" ? zlib.constants.BROTLI_OPERATION_FLUSH : zlib.constants.Z_SYNC_FLUSH;
    return unpack(bytes, { maxOutputLength: limit, finishFlush: flush });
  } catch (error) {
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === "ERR_BUFFER_TOO_LARGE") throw new DigestError("too-large", `the document has more than ${limit} bytes when it is unpacked`);
    throw new DigestError("bad-input", `its content can't be unpacked: ${message}`);
  }
}
