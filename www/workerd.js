// @ts-check
// npm entry for Cloudflare Workers: the module is imported, for these runtimes compile nothing by themselves.

// @ts-ignore -- a bundler or the runtime gives the compiled module.
import module from "../dist/nutgraf.wasm";
import { instantiate } from "../dist/nutgraf.glue.js";
import { createApi } from "./api.js";
import { Engine } from "./core.js";
import { walk } from "./walk.js";

export { DigestError } from "./core.js";
export { toMarkdown } from "./markdown.js";
export { supportedLanguages, version } from "../dist/about.js";
const engine = new Engine(instantiate, async () => module);
export const { digest, digestDocument, digestStream, isProbablyReadable, setup } = createApi(engine, { walk });
