// @ts-check
// npm entry `nutgraf/readability` in browsers, Deno and Bun: the module is loaded before the first call, which gives its answer at once.

import { Engine } from "./core.js";
import { instantiate, load } from "./load-browser.js";
import { readabilityOver } from "./readability-class.js";

const engine = new Engine(instantiate, load);
await engine.ready();

export const { Readability, isProbablyReaderable } = readabilityOver(engine);
