// Writes.

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useAvalo } from "./context.mjs";
import { textOf } from "./equal.mjs";
import { useLatest } from "./latest.mjs";
import { outcomeOf } from "./outcome.mjs";

const IDLE = { data: undefined, error: undefined, variables: undefined, isPending: false };

/**
 * Writes something when `mutate` is called, under an idempotency key of its own. While that is under way, `mutate`
 * with equal variables joins it, so that a double click is one write; with others it is another write.
 *
 * A write goes on when its component goes: it is not to be guessed whether it arrived.
 */
export function useAvaloMutation(write, options) {
  const sdk = useAvalo();
  const latest = useLatest({ sdk, write, options });
  const under = useRef(undefined);
  under.current ??= new Map();
  /** The write that the component shows. */
  const shown = useRef(undefined);
  const isMounted = useRef(false);
  const [state, setState] = useState(IDLE);

  useEffect(() => {
    isMounted.current = true;
    return () => void (isMounted.current = false);
  }, []);

  const actions = useMemo(() => {
    const show = (pending, state) => shown.current === pending && isMounted.current && setState(state);

    const begin = async (pending, name, variables) => {
      const { sdk, write } = latest.current;
      const response = await outcomeOf(() => write(sdk, variables, { idempotencyKey: newKey() }));
      const { success, data, error } = response;
      under.current.delete(name);
      show(pending, { data, error, variables, isPending: false });
      const { onSuccess, onError, onSettled } = latest.current.options ?? {};
      if (success) onSuccess?.(data, variables);
      else onError?.(error, variables);
      onSettled?.(data, error, variables);
      return response;
    };

    const join = (variables) => {
      const name = textOf(variables);
      let pending = under.current.get(name);
      if (!pending) {
        pending = {};
        under.current.set(name, pending);
        pending.response = begin(pending, name, variables);
      }
      shown.current = pending;
      show(pending, { ...IDLE, variables, isPending: true });
      return pending.response;
    };

    return {
      mutate: (variables) => void join(variables).catch(report),
      mutateAsync: async (variables) => {
        const { success, data, error } = await join(variables);
        if (success) return data;
        throw error;
      },
      reset: () => {
        shown.current = undefined;
        setState(IDLE);
      },
    };
  }, [latest]);

  return { ...actions, ...state };
}

/** What a caller's `onSuccess` and its like throw is theirs to see. */
const report = (error) => (globalThis.reportError ?? console.error)(error);

/** A key that nobody else has. `randomUUID` is not there in a page without encryption. */
const newKey = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");
