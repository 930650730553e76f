// The worker's side of the panel's thread: a record in, a digest out. Knows no document.

/**
 * Answers the messages of `digester.js`: `{ wasm }` first, where the module isn't built in, then `{ id, events, strings,
 * options }`, each with `{ id, digest }` or `{ id, error }`. Says `{ ready }` once it listens.
 */
export function serve(scope, engineFor) {
  let engine;
  scope.onmessage = async ({ data }) => {
    engine ??= engineFor(data.wasm);
    const { id, events, strings, options } = data;
    if (id === undefined) return;
    try {
      await engine.ready();
      scope.postMessage({ id, digest: engine.call("digestLive", events, strings, options) });
    } catch (error) {
      scope.postMessage({ id, error: { code: error.code ?? "internal", message: String(error.message) } });
    }
  };
  scope.postMessage({ ready: true });
}
