// What callers say of one call, checked.

import { failure } from "./error.mjs";

/** Refuses a time-out that cannot be one. */
export function checkTimeout(timeout) {
  if (timeout === undefined || timeout > 0) return;
  throw failure("invalid", "timeout is the milliseconds that a call may take, above 0");
}
