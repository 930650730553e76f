// @ts-check
// The worker thread of a batch: an item comes, its answer goes.

import { parentPort, workerData } from "node:worker_threads";
import { answering } from "./answering.js";

const answer = answering(workerData);

parentPort?.on("message", async (item) => parentPort?.postMessage(await (await answer)(item)));
