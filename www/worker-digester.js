// @ts-check
// WorkerDigester: the functions of the package, the work done in a thread of its own.

import { createApi } from "./api.js";
import { DigestError } from "./core.js";
import { RemoteEngine } from "./remote.js";
import { walk } from "./walk.js";

/**
 * The class over one runtime's threads.
 * @param {(ears: import("./remote.js").Ears) => import("./remote.js").Thread} start
 * @param {() => import("./core.js").Engine} local
 */
export function workerDigester(start, local) {
  return class WorkerDigester {
    #engine = new RemoteEngine(start, local);
    #api = createApi(this.#engine, { walk });

    /** @param {unknown} input @param {unknown} [options] */
    digest(input, options) {
      return this.#api.digest(input, options);
    }

    /** @param {unknown} [input] @param {unknown} [options] */
    digestDocument(input, options) {
      return this.#api.digestDocument(input, options);
    }

    /** @param {unknown} source @param {unknown} [options] */
    digestStream(source, options) {
      return this.#api.digestStream(source, options);
    }

    /** @param {unknown} input @param {unknown} [options] */
    isProbablyReadable(input, options) {
      return this.#api.isProbablyReadable(input, options);
    }

    /** Ends the worker. Later calls are refused. */
    dispose() {
      this.#engine.dispose();
    }
  };
}

export { DigestError };
