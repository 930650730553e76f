// Where the panel's worker comes from in the npm package. In the script-tag embed thread-embed.js stands in its place.

/** The worker's script and what it is to be told first. */
export const thread = () => ({
  address: new URL("../../dist/element-worker.js", import.meta.url).href,
  type: "classic",
  load: (/** @type {string} */ address) => `importScripts(${JSON.stringify(address)})`,
  first: { wasm: new URL("../../dist/nutgraf.wasm", import.meta.url).href },
});
