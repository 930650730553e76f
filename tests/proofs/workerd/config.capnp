using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "main", worker = .proof)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);

const proof :Workerd.Worker = (
  modules = [
    (name = "worker.js", esModule = embed "bundle.js"),
    (name = "nutgraf.wasm", wasm = embed "nutgraf.wasm"),
  ],
  compatibilityDate = "2026-01-01",
);
