// Uploads: whole, given up, refused, lost, and over a line on which nothing moves.

import { once } from "node:events";
import { createServer } from "node:http";
import { AvaloClient, AvaloSDK, upload } from "../dist/node.mjs";
import { check, equal } from "./check.mjs";
import { url } from "./server.mjs";
import { timersOf } from "./timers.mjs";

const LOGIN = { email: "user9@avalo.test", password: "Password1" };
const file = new Blob([new Uint8Array(300_000)], { type: "image/png" });
const image = { kind: "feed_image", file, filename: "a.png" };
const fails = () => {
  throw new TypeError("the line is cut");
};
const kindOf = async (call) => (await call).error?.kind ?? "succeeded";

async function signedIn(options) {
  const sdk = new AvaloSDK({ apiEndpoint: url, ...options });
  equal(await kindOf(sdk.auth.login(LOGIN)), "succeeded");
  return sdk;
}

await check("an upload that is aborted, refused or lost says so", async () => {
  const controller = new AbortController();
  const sdk = await signedIn();
  const seen = [];
  const whole = await sdk.feed.upload(image, { onProgress: (at) => seen.push(at) });
  equal(whole.success, true);
  equal(seen.at(-1).loaded, 300_000);
  equal(await kindOf(sdk.feed.upload(image, { signal: AbortSignal.abort() })), "cancelled");
  const aborting = { signal: controller.signal, onProgress: () => controller.abort() };
  equal(await kindOf(sdk.feed.upload(image, aborting)), "cancelled");
  equal(await kindOf(sdk.feed.upload({ kind: "feed_image", file: "bytes" })), "invalid");
  equal(await kindOf(sdk.feed.upload()), "invalid");
  equal(await kindOf(sdk.feed.upload({ kind: "feed_image", file }, { timeout: "soon" })), "invalid");
  const throwing = { onProgress: () => { throw new Error("a listener's own matter"); } };
  const { error } = console;
  console.error = () => {};
  equal(await kindOf(sdk.feed.upload(image, throwing)), "succeeded");
  console.error = error;
  const text = new Blob(["x"], { type: "text/plain" });
  equal(await kindOf(sdk.feed.upload({ kind: "feed_image", file: text })), "invalid");
});

await check("an upload is a function too, and takes the fetch that the client was given", async () => {
  const sent = [];
  const own = (to, init) => (sent.push(`${init.method} ${new URL(to).pathname}`), fetch(to, init));
  const sdk = await signedIn({ fetch: own });
  const { data } = await upload(sdk, image);
  equal(typeof data, "string");
  equal(sent.filter((line) => line.startsWith("PUT ")).length, 1);
  const broken = await signedIn({ fetch: (to, init) => (init.method === "PUT" ? fails() : fetch(to, init)) });
  equal(await kindOf(broken.feed.upload(image)), "network");
  equal(await kindOf(upload(new AvaloClient({ apiEndpoint: url }), image)), "unauthenticated");
});

await check("a line on which nothing moves for a minute is lost, and one that moves is not", async () => {
  // Takes whatever comes and answers nothing.
  const hole = createServer((request) => request.resume()).listen(0, "127.0.0.1");
  await once(hole, "listening");
  const to = `http://127.0.0.1:${hole.address().port}`;
  const gone = new Promise((resolve) => hole.once("connection", (socket) => socket.once("close", resolve)));
  const sdk = await signedIn({ fetch: (from, init) => fetch(init.method === "PUT" ? to : from, init) });
  const timers = timersOf(60_000);
  try {
    let moves = 0;
    const call = kindOf(sdk.feed.upload(image, { onProgress: () => moves++ }));
    await once(hole, "request");
    // Each piece that left began another minute in place of the one before.
    equal(moves > 0, true);
    equal(timers.waiting.size, 1);
    timers.over();
    equal(await call, "network");
    equal(timers.waiting.size, 0);
    await gone;
    equal(await kindOf(sdk.feed.upload(image, { signal: AbortSignal.abort() })), "cancelled");
    equal(timers.waiting.size, 0);
  } finally {
    timers.end();
    hole.close();
  }
});
