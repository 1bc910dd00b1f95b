// The engine's module where code may not be made while a program runs: it is a file beside this one.

import module from "./core.wasm";
import { begin } from "./engine.mjs";

/** Starts an engine. */
export async function start(options, Host) {
  // A sandbox such as that of Next.js brings it in from outside: a module all the same, that does not look like one.
  if (!(module instanceof WebAssembly.Module)) Object.setPrototypeOf(module, WebAssembly.Module.prototype);
  return begin(module, options, Host);
}
