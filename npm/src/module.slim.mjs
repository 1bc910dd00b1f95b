// The engine's module where the page brings it: `core.wasm`, from wherever it is hosted.

import { begin } from "./engine.mjs";
import { failure } from "./error.mjs";

/** Modules by where they came from, so that clients share them. */
const compiled = new Map();

/** Starts an engine of the module that the options name. */
export async function start(options, Host) {
  const { wasm } = options;
  if (!wasm) {
    throw failure("config", "this build needs the option wasm: where core.wasm is, or the compiled module");
  }
  if (wasm instanceof WebAssembly.Module) return begin(wasm, options, Host);
  const place = `${wasm}`;
  if (!compiled.has(place)) compiled.set(place, load(place));
  try {
    return begin(await compiled.get(place), options, Host);
  } catch (error) {
    compiled.delete(place);
    throw failure("wasm_unavailable", `the module at ${place} was not loaded: ${error?.message ?? error}`);
  }
}

async function load(place) {
  const response = await fetch(place);
  if (!response.ok) throw new Error(`the answer was ${response.status}`);
  return WebAssembly.compile(await response.arrayBuffer());
}
