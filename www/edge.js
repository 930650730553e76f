// @ts-check
// npm entry for edge functions that want a module asked for with "?module", as in Next and Vercel.

// @ts-ignore -- a bundler or the runtime gives the compiled module.
import module from "../dist/nutgraf.wasm?module";
import { instantiate } from "../dist/nutgraf.glue.js";
import { createApi } from "./api.js";
import { Engine } from "./core.js";
import { walk } from "./walk.js";

export { DigestError } from "./core.js";
export { toMarkdown } from "./markdown.js";
export { supportedLanguages, version } from "../dist/about.js";
const engine = new Engine(instantiate, async () => module);
export const { digest, digestDocument, digestStream, isProbablyReadable, setup } = createApi(engine, { walk });
