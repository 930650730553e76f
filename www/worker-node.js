// @ts-check
// npm entry `nutgraf/worker` in Node.

import { Worker } from "node:worker_threads";
import { engine } from "./node-engine.js";
import { workerDigester } from "./worker-digester.js";

export { DigestError } from "./core.js";

/** @param {import("./remote.js").Ears} ears */
function start({ message, failed }) {
  const worker = new Worker(new URL("./worker-script-node.js", import.meta.url));
  worker.on("message", (data) => {
    message(data);
    if (data.ready) worker.unref();
    else if (--waiting === 0) worker.unref();
  });
  worker.on("error", failed);
  // A worker with nothing to do doesn't keep the process.
  let waiting = 0;
  const post = (/** @type {unknown} */ data) => {
    if (waiting++ === 0) worker.ref();
    worker.postMessage(data);
  };
  return { post, end: () => void worker.terminate() };
}

export const WorkerDigester = workerDigester(start, () => engine);
