// @ts-check
// The script of WorkerDigester's worker where workers are the Web's.

import { Engine } from "./core.js";
import { instantiate, load } from "./load-browser.js";
import { answering } from "./remote.js";

const answer = answering(new Engine(instantiate, load), (message) => postMessage(message));
globalThis.onmessage = ({ data }) => void answer(data);
postMessage({ ready: true });
