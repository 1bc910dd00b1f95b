// Plays many scenarios side by side, wherever there is `fetch`.

import { play } from "./player.mjs";

/** How many are played at the same time. */
const AT_ONCE = 8;

/** Makes clients that are never held back by their own limit. */
export const unhurried = (AvaloSDK) => (apiEndpoint) => new AvaloSDK({ apiEndpoint, requestsPerMinute: 1_000_000 });

/** Plays each of `{ name: scenario }` and says how it went: that it is `ok`, or why not. */
export async function playAll(scenarios, server, makeSdk, say) {
  const waiting = Object.entries(scenarios);
  const next = async () => {
    for (let entry; (entry = waiting.shift()); ) {
      const [name, scenario] = entry;
      const outcome = await play(scenario, server, makeSdk).then(() => "ok", (error) => `${error?.message ?? error}`);
      say(name, outcome);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

/** What `cargo xtask test` counts. */
export const line = (name, outcome) => (outcome === "ok" ? `ok - ${name}` : `not ok - ${name}: ${outcome}`);

/** The answer of a server of scripts that is asked to play: a line of JSON for each scenario, as it ends. */
export async function answer(request, makeSdk) {
  const { server, scenarios } = await request.json();
  const { readable, writable } = new TransformStream();
  const [writer, encoder] = [writable.getWriter(), new TextEncoder()];
  const say = (name, outcome) => void writer.write(encoder.encode(`${JSON.stringify({ name, outcome })}\n`));
  playAll(scenarios, server, makeSdk, say).then(() => writer.close(), (error) => writer.abort(error));
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
