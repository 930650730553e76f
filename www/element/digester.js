// The panel's engine: a record of the page in, its digest out. Off the main thread where the page's policy lets it: a worker
// file of the same origin, else a blob that loads it, else this thread.

import { DigestError, Engine } from "../core.js";
import { instantiate, load } from "../load-browser.js";
import { thread } from "./thread.js";

/** A worker whose script hasn't begun after this is given up. */
const START_MS_MAX = 8000;

/** A worker that nobody asks is ended after this. */
const IDLE_MS = 30_000;

const here = new Engine(instantiate, load);
let worker;
let policy;

/** The digest of a record. `isOffThread` false keeps it on this thread. */
export async function digest({ events, strings }, options, isOffThread) {
  if (isOffThread && typeof Worker === "function") {
    worker ??= start();
    const there = await worker;
    if (there) {
      try {
        return await there.ask({ events, strings, options });
      } catch (error) {
        // What the document is to blame for it is to blame for here too.
        if (!["wasm-blocked", "internal"].includes(error.code)) throw error;
        worker = Promise.resolve(null);
      }
    }
  }
  await here.ready();
  return here.call("digestLive", events, strings, options);
}

/** A worker that listens, or null where the page allows none. */
async function start() {
  const { address, type, load, first } = thread();
  const isOwn = new URL(address, location.href).origin === location.origin;
  const ways = isOwn ? [() => address] : [() => URL.createObjectURL(new Blob([load(address)], { type: "text/javascript" }))];
  for (const way of ways) {
    const there = await listening(way(), type).catch(() => null);
    if (there) return new Thread(there, first);
  }
  return null;
}

/** A worker once it listens. */
function listening(address, type) {
  return new Promise((resolve, reject) => {
    const there = new Worker(trusted(address), { type, name: "nutgraf" });
    const timer = setTimeout(fail, START_MS_MAX);
    there.onmessage = () => {
      clearTimeout(timer);
      resolve(there);
    };
    there.onerror = fail;
    function fail(event) {
      event?.preventDefault?.();
      clearTimeout(timer);
      there.terminate();
      reject(new Error("no worker"));
    }
  }).finally(() => address.startsWith("blob:") && URL.revokeObjectURL(address));
}

/** The address of our own worker as a page wants it that trusts no string. */
function trusted(address) {
  if (!globalThis.trustedTypes) return address;
  policy ??= trustedTypes.createPolicy("nutgraf", { createScriptURL: (own) => own });
  return policy.createScriptURL(address);
}

/** A worker that listens, and the questions that it still has to answer. */
class Thread {
  #worker;
  #waiting = new Map();
  #count = 0;
  #idle = 0;

  constructor(there, first) {
    this.#worker = there;
    there.onmessage = ({ data }) => this.#answered(data);
    there.onerror = (event) => {
      event.preventDefault();
      this.#end(new DigestError("internal", `the worker failed: ${event.message ?? "it can't be loaded"}`));
    };
    there.postMessage(first);
  }

  ask(question) {
    clearTimeout(this.#idle);
    const id = this.#count++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, ...question });
    });
  }

  #answered({ id, digest, error }) {
    const { resolve, reject } = this.#waiting.get(id) ?? {};
    this.#waiting.delete(id);
    if (error) reject?.(new DigestError(error.code, error.message));
    else resolve?.(digest);
    if (this.#waiting.size === 0) this.#idle = setTimeout(() => this.#end(), IDLE_MS);
  }

  #end(error) {
    this.#worker.terminate();
    worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
