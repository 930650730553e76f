// The worker's side of the panel's thread: a record in, a digest out. Knows no document.

/**
 * Answers the messages of `digester.js`: `{ wasm }` first, where the module isn't built in, then `{ id, events, strings,
 * options }`, each with `{ id, digest }` or `{ id, error }`. Says `{ ready }` once it listens, and loads the module at the first
 * message.
 * @param {any} scope the worker's own
 * @param {(wasm: string) => import("../core.js").Engine} engineFor
 */
export function serve(scope, engineFor) {
  /** @type {import("../core.js").Engine | undefined} */
  let engine;
  /** @type {Promise<void> | undefined} */
  let loading;
  scope.onmessage = async (/** @type {MessageEvent} */ { data: { id, wasm, events, strings, options } }) => {
    engine ??= engineFor(wasm);
    loading ??= engine.ready();
    // Who asked is told what went wrong, and the next question tries again.
    loading.catch(() => (loading = undefined));
    if (id === undefined) return;
    try {
      await loading;
      scope.postMessage({ id, digest: engine.call("digestLive", events, strings, options) });
    } catch (error) {
      const { code = "internal", message } = /** @type {import("../core.js").DigestError} */ (error);
      scope.postMessage({ id, error: { code, message } });
    }
  };
  scope.postMessage({ ready: true });
}
