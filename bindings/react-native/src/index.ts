// `@avalo/sdk` with its engine compiled into the app. Import it once, before anything is called.

import { registerEngine } from "@avalo/sdk";
import native from "./NativeAvalo";
import { followAppState } from "./appState";

registerEngine(native);
followAppState(native);

export * from "@avalo/sdk";
export { deviceStore } from "./deviceStore";
