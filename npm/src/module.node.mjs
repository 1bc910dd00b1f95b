// The engine's module for Node, where nobody waits for it to be downloaded: part of this file as it is, since what
// `module.mjs` does to it for a browser's sake takes a process longer to undo than to read.

import { Buffer } from "node:buffer";
import module from "../pkg/avalo.wasm";
import { begin } from "./engine.mjs";
import { unavailable } from "./error.mjs";

let compiled;

/** Starts an engine. The module is compiled once for all clients, and not before the first call. */
export async function start(options, Host) {
  try {
    compiled ??= new WebAssembly.Module(Buffer.from(module, "base64"));
  } catch (error) {
    throw unavailable(error);
  }
  return begin(compiled, options, Host);
}
