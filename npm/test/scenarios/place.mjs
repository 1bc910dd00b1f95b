// What a place does that a runner asks something of: a page, a worker, a server's route.

import { holdsTheLimit } from "./limit.mjs";
import { play } from "./player.mjs";

/** Plays a scenario, or whatever else has a name, with this place's own SDK: `"ok"`, or why not. */
export async function perform(what, url, AvaloSDK) {
  try {
    if (what === "limit") await holdsTheLimit(url, AvaloSDK);
    // A limit that no scenario reaches.
    else await play(what, url, (options) => new AvaloSDK({ requestsPerMinute: 1_000_000, ...options }));
    return "ok";
  } catch (error) {
    return `${error?.message ?? error}`;
  }
}
