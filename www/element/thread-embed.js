// Where the worker of the script-tag embed comes from: the embed's own file, which knows that it runs in a worker.

/** The worker's script and what it is to be told first. */
export const thread = () => ({
  address: import.meta.url,
  type: "module",
  load: (/** @type {string} */ address) => `import ${JSON.stringify(address)}`,
  first: {},
});
