// Plays many scenarios side by side, wherever there is `fetch`.

import { play } from "./player.mjs";

/** How many are played at the same time. */
const AT_ONCE = 8;

/** A client that is never held back by its own limit. */
export const unhurried = (AvaloSDK) => (apiEndpoint) => new AvaloSDK({ apiEndpoint, requestsPerMinute: 1_000_000 });

/** Plays each of `{ name: scenario }`, and says how it went: `{ name: "ok" }`, or why not. */
export async function playAll(scenarios, server, makeSdk, say = () => {}) {
  const outcomes = {};
  const waiting = Object.entries(scenarios);
  const next = async () => {
    for (let entry; (entry = waiting.shift()); ) {
      const [name, scenario] = entry;
      const why = await play(scenario, server, makeSdk).then(() => undefined, (error) => `${error?.message ?? error}`);
      outcomes[name] = why ?? "ok";
      say(line(name, outcomes[name]));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  return outcomes;
}

/** What `cargo xtask test` counts. */
export const line = (name, outcome) => (outcome === "ok" ? `ok - ${name}` : `not ok - ${name}: ${outcome}`);
