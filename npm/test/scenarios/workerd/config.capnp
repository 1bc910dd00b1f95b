using Workerd = import "/workerd/workerd.capnp";

# A worker that plays what it is asked to, with the package as it is published; and a network that is this machine.
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .worker),
    (name = "internet", network = (allow = ["local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);

const worker :Workerd.Worker = (
  # The oldest date that the SDK works with: before it, `fetch` knows no `cache`.
  compatibilityDate = "2024-11-11",
  modules = [
    (name = "worker.mjs", esModule = embed "worker.mjs"),
    (name = "troupe.mjs", esModule = embed "../troupe.mjs"),
    (name = "limit.mjs", esModule = embed "../limit.mjs"),
    (name = "player.mjs", esModule = embed "../player.mjs"),
    (name = "pattern.mjs", esModule = embed "../pattern.mjs"),
    (name = "workerd.mjs", esModule = embed "../../../dist/workerd.mjs"),
    (name = "core.wasm", wasm = embed "../../../dist/core.wasm"),
  ],
);
