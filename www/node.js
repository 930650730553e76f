// @ts-check
// npm entry in Node.

import { createApi } from "./api.js";
import { engine } from "./node-engine.js";
import { walk } from "./walk.js";

export { DigestError } from "./core.js";
export { toMarkdown } from "./markdown.js";
export { supportedLanguages, version } from "../dist/about.js";
export const { digest, digestDocument, digestStream, isProbablyReadable, setup } = createApi(engine, { walk });
