// @ts-check
// The worker thread of a batch: items come, their answers go, one after the other.

import { parentPort, workerData } from "node:worker_threads";
import { engine } from "../node-engine.js";
import { answering } from "./answering.js";

const { settings, module } = workerData;
const ready = engine.ready(async () => module).then(() => answering(settings));
/** @type {Promise<unknown>} */
let last = ready;

parentPort?.on("message", (item) => {
  last = last.then(async () => parentPort?.postMessage(await (await ready)(item)));
});
