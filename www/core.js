// @ts-check
// The wasm module: compiled once, called through one instance, renewed after a trap. No other file touches it.
//
// Strings and plain options in, plain objects out. Knows no `document` and no file.

/** An input or an option that nutgraf refuses, or a runtime that refuses nutgraf. `code` is for programs and never changes. */
export class DigestError extends Error {
  /**
   * @param {string} code
   * @param {string} message
   * @param {{ cause?: unknown }} [more]
   */
  constructor(code, message, more) {
    super(message, more);
    this.name = "DigestError";
    this.code = code;
  }
}

// A document that needed more leaves a memory that never shrinks: it is given back with its instance.
const KEPT_MEMORY_BYTES = 256 * 2 ** 20;

/**
 * @typedef {Record<string, (...args: any[]) => unknown> & { memory: WebAssembly.Memory }} Instance
 * @typedef {Response | BufferSource | WebAssembly.Module} WasmSource
 */

/** One wasm module and the instance in use. */
export class Engine {
  /** @type {Promise<WebAssembly.Module> | undefined} */ #loading;
  /** @type {WebAssembly.Module | undefined} */ #module;
  /** @type {Instance | undefined} */ #instance;
  #instantiate;
  #load;

  /**
   * @param {(module: WebAssembly.Module) => unknown} instantiate a new instance of the module
   * @param {() => Promise<WebAssembly.Module>} load the compiled module
   * @param {WebAssembly.Module} [module] one that is compiled already: then nothing has to be loaded
   */
  constructor(instantiate, load, module) {
    this.#instantiate = instantiate;
    this.#load = load;
    this.#module = module;
  }

  /**
   * Resolves when calls can be made. A failure isn't kept: the next call tries again.
   * @param {() => Promise<WebAssembly.Module>} [load] instead of the usual one
   */
  async ready(load = this.#load) {
    if (this.#module) return;
    this.#loading ??= load();
    try {
      this.#module = await this.#loading;
    } catch (error) {
      this.#loading = undefined;
      throw asDigestError(error);
    }
  }

  /** Lets the module go: `ready` loads it anew. */
  forget() {
    this.#loading = this.#module = this.#instance = undefined;
  }

  /**
   * Calls a function of the module. Whatever it throws becomes a DigestError; after a trap the instance is dropped.
   * @param {string} name
   * @param {unknown[]} args
   * @returns {any}
   */
  call(name, ...args) {
    const instance = this.#running();
    try {
      const answer = instance[name](...args);
      if (instance.memory.buffer.byteLength > KEPT_MEMORY_BYTES) this.#instance = undefined;
      return answer;
    } catch (error) {
      if (isRefusal(error)) throw new DigestError(error.code, error.message);
      this.#instance = undefined;
      throw new DigestError("internal", `nutgraf failed on this input (${error}); later calls are not affected`, { cause: error });
    }
  }

  #running() {
    if (!this.#module) throw new DigestError("internal", "the wasm module isn't loaded");
    try {
      return (this.#instance ??= /** @type {Instance} */ (this.#instantiate(this.#module)));
    } catch (error) {
      throw asDigestError(error);
    }
  }
}

/** @param {unknown} error @returns {error is { code: string, message: string }} */
function isRefusal(error) {
  return typeof error === "object" && error !== null && !(error instanceof Error) && "code" in error;
}

/**
 * Compiles the module. Fails with `wasm-blocked` where a policy or the runtime doesn't allow it.
 * @param {WasmSource} source
 */
export async function compile(source) {
  try {
    if (source instanceof WebAssembly.Module) return source;
    if (!("arrayBuffer" in source)) return await WebAssembly.compile(source);
    if (!source.ok) throw new DigestError("internal", `the wasm file can't be loaded: ${source.status} for ${source.url}`);
    const streams = source.headers.get("content-type")?.startsWith("application/wasm") && WebAssembly.compileStreaming;
    return await (streams ? WebAssembly.compileStreaming(source) : WebAssembly.compile(await source.arrayBuffer()));
  } catch (error) {
    throw asDigestError(error);
  }
}

/** @param {unknown} error */
function asDigestError(error) {
  if (error instanceof DigestError) return error;
  if (typeof WebAssembly !== "object") {
    return new DigestError("wasm-blocked", "this runtime has no WebAssembly; some browsers switch it off in a lockdown mode", { cause: error });
  }
  const said = error instanceof Error ? error.message : String(error);
  if (/content security policy|\bCSP\b|unsafe-eval|code generation disallowed/i.test(said)) {
    const directive = "script-src 'wasm-unsafe-eval'";
    return new DigestError("wasm-blocked", `the page's Content-Security-Policy forbids WebAssembly; allow it with ${directive}`, { cause: error });
  }
  return new DigestError("internal", `the wasm module can't be loaded: ${said}`, { cause: error });
}

/**
 * The module out of a script: deflated, then base64. A text like that is a third of the module's size.
 * @param {string} text
 */
export function unpack(text) {
  const stream = new Blob([fromBase64(text)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream, { headers: { "content-type": "application/wasm" } });
}

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
function fromBase64(text) {
  const { fromBase64: own } = /** @type {any} */ (Uint8Array);
  if (own) return own.call(Uint8Array, text);
  // Browsers before 2025.
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let at = 0; at < raw.length; at++) bytes[at] = raw.charCodeAt(at);
  return bytes;
}
