// The engine's module, which is part of this file: packed, and as text.

import packed from "../pkg/avalo.wasm.deflate";
import { begin } from "./engine.mjs";
import { failure } from "./error.mjs";

let compiled;

/** Starts an engine. The module is compiled once for all clients, and not before the first call. */
export async function start(options, Host) {
  compiled ??= compile();
  let module;
  try {
    module = await compiled;
  } catch (error) {
    compiled = undefined;
    throw failure(
      "wasm_unavailable",
      `this browser does not run WebAssembly here (a Content-Security-Policy needs 'wasm-unsafe-eval', and lockdown mode switches it off): ${error?.message ?? error}`,
    );
  }
  return begin(module, options, Host);
}

async function compile() {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const module = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return WebAssembly.compile(await new Response(module).arrayBuffer());
}
