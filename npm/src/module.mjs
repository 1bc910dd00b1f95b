// The engine's module, which is part of this file: taken apart (`split.mjs` says how), packed, and as text.

import packed from "../pkg/avalo.wasm.deflate";
import { begin } from "./engine.mjs";
import { unavailable } from "./error.mjs";

/** From where on the module is, in the memory of what joins it. */
const ROOM = 131_072;

let compiled;

/** Starts an engine. The module is compiled once for all clients, and not before the first call. */
export async function start(options, Host) {
  compiled ??= compile();
  let module;
  try {
    module = await compiled;
  } catch (error) {
    compiled = undefined;
    throw unavailable(error);
  }
  return begin(module, options, Host);
}

async function compile() {
  const joining = await WebAssembly.instantiate(await inflate(bytes()));
  const { memory, join } = joining.instance.exports;
  return WebAssembly.compile(new Uint8Array(memory.buffer).subarray(ROOM, join()));
}

function bytes() {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(packed);
  const text = atob(packed);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

async function inflate(bytes) {
  const { writable, readable } = new DecompressionStream("deflate");
  const writer = writable.getWriter();
  // What goes wrong here goes wrong where it is read, too.
  writer.write(bytes).catch(() => {});
  writer.close().catch(() => {});
  const pieces = [];
  for (const reader = readable.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
  }
  return new Blob(pieces).arrayBuffer();
}
