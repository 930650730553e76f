// The panel's worker script: bundled into one classic file, dist/element-worker.js, so that it runs from any place and
// fetches nothing but the module whose address it is told.

import { instantiate } from "../../dist/nutgraf.glue.js";
import { Engine, compile } from "../core.js";
import { serve } from "./serve.js";

serve(globalThis, (wasm) => new Engine(instantiate, async () => compile(await fetch(wasm))));
