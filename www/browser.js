// @ts-check
// npm entry in browsers. The wasm is a file of its own, fetched at the first call.

import { createApi } from "./api.js";
import { Engine } from "./core.js";
import { instantiate, load } from "./load-browser.js";
import { walk } from "./walk.js";

export { DigestError } from "./core.js";
export { toMarkdown } from "./markdown.js";
export { supportedLanguages, version } from "../dist/about.js";

const engine = new Engine(instantiate, load);
export const { digest, digestDocument, digestStream, isProbablyReadable, setup } = createApi(engine, { walk });
