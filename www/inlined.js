// @ts-check
// npm entry with the wasm inside the script: no second request, no file to lose.

import bytes from "../dist/nutgraf.bytes.js";
import { instantiate } from "../dist/nutgraf.glue.js";
import { createApi } from "./api.js";
import { Engine, compile, unpack } from "./core.js";
import { walk } from "./walk.js";

export { DigestError } from "./core.js";
export { toMarkdown } from "./markdown.js";
export { supportedLanguages, version } from "../dist/about.js";
const engine = new Engine(instantiate, () => compile(unpack(bytes)));
export const { digest, digestDocument, digestStream, isProbablyReadable, setup } = createApi(engine, { walk });
