// What goes wrong outside of the SDK: each is a typed result, and no promise stays open.

import { AvaloSDK, browserStore, memoryStore } from "../dist/node.mjs";
import { check, equal } from "./check.mjs";
import { control, pause, url } from "./server.mjs";

const LOGIN = { email: "user9@avalo.test", password: "Password1" };
const rejected = [];
process.on("unhandledRejection", (why) => rejected.push(why));

/** The kind of a call's error, or that it succeeded; `late` when it does not end within a minute. */
async function kindOf(call) {
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, 60_000, "late")));
  const kind = await Promise.race([Promise.resolve(call).then(({ error }) => error?.kind ?? "succeeded"), late]);
  clearTimeout(timer);
  return kind;
}

/** An SDK whose network answers `path` with what `answer` makes, and everything else truthfully. */
const against = (path, answer, more) =>
  new AvaloSDK({
    apiEndpoint: url,
    retryAttempts: 0,
    fetch: (to, init) => (to.includes(path) ? answer(to, init) : fetch(to, init)),
    ...more,
  });

await check("an answer that is HTML is no answer", async () => {
  const html = () => new Response("<!doctype html><title>Portal</title>", { headers: { "content-type": "text/html" } });
  const sdk = against("/packages", html);
  const { error } = await sdk.payments.getPackages();
  equal(error.kind, "decode");
  equal(error.message.includes("payments.getPackages"), true);
});

await check("an answer of 50 MB is read, and one that is larger than allowed is refused", async () => {
  const large = (size) => () => new Response(JSON.stringify({ packages: ["x".repeat(size)] }));
  const { data } = await against("/packages", large(50 * 2 ** 20)).payments.getPackages();
  equal(data.packages[0].length, 50 * 2 ** 20);
  equal(await kindOf(against("/packages", large(65 * 2 ** 20)).payments.getPackages()), "decode");
});

await check("no network is one plain error, and so is no fetch", async () => {
  equal(await kindOf(against("/packages", () => Promise.reject(new TypeError("fetch failed"))).payments.getPackages()), "network");
  const own = globalThis.fetch;
  try {
    delete globalThis.fetch;
    equal(await kindOf(new AvaloSDK({ apiEndpoint: url, retryAttempts: 0 }).payments.getPackages()), "network");
  } finally {
    globalThis.fetch = own;
  }
});

await check("a store that hangs, throws or holds nonsense is done without", async () => {
  const hangs = { load: () => new Promise(() => {}), save: () => new Promise(() => {}), clear: () => new Promise(() => {}) };
  const fails = () => { throw new Error("denied"); };
  const throws = { load: fails, save: fails, clear: fails };
  const stores = [hangs, throws, memoryStore("{"), memoryStore(42), {}, browserStore({ storage: null })];
  await Promise.all(
    stores.map(async (tokenStore) => {
      const sdk = new AvaloSDK({ apiEndpoint: url, tokenStore });
      equal(await kindOf(sdk.auth.login(LOGIN)), "succeeded");
      equal(await kindOf(sdk.payments.getWallet()), "succeeded");
    }),
  );
});

await check("plain JavaScript may give anything", async () => {
  const sdk = new AvaloSDK({ apiEndpoint: url, retryAttempts: 0 });
  const cycle = {};
  cycle.cycle = cycle;
  for (const params of [7, "x", [], () => {}, Symbol("s"), 10n, cycle, new Map(), { limit: {} }, { limit: NaN }]) {
    const kind = await kindOf(sdk.feed.getFeed(params));
    // A map has no members of JSON, and a number that is none is null, which is absent.
    const fine = params instanceof Map || Number.isNaN(params?.limit);
    equal(`${String(params)} ${kind}`, `${String(params)} ${fine ? "unauthenticated" : "invalid"}`);
  }
  for (const options of [{ timeout: "soon" }, { timeout: -1 }, { timeout: NaN }, { idempotencyKey: 7 }, { idempotencyKey: "" }]) {
    equal(await kindOf(sdk.auth.login(LOGIN, options)), "invalid");
  }
  equal(await kindOf(sdk.payments.getPackages(null, null)), "succeeded");
  for (const options of [undefined, null, {}, { apiEndpoint: 7 }]) {
    equal(await kindOf(new AvaloSDK(options).payments.getPackages()), "config");
  }
});

await check("a limit beyond all numbers is none", async () => {
  for (const requestsPerMinute of [2 ** 31, 2 ** 32 - 1, Infinity]) {
    const sdk = against("/packages", () => new Response('{"packages":[]}'), { requestsPerMinute });
    const calls = Array.from({ length: 150 }, () => kindOf(sdk.payments.getPackages({}, { fresh: true, timeout: 50_000 })));
    equal((await Promise.all(calls)).join(), Array(150).fill("succeeded").join());
  }
});

await check("one signal ends any number of calls, and Node has nothing to warn of", async () => {
  const warned = [];
  const hear = ({ message }) => warned.push(message);
  process.on("warning", hear);
  const controller = new AbortController();
  const { signal } = controller;
  const tokenStore = memoryStore('{"accessToken":"a","refreshToken":"r","userId":"usr_9"}');
  const never = (_, { signal }) => new Promise((_, gone) => signal.addEventListener("abort", () => gone(signal.reason)));
  const sdk = against("/v1/", never, { tokenStore });
  const calls = Array.from({ length: 30 }, (_, at) => kindOf(sdk.feed.getPost({ postId: `pst_${at}` }, { signal })));
  const reply = sdk.ai.streamMessage({ chatId: "aic_1", content: "hi" }, () => {}, { signal });
  const live = sdk.events(() => {}, { signal });
  await pause(10);
  controller.abort();
  equal((await Promise.all(calls)).join(), Array(30).fill("cancelled").join());
  equal((await reply.response).error.kind, "cancelled");
  equal(await live.closed, undefined);
  await pause(0);
  process.off("warning", hear);
  equal(warned.join(), "");
  equal(await kindOf(sdk.payments.getPackages({}, { signal: "now" })), "invalid");
});

await check("options that are null are as absent", async () => {
  const options = { retryAttempts: null, requestsPerMinute: null, timeout: null, fetch: null, tokenStore: null, onSession: null };
  const sdk = new AvaloSDK({ apiEndpoint: url, ...options });
  equal(await kindOf(sdk.auth.login(LOGIN)), "succeeded");
  const calls = Array.from({ length: 40 }, (_, at) => kindOf(sdk.feed.getPost({ postId: `pst_${at}` })));
  equal((await Promise.all(calls)).includes("rate_limited"), false);
});

await check("a clock that is a day off changes nothing", async () => {
  const now = Date.now;
  for (const days of [1, -1]) {
    try {
      Date.now = () => now() + days * 86_400_000;
      const sdk = new AvaloSDK({ apiEndpoint: url });
      equal(await kindOf(sdk.auth.login(LOGIN)), "succeeded");
      equal(await kindOf(sdk.payments.getWallet()), "succeeded");
      await control("clock", { advanceMs: 2 * 3_600_000 });
      equal(await kindOf(sdk.payments.getWallet()), "succeeded");
    } finally {
      Date.now = now;
    }
  }
});

await check("after dispose nothing is under way and nothing begins", async () => {
  const sdk = against("/packages", () => new Promise(() => {}));
  const open = [sdk.payments.getPackages(), sdk.payments.getPackages({}, { timeout: 60_000 })];
  await pause(50);
  sdk.dispose();
  for (const call of [...open, sdk.payments.getPackages(), sdk.signOut()]) equal(await kindOf(call), "cancelled");
  sdk.dispose();
  const young = new AvaloSDK({ apiEndpoint: url });
  const first = young.payments.getPackages();
  young.dispose();
  equal(await kindOf(first), "cancelled");
});

await check("nothing was rejected that nobody waited for", async () => {
  await pause(20);
  equal(rejected.map(String).join(), "");
});
