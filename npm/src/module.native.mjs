// The engine where it is no module at all but compiled into the app: React Native.

import { begin } from "./engine.mjs";
import { failure } from "./error.mjs";

let engine;

/** Says what the engines of this program are made by: `@avalo/react-native` does, when it is imported. */
export function registerEngine(native) {
  engine = native;
}

/** Starts an engine. */
export async function start(options, Host) {
  if (!engine) throw failure("config", "there is no native engine: import @avalo/react-native before the first call");
  return begin(engine, options, Host);
}
