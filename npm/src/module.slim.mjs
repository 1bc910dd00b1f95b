// The engine's module where the page brings it: `core.wasm`, from wherever it is hosted.

import { begin } from "./engine.mjs";
import { failure, unavailable } from "./error.mjs";

/** Modules by where they came from, so that clients share them. */
const compiled = new Map();

/** Starts an engine of the module that the options name. */
export async function start(options, Host) {
  const { wasm } = options;
  if (!wasm) {
    throw failure("config", "this build needs the option wasm: where core.wasm is, or the compiled module");
  }
  return begin(await module(wasm), options, Host);
}

/** The module itself, or what is compiled of what is hosted there. */
async function module(wasm) {
  const place = `${wasm}`;
  try {
    if (wasm instanceof WebAssembly.Module) return wasm;
    if (!compiled.has(place)) compiled.set(place, load(place));
    return await compiled.get(place);
  } catch (error) {
    compiled.delete(place);
    throw unavailable(error);
  }
}

async function load(place) {
  const response = await fetch(place);
  if (!response.ok) throw new Error(`${place} answered ${response.status}`);
  return WebAssembly.compile(await response.arrayBuffer());
}
