// @ts-check
// The functions that every entry of the package gives, over the engine that the entry made.

import { DigestError, compile } from "./core.js";
import { charsetOf, decode, typeOf, typeOfContent } from "./input.js";
import { checkOptions } from "./options.js";

/** @typedef {import("./core.js").Engine} Engine */
/** @typedef {import("./index.js").Digest} Digest */

/**
 * @param {Engine | import("./remote.js").RemoteEngine} engine
 * @param {{ walk: (node: any) => { events: Uint8Array, strings: string } }} dom
 */
export function createApi(engine, dom) {
  /** @param {unknown} input @param {unknown} given */
  async function digest(input, given) {
    const options = checkOptions(given);
    return /** @type {Digest} */ (await answer("digest", input, options));
  }

  /** @param {unknown} input @param {unknown} [given] */
  async function digestDocument(input = globalThis.document, given) {
    const options = checkOptions(given);
    if (!isNode(input)) throw new DigestError("bad-input", "digestDocument takes a Document or an Element");
    return /** @type {Digest} */ (await answer("digest", input, options));
  }

  /** @param {unknown} source @param {unknown} [given] */
  async function digestStream(source, given) {
    const options = checkOptions(given);
    await prepare(options);
    const bytes = await until(collect(chunksOf(source, options.signal), await limitOf(options)), options.signal);
    return /** @type {Digest} */ (await answer("digest", bytes, options));
  }

  /** @param {unknown} input @param {unknown} [given] */
  async function isProbablyReadable(input, given) {
    const options = checkOptions(given);
    return /** @type {boolean} */ (await answer("isReadable", input, options));
  }

  /** @param {{ wasm?: unknown }} [given] */
  async function setup({ wasm, ...rest } = {}) {
    const unknown = Object.keys(rest)[0];
    if (unknown !== undefined) throw new DigestError("bad-option", `there is no option ${JSON.stringify(unknown)} of setup; it has wasm`);
    if (wasm === undefined) return engine.ready();
    await engine.ready(async () => {
      const source = await wasm;
      const isPlace = typeof source === "string" || source instanceof URL;
      return compile(/** @type {import("./core.js").WasmSource} */ (isPlace ? await fetch(source) : source));
    });
  }

  /** @param {Record<string, any>} options */
  async function prepare(options) {
    if (options.signal?.aborted) throw options.signal.reason;
    await until(engine.ready(), options.signal);
    const { signal, type, ...ranged } = options;
    await engine.call("checkOptions", ranged);
  }

  /** @param {Record<string, any>} options @returns {Promise<number>} */
  const limitOf = async (options) => options.maxBytes ?? engine.call("defaultMaxBytes");

  /** @param {"digest" | "isReadable"} verb @param {unknown} input @param {Record<string, any>} given */
  async function answer(verb, input, given) {
    await prepare(given);
    const { signal, type, ...options } = given;
    const limit = await limitOf(options);
    if (isNode(input)) return until(live(verb, input, options), signal);
    const read = await until(textOf(input, limit, signal), signal);
    refuseLonger(read.text.length, limit);
    const url = options.url ?? read.url;
    const settled = url === undefined ? options : { ...options, url };
    const kind = (type ?? read.type ?? typeOf(read.text)) === "text" ? "Text" : "Html";
    return until(call(`${verb}${kind}`, read.text, settled), signal);
  }

  /** @param {string} name @param {unknown[]} args @returns {Promise<any>} */
  const call = async (name, ...args) => engine.call(name, ...args);

  /** @param {"digest" | "isReadable"} verb @param {Node} node @param {Record<string, any>} options */
  async function live(verb, node, options) {
    // A document without an element holds nothing to walk.
    if (node.nodeType === 9 && !(/** @type {Document} */ (node).documentElement)) return engine.call(`${verb}Text`, "", options);
    const { events, strings } = record(node);
    return engine.call(`${verb}Live`, events, strings, options);
  }

  /** @param {Node} node */
  function record(node) {
    try {
      return dom.walk(node);
    } catch (error) {
      throw new DigestError("bad-input", `the document can't be read: ${error instanceof Error ? error.message : error}`, { cause: error });
    }
  }

  return { digest, digestDocument, digestStream, isProbablyReadable, setup };
}

/** @param {number} bytes @param {number} limit */
function refuseLonger(bytes, limit) {
  if (bytes > limit) throw new DigestError("too-large", `the document has at least ${bytes} bytes; the limit is ${limit}`);
}

/** @param {any} input @returns {input is Node} */
const isNode = (input) => typeof input === "object" && input !== null && (input.nodeType === 1 || input.nodeType === 9);

/**
 * @param {any} input
 * @param {number} limit bytes
 * @param {AbortSignal} [signal]
 * @returns {Promise<{ text: string, type?: "html" | "text", url?: string }>}
 */
async function textOf(input, limit, signal) {
  if (typeof input === "string") return { text: input };
  if (ArrayBuffer.isView(input) || input instanceof ArrayBuffer || Object.prototype.toString.call(input) === "[object ArrayBuffer]") {
    refuseLonger(input.byteLength, limit);
    return { text: decode(bytesOf(input)) };
  }
  if (typeof input?.arrayBuffer === "function") return textOfBody(input, limit, signal);
  const given = input === null ? "null" : Array.isArray(input) ? "an array" : typeof input;
  throw new DigestError("bad-input", `the input must be a string, bytes, a Response, a Document or an Element; it is ${given}`);
}

/** @param {ArrayBufferView | ArrayBuffer} input */
function bytesOf(input) {
  return ArrayBuffer.isView(input) ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength) : new Uint8Array(input);
}

/**
 * A Response, or a Blob.
 * @param {Response} response
 * @param {number} limit bytes
 * @param {AbortSignal} [signal]
 */
async function textOfBody(response, limit, signal) {
  if (response.ok === false) throw new DigestError("bad-input", `the server answered ${response.status} ${response.statusText}`.trim());
  if (response.bodyUsed) throw new DigestError("bad-input", "the response's body has been read already");
  const contentType = response.headers?.get("content-type") ?? /** @type {any} */ (response).type;
  const stream = typeof response.body?.getReader === "function" ? response.body : undefined;
  const bytes = await collect(stream ? chunksOf(stream, signal) : [new Uint8Array(await response.arrayBuffer())], limit);
  const url = response.url || undefined;
  return { text: decode(bytes, charsetOf(contentType)), type: typeOfContent(contentType), url };
}

/**
 * @param {any} source
 * @param {AbortSignal} [signal]
 * @returns {AsyncIterable<unknown> | Iterable<unknown>}
 */
function chunksOf(source, signal) {
  if (typeof source?.getReader === "function") return readerChunks(source, signal);
  if (typeof source?.[Symbol.asyncIterator] === "function") return source;
  if (typeof source !== "string" && typeof source?.[Symbol.iterator] === "function" && !ArrayBuffer.isView(source)) return source;
  throw new DigestError("bad-input", "digestStream takes a ReadableStream or an iterable of strings or bytes");
}

/** @param {ReadableStream<unknown>} stream @param {AbortSignal} [signal] */
async function* readerChunks(stream, signal) {
  const reader = stream.getReader();
  const stop = () => reader.cancel(signal?.reason).catch(() => {});
  signal?.addEventListener("abort", stop, { once: true });
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    signal?.removeEventListener("abort", stop);
    stop();
  }
}

/**
 * All chunks as one. Stops the source past `limit` bytes.
 * @param {AsyncIterable<unknown> | Iterable<unknown>} chunks
 * @param {number} limit
 */
async function collect(chunks, limit) {
  const encoder = new TextEncoder();
  /** @type {Uint8Array[]} */
  const parts = [];
  let length = 0;
  try {
    for await (const chunk of chunks) {
      const part = typeof chunk === "string" ? encoder.encode(chunk) : chunkBytes(chunk);
      length += part.length;
      refuseLonger(length, limit);
      parts.push(part);
    }
  } catch (error) {
    if (error instanceof DigestError) throw error;
    throw new DigestError("bad-input", `the input can't be read to its end: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** @param {unknown} chunk */
function chunkBytes(chunk) {
  if (ArrayBuffer.isView(chunk) || chunk instanceof ArrayBuffer) return bytesOf(chunk);
  throw new DigestError("bad-input", `a chunk of the stream must be a string or bytes; one is ${typeof chunk}`);
}

/**
 * `work`, or the signal's reason as soon as it is aborted.
 * @template T
 * @param {Promise<T>} work
 * @param {AbortSignal} [signal]
 * @returns {Promise<T>}
 */
function until(work, signal) {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) return abort();
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
