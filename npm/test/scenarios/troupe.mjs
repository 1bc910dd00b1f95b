// Plays many scenarios side by side, wherever there is `fetch`.

import { holdsTheLimit } from "./limit.mjs";
import { play } from "./player.mjs";

/** How many are played at the same time. */
const AT_ONCE = 8;

/** What is played beside the scenarios, because it asks about the client alone. */
export const LIMIT = "the limit of 100 requests a minute";

/** Plays a scenario with the SDK of this place: `"ok"`, or why not. */
export function perform(scenario, server, AvaloSDK) {
  // A limit that no scenario reaches.
  return outcomeOf(play(scenario, server, (options) => new AvaloSDK({ requestsPerMinute: 1_000_000, ...options })));
}

const outcomeOf = (act) => act.then(() => "ok", (error) => `${error?.message ?? error}`);

/** Plays each of `{ name: scenario }` and the limit, and says how it went. */
export async function playAll(scenarios, server, AvaloSDK, say) {
  const waiting = Object.entries(scenarios);
  const next = async () => {
    for (let entry; (entry = waiting.shift()); ) say(entry[0], await perform(entry[1], server, AvaloSDK));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  say(LIMIT, await outcomeOf(holdsTheLimit(server, AvaloSDK)));
}

/** What `cargo xtask test` counts. */
export const line = (name, outcome) => (outcome === "ok" ? `ok - ${name}` : `not ok - ${name}: ${outcome}`);

/** The answer of a server of scripts that is asked to play: a line of JSON for each scenario, as it ends. */
export async function answer(request, AvaloSDK) {
  const { server, scenarios } = await request.json();
  const { readable, writable } = new TransformStream();
  const [writer, encoder] = [writable.getWriter(), new TextEncoder()];
  const say = (name, outcome) => void writer.write(encoder.encode(`${JSON.stringify({ name, outcome })}\n`));
  playAll(scenarios, server, AvaloSDK, say).then(() => writer.close(), (error) => writer.abort(error));
  return new Response(readable, { headers: { "content-type": "application/x-ndjson" } });
}

/** What such an answer says. */
export async function* lines(body) {
  const [reader, decoder] = [body.getReader(), new TextDecoder()];
  for (let text = ""; ; ) {
    const { done, value } = await reader.read();
    if (done) return;
    const whole = (text + decoder.decode(value, { stream: true })).split("\n");
    text = whole.pop();
    yield* whole.map((said) => JSON.parse(said));
  }
}
