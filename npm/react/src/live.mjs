// What arrives by itself.

import { useCallback, useEffect, useState } from "react";
import { useAvalo } from "./context.mjs";
import { useLatest } from "./latest.mjs";

/**
 * Subscribes while the component is there, and anew when `deps` change or somebody signs in. `onItem` may be
 * another function at each render: the latest one is called, by the same subscription.
 */
export function useAvaloSubscription(subscribe, onItem, deps = [], { enabled = true, onError } = {}) {
  const sdk = useAvalo();
  const latest = useLatest({ subscribe, onItem, onError });
  const [error, setError] = useState(undefined);
  const [round, setRound] = useState(0);
  const restart = useCallback(() => setRound((round) => round + 1), []);

  // A subscription belongs to the session in which it began.
  useEffect(() => sdk.onSession(({ event }) => event === "signed_in" && restart()), [sdk, restart]);

  useEffect(() => {
    setError(undefined);
    if (!enabled) return undefined;
    const leaving = new AbortController();
    const { signal } = leaving;
    const isHeard = (tell) => (value) => signal.aborted || tell(value);
    const subscription = latest.current.subscribe(
      sdk,
      isHeard((item) => latest.current.onItem(item)),
      {
        signal,
        onError: isHeard((error) => {
          setError(error);
          latest.current.onError?.(error);
        }),
      },
    );
    return () => {
      leaving.abort();
      // Whoever did not pass the signal on is unsubscribed all the same.
      subscription?.unsubscribe();
    };
  }, [sdk, enabled, round, latest, ...deps]);

  return { error, restart };
}

/** Hears everything that happens to the user. */
export function useAvaloEvents(handler, options) {
  return useAvaloSubscription((sdk, listener, options) => sdk.events(listener, options), handler, [], options);
}
