// Timers that a test ends, where the clock would be waited for.

/** Timers of this length end when the test says so and not before; all others stay what they are. */
export function timersOf(length) {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  const waiting = new Map();
  globalThis.setTimeout = (act, ms, ...given) => {
    if (ms !== length) return set(act, ms, ...given);
    const timer = {};
    waiting.set(timer, act);
    return timer;
  };
  globalThis.clearTimeout = (timer) => waiting.delete(timer) || clear(timer);
  return {
    waiting,
    over() {
      const due = [...waiting.values()];
      waiting.clear();
      for (const act of due) act();
    },
    end: () => Object.assign(globalThis, { setTimeout: set, clearTimeout: clear }),
  };
}
