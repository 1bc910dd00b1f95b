import { useInsertionEffect, useRef } from "react";

/** What was given last, for effects and events that outlive the render in which they began. */
export function useLatest(value) {
  const latest = useRef(value);
  // Before every other effect, and not while rendering: a render may never be shown.
  useInsertionEffect(() => {
    latest.current = value;
  });
  return latest;
}
