// A caller's signal, for whatever it is to end. Each is listened to once: Node warns of more than ten listeners.

import { failure } from "./error.mjs";

/** Whom each signal ends. */
const heard = new WeakMap();

/** Calls `act` once a signal is used. Returns what takes that back. Without a signal there is nothing to it. */
export function onAbort(signal, act) {
  if (!signal) return () => {};
  if (typeof signal.addEventListener !== "function") throw failure("invalid", "signal is an AbortSignal");
  let acts = heard.get(signal);
  if (!acts) {
    heard.set(signal, (acts = new Set()));
    signal.addEventListener("abort", () => [...acts].forEach((act) => act()));
  }
  acts.add(act);
  return () => acts.delete(act);
}
