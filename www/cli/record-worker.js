// @ts-check
// The worker thread of a batch: a line comes, its answer goes.

import { parentPort, workerData } from "node:worker_threads";
import { answerLine } from "./record.js";

parentPort?.on("message", async (line) => parentPort?.postMessage(await answerLine(line, workerData)));
