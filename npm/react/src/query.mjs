// Reads.

import { useCallback, useEffect, useRef, useState } from "react";
import { useAvalo } from "./context.mjs";
import { textOf } from "./equal.mjs";
import { useLatest } from "./latest.mjs";
import { outcomeOf } from "./outcome.mjs";

/**
 * Reads something when the component appears and when `key` changes. Nothing is kept between components: equal
 * reads that are under way at once are one request, because the SDK makes them one.
 */
export function useAvaloQuery(key, read, { enabled = true } = {}) {
  const sdk = useAvalo();
  const name = textOf(key);
  // A `refetch` of an earlier render reads what the component shows by now.
  const latest = useLatest({ sdk, name, read });
  // The attempt whose answer counts. Whatever replaces it aborts it, and an aborted one is not heard any more.
  const current = useRef(undefined);
  const isMounted = useRef(false);
  const [state, setState] = useState(undefined);

  const begin = useCallback(
    async (fresh) => {
      current.current?.abort();
      const attempt = new AbortController();
      if (isMounted.current) current.current = attempt;
      else attempt.abort();
      const { signal } = attempt;
      const { sdk, name, read } = latest.current;
      const tell = (change) => !signal.aborted && setState((state) => change(of(state, sdk, name)));
      // What is there stays there; an error stays only beside data.
      tell((before) => ({ ...before, error: before.data === undefined ? undefined : before.error, isFetching: true }));
      const response = await outcomeOf(() => read(sdk, fresh ? { signal, fresh } : { signal }));
      const { success, data, error } = response;
      tell((before) => ({ ...before, ...(success ? { data, error: undefined } : { error }), isFetching: false }));
      return response;
    },
    [latest],
  );

  useEffect(() => {
    isMounted.current = true;
    if (enabled) void begin(false);
    else setState((state) => state && { ...state, isFetching: false });
    return () => {
      isMounted.current = false;
      current.current?.abort();
    };
  }, [begin, sdk, name, enabled]);

  const refetch = useCallback(() => begin(true), [begin]);
  // Before the effect has run, and on a server, where it never does, the read is as good as begun.
  const isBegun = state?.sdk === sdk && state.name === name;
  const { data, error, isFetching } = isBegun ? state : { isFetching: enabled };
  const isLoading = isFetching && data === undefined;
  return { data, error, isLoading, isFetching, refetch };
}

/** A state, if it is about this; what was read of something else is not shown. */
const of = (state, sdk, name) => (state?.sdk === sdk && state.name === name ? state : { sdk, name });
