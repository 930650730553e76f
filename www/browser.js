// @ts-check
// npm entry in browsers. The wasm is a file of its own, fetched at the first call.

import { createApi } from "./api.js";
import { Engine } from "./core.js";
import { instantiate, load } from "./load-browser.js";
import { walk } from "./walk.js";

export { DigestError } from "./core.js";
export { toMarkdown } from "./markdown.js";
export { supportedLanguages, version } from "../dist/about.js";
// Only the small module of the embed asks for this: the full one reads HTML itself.
const parse = (/** @type {string} */ html) => new DOMParser().parseFromString(html, "text/html");

const engine = new Engine(instantiate, load);
export const { digest, digestDocument, digestStream, isProbablyReadable, setup } = createApi(engine, { walk, parse });
