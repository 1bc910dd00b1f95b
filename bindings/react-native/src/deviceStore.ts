// Where a session is safe: the keychain of iOS, and a file under a key of Android's keystore.

import type { TokenStore } from "@avalo/sdk";
import native from "./NativeAvalo";

/** Keeps the session of one user on this device, from one start of the app to the next. */
export function deviceStore(): TokenStore {
  return {
    load: () => native.loadSession(),
    save: (session) => native.saveSession(session),
    clear: () => native.clearSession(),
  };
}
