// The worker's side of the panel's thread: a record in, a digest out. Knows no document.

/**
 * Answers the messages of `digester.js`: `{ wasm }` first, where the module isn't built in, then `{ id, events, strings,
 * options }`, each with `{ id, digest }` or `{ id, error }`. Says `{ ready }` once it listens.
 * @param {any} scope the worker's own
 * @param {(wasm: string) => import("../core.js").Engine} engineFor
 */
export function serve(scope, engineFor) {
  /** @type {import("../core.js").Engine | undefined} */
  let engine;
  scope.onmessage = async (/** @type {MessageEvent} */ { data: { id, wasm, events, strings, options } }) => {
    engine ??= engineFor(wasm);
    if (id === undefined) return;
    try {
      await engine.ready();
      scope.postMessage({ id, digest: engine.call("digestLive", events, strings, options) });
    } catch (error) {
      const { code = "internal", message } = /** @type {import("../core.js").DigestError} */ (error);
      scope.postMessage({ id, error: { code, message } });
    }
  };
  scope.postMessage({ ready: true });
}
