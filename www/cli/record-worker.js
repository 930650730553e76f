// @ts-check
// The worker thread of a batch: an item comes, its answer goes.

import { parentPort, workerData } from "node:worker_threads";
import { engine } from "../node-engine.js";
import { answering } from "./answering.js";

const { settings, module } = workerData;
const answer = engine.ready(async () => module).then(() => answering(settings));

parentPort?.on("message", async (item) => parentPort?.postMessage(await (await answer)(item)));
