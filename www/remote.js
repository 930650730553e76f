// @ts-check
// An engine in a worker, with the same calls as the one in core.js, and the worker's side of it.

import { DigestError } from "./core.js";

/**
 * @typedef {object} Thread a worker of any runtime
 * @property {(message: unknown) => void} post
 * @property {() => void} end
 * @typedef {object} Ears what a thread tells
 * @property {(message: any) => void} message
 * @property {(error: unknown) => void} failed
 * @typedef {import("./core.js").Engine} Engine
 */

/** Calls an engine that lives in a thread; where no thread can be had, one of its own. */
export class RemoteEngine {
  #start;
  #local;
  /** @type {Promise<Thread | Engine> | undefined} */ #place;
  /** @type {Thread | undefined} */ #thread;
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: unknown) => void }>} */ #waiting = new Map();
  #last = 0;
  #disposed = false;

  /**
   * @param {(ears: Ears) => Thread} start throws, or tells of a failure, where there are no threads
   * @param {() => Engine} local
   */
  constructor(start, local) {
    this.#start = start;
    this.#local = local;
  }

  async ready() {
    if (this.#disposed) throw disposed();
    await (this.#place ??= this.#find());
  }

  /** @param {string} name @param {unknown[]} args @returns {Promise<any>} */
  async call(name, ...args) {
    await this.ready();
    const place = /** @type {Thread | Engine} */ (await this.#place);
    if ("call" in place) return place.call(name, ...args);
    return new Promise((resolve, reject) => {
      const id = ++this.#last;
      this.#waiting.set(id, { resolve, reject });
      place.post({ id, name, args });
    });
  }

  /** Ends the thread. What waits, and every later call, is refused. */
  dispose() {
    this.#disposed = true;
    this.#lose(disposed());
  }

  /** @returns {Promise<Thread | Engine>} */
  #find() {
    return new Promise((resolve) => {
      const local = () => {
        const engine = this.#local();
        resolve(engine.ready().then(() => engine));
      };
      try {
        let isReady = false;
        const thread = this.#start({
          message: (message) => {
            if (!message.ready) return this.#answer(message);
            isReady = true;
            resolve(thread);
          },
          failed: (error) => {
            if (!isReady) {
              thread.end();
              return local();
            }
            this.#lose(new DigestError("internal", "nutgraf's worker failed; the next call starts another", { cause: error }));
          },
        });
        this.#thread = thread;
      } catch {
        local();
      }
    }).then((place) => place, (error) => {
      this.#place = undefined;
      throw error;
    });
  }

  /** @param {{ id: number, value?: unknown, error?: { code: string, message: string } }} message */
  #answer({ id, value, error }) {
    const call = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) call?.reject(new DigestError(error.code, error.message));
    else call?.resolve(value);
  }

  /** @param {DigestError} error */
  #lose(error) {
    this.#thread?.end();
    this.#thread = undefined;
    this.#place = undefined;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

const disposed = () => new DigestError("aborted", "this WorkerDigester was disposed");

/**
 * The worker's side: answers calls with `engine`.
 * @param {Engine} engine
 * @param {(message: unknown) => void} post
 * @returns {(call: { id: number, name: string, args: unknown[] }) => Promise<void>}
 */
export const answering = (engine, post) => async ({ id, name, args }) => {
  try {
    await engine.ready();
    post({ id, value: engine.call(name, ...args) });
  } catch (error) {
    const { code, message } = /** @type {DigestError} */ (error);
    post({ id, error: { code: code ?? "internal", message: String(message) } });
  }
};
