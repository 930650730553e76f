// The panel's engine: a record of the page in, its digest out. Off the main thread where the page's policy lets it: a worker
// file of the same origin, else a blob that loads it, else this thread.

import { DigestError, Engine } from "../core.js";
import { instantiate, load } from "../load-browser.js";
import { thread as script } from "./thread.js";

/** A worker whose script hasn't begun after this is given up. */
const START_MS_MAX = 8000;

/** A worker that nobody asks is ended after this. */
const IDLE_MS = 30_000;

/** @typedef {{ events: Uint8Array, strings: string }} LiveRecord */
/** @typedef {import("../index.js").Digest} Digest */

const here = new Engine(instantiate, load);
/** @type {Promise<Thread | null> | undefined} */
let thread;
/** @type {any} */
let policy;

/** Starts the worker that the next digest will ask: it takes as long as the page takes to be drawn and read. */
export function prepare() {
  if (typeof Worker === "function") thread ??= start();
}

/**
 * The digest of a record. `isOffThread` false keeps it on this thread.
 * @param {LiveRecord} record
 * @param {object} options
 * @param {boolean} isOffThread
 * @returns {Promise<Digest>}
 */
export async function digest({ events, strings }, options, isOffThread) {
  if (isOffThread && typeof Worker === "function") {
    const there = await (thread ??= start());
    if (there) {
      try {
        return await there.ask({ events, strings, options });
      } catch (error) {
        // What the document is to blame for it is to blame for here too.
        if (!["wasm-blocked", "internal"].includes(/** @type {DigestError} */ (error).code)) throw error;
        thread = Promise.resolve(null);
      }
    }
  }
  await here.ready();
  return here.call("digestLive", events, strings, options);
}

/** A thread that listens, or null where the page allows none. A worker's file must be of the page's origin: a blob is. */
async function start() {
  const { address, type, load, first } = script();
  const isOwn = new URL(address, location.href).origin === location.origin;
  const from = isOwn ? address : URL.createObjectURL(new Blob([load(address)], { type: "text/javascript" }));
  try {
    return new Thread(await listening(from, type), first);
  } catch {
    return null;
  } finally {
    if (!isOwn) URL.revokeObjectURL(from);
  }
}

/** A worker once it listens. @param {string} address @param {string} type @returns {Promise<Worker>} */
function listening(address, type) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(trusted(address), { type: /** @type {WorkerType} */ (type), name: "nutgraf" });
    const timer = setTimeout(fail, START_MS_MAX);
    worker.onmessage = () => {
      clearTimeout(timer);
      resolve(worker);
    };
    worker.onerror = fail;
    /** @param {Event} [event] */
    function fail(event) {
      event?.preventDefault();
      clearTimeout(timer);
      worker.terminate();
      reject(new Error("no worker"));
    }
  });
}

/** The address of our own worker as a page wants it that trusts no string. @param {string} address @returns {string} */
function trusted(address) {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  if (!trustedTypes) return address;
  policy ??= trustedTypes.createPolicy("nutgraf", { createScriptURL: (/** @type {string} */ own) => own });
  return policy.createScriptURL(address);
}

/** A worker that listens, and the questions that it still has to answer. */
class Thread {
  #worker;
  /** @type {Map<number, { resolve: (digest: Digest) => void, reject: (error: unknown) => void }>} */ #waiting = new Map();
  #count = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #idle;

  /** @param {Worker} worker @param {object} first */
  constructor(worker, first) {
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#answered(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#end(new DigestError("internal", `the worker failed: ${event.message ?? "it can't be loaded"}`));
    };
    worker.postMessage(first);
    this.#rest();
  }

  /** Ends the worker unless it is asked soon. */
  #rest() {
    this.#idle = setTimeout(() => this.#end(), IDLE_MS);
  }

  /** @param {LiveRecord & { options: object }} question @returns {Promise<Digest>} */
  ask(question) {
    clearTimeout(this.#idle);
    const id = this.#count++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, ...question });
    });
  }

  /** @param {{ id: number, digest: Digest, error?: { code: string, message: string } }} answer */
  #answered({ id, digest, error }) {
    const asked = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) asked?.reject(new DigestError(error.code, error.message));
    else asked?.resolve(digest);
    if (this.#waiting.size === 0) this.#rest();
  }

  /** @param {DigestError} [error] */
  #end(error) {
    this.#worker.terminate();
    thread = undefined;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
