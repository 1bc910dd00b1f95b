// An app in the background has no live connection: systems cut it off there, and meanwhile it costs the battery.

import { AppState } from "react-native";
import type { Spec } from "./NativeAvalo";

/** Tells the engines when the app leaves the screen and when it is back. Events of the meantime come then. */
export function followAppState(native: Pick<Spec, "setAwake">): void {
  let awake = true;
  AppState.addEventListener("change", (state) => {
    // `inactive` is a moment's glance at something else; what a state of a later version means is not known.
    if (state !== "active" && state !== "background") return;
    if (awake === (state === "active")) return;
    awake = !awake;
    native.setAwake(awake);
  });
}
