// @ts-check
// npm entry `nutgraf/worker` where workers are the Web's: browsers, Deno, Bun.

import { Engine } from "./core.js";
import { instantiate, load } from "./load-browser.js";
import { workerDigester } from "./worker-digester.js";

export { DigestError } from "./core.js";

/** @param {import("./remote.js").Ears} ears */
function start({ message, failed }) {
  const worker = new Worker(new URL("./worker-script.js", import.meta.url), { type: "module", name: "nutgraf" });
  worker.onmessage = ({ data }) => message(data);
  worker.onerror = (event) => {
    event.preventDefault?.();
    failed(event);
  };
  return { post: (/** @type {unknown} */ data) => worker.postMessage(data), end: () => worker.terminate() };
}

export const WorkerDigester = workerDigester(start, () => new Engine(instantiate, load));
