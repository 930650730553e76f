// @ts-check
// The script of WorkerDigester's worker thread in Node.

import { parentPort } from "node:worker_threads";
import { engine } from "./node-engine.js";
import { answering } from "./remote.js";

const answer = answering(engine, (message) => parentPort?.postMessage(message));
parentPort?.on("message", (call) => void answer(call));
parentPort?.postMessage({ ready: true });
