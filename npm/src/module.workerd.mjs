// The engine's module where code may not be made while a program runs: it is a file beside this one.

import module from "./core.wasm";
import { begin } from "./engine.mjs";

/** Starts an engine. */
export const start = async (options, Host) => begin(module, options, Host);
