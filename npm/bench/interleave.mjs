// Batches in rounds that take turns, so that what else the machine does meets all contenders alike.

import { setImmediate } from "node:timers/promises";

/** The value that half of the values do not exceed. */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** The median of what `join` makes of two contenders' figures of each round. */
export const byRound = (a, b, join) => median(a.map((figure, round) => join(figure, b[round])));

/**
 * Runs `batch` of every contender in every round; a `prepare` before it is not measured, and what it returns is
 * what the batch gets. Returns for each contender its figures of each round, in microseconds per call.
 */
export async function interleave(contenders, { rounds, calls, warmup = 3 }) {
  const logs = contenders.map(() => ({ cpu: [], wall: [] }));
  for (let round = -warmup; round < rounds; round++) {
    // Another one begins in each round, and every other round goes backwards: nobody always follows the same one.
    const order = contenders.map((_, place) => (place + round + warmup) % contenders.length);
    if (round % 2) order.reverse();
    for (const place of order) {
      const { prepare, batch } = contenders[place];
      const prepared = await prepare?.();
      // What the one before left behind is not this one's to clear away. Only the young are collected: after
      // many whole collections V8 would forget what it compiled.
      globalThis.gc({ type: "minor" });
      const [began, used] = [performance.now(), process.cpuUsage()];
      await batch(calls, prepared);
      await setImmediate();
      const { user, system } = process.cpuUsage(used);
      const took = (performance.now() - began) * 1e3;
      if (round < 0) continue;
      logs[place].cpu.push((user + system) / calls);
      logs[place].wall.push(took / calls);
    }
  }
  return logs;
}

/** How many calls of a batch are answered in one turn of the event loop. */
export const TURN = 10;

/**
 * A batch of one call after another. What a stub answers never leaves the turn of the event loop in which it was
 * asked, and the streams of answers are kept until that ends, as a weak reference to them demands: in one long turn
 * the collector would move all of them again and again, which no page over a network ever sees.
 */
export const inSequence = (call) => async (calls) => {
  for (let number = 0; number < calls; number++) {
    await call(number);
    if (number % TURN === TURN - 1) await setImmediate();
  }
};
