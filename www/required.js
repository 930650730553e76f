// @ts-check
// npm entry for require(): the wasm is a script of its own, imported at the first call, so that bundlers find it too.

import { instantiate } from "../dist/nutgraf.glue.js";
import { createApi } from "./api.js";
import { Engine, compile, unpack } from "./core.js";
import { walk } from "./walk.js";

export { DigestError } from "./core.js";
export { toMarkdown } from "./markdown.js";
export { supportedLanguages, version } from "../dist/about.js";
const load = async () => compile(unpack((await import("../dist/nutgraf.bytes.js")).default));
const engine = new Engine(instantiate, load);
export const { digest, digestDocument, digestStream, isProbablyReadable, setup } = createApi(engine, { walk });
