// Who is signed in.

import { useCallback, useSyncExternalStore } from "react";
import { useAvalo } from "./context.mjs";

/** The clients of which it is known who is signed in: what the store holds was looked at. */
const known = new WeakSet();

/** Nobody knows yet. No user has this id. */
const UNKNOWN = "";

/** Who is signed in. `isLoading` until the store was looked at: on a server, and for a moment in a browser. */
export function useSession() {
  const sdk = useAvalo();
  const subscribe = useCallback(
    (changed) => {
      let isHeard = true;
      const stop = sdk.onSession(changed);
      void sdk.restore().then(() => {
        known.add(sdk);
        if (isHeard) changed();
      });
      return () => {
        isHeard = false;
        stop();
      };
    },
    [sdk],
  );
  const now = () => sdk.userId ?? (known.has(sdk) ? undefined : UNKNOWN);
  const user = useSyncExternalStore(subscribe, now, () => UNKNOWN);
  const isLoading = user === UNKNOWN;
  return { userId: isLoading ? undefined : user, isLoading };
}
