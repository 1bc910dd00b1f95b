// A network and a store that behave as no test server does.

import { AvaloSDK } from "../dist/node.mjs";
import { check, equal } from "./check.mjs";
import { pause, until, url } from "./server.mjs";
import { timersOf } from "./timers.mjs";

async function user(options) {
  const sdk = new AvaloSDK({ apiEndpoint: url, ...options });
  await data(sdk.auth.login({ email: "user6@avalo.test", password: "Password1" }));
  return sdk;
}

const data = async (call) => {
  const response = await call;
  if (!response.success) throw response.error;
  return response.data;
};

/** A network that answers calls, but not the question for the configuration, with this. */
const answering = (answer) => async (address, init) => {
  if (address.includes("/.well-known/")) return new Response("", { status: 404 });
  return answer(init);
};

await check("a call that is given up disturbs none that comes after it", async () => {
  // Networks that hear late that nobody waits for them.
  const late = (address, init) =>
    new Promise((resolve, reject) => {
      init.signal.addEventListener("abort", () => setTimeout(() => reject(new Error("aborted late")), 30));
      setTimeout(() => fetch(address, { ...init, signal: undefined }).then(resolve, reject), 60);
    });
  const sdk = await user({ fetch: late });
  for (let round = 0; round < 3; round++) {
    const controller = new AbortController();
    const given = sdk.payments.getWallet({}, { signal: controller.signal });
    await pause(10);
    controller.abort();
    const [first, second] = [sdk.payments.getWallet(), sdk.feed.getFeed({ limit: 2 + round })];
    equal((await given).error.kind, "cancelled");
    equal(typeof (await data(first)).balance, "number");
    equal((await data(second)).posts.length, 2 + round);
  }
});

await check("an answer that says it is too large is not read, and its connection is closed", async () => {
  let [read, closed] = [0, false];
  const fetch = answering(({ signal }) => {
    signal.addEventListener("abort", () => (closed = true));
    const headers = new Headers({ "content-length": `${65 * 1024 * 1024}` });
    return { status: 200, ok: true, headers, text: async () => `${read++}` };
  });
  const { error } = await new AvaloSDK({ apiEndpoint: url, fetch }).payments.getPackages();
  equal(error.kind, "decode");
  equal(error.message.includes("67108864 bytes"), true);
  equal(`${read} ${closed}`, "0 true");
});

await check("without a fetch the error says so", async () => {
  const { error } = await new AvaloSDK({ apiEndpoint: url, fetch: {}, retryAttempts: 0 }).payments.getPackages();
  equal(error.message.includes("there is no fetch here"), true);
});

await check("a store that never answers is waited for two seconds, once for reading and once for writing", async () => {
  const never = () => new Promise(() => {});
  const sdk = new AvaloSDK({ apiEndpoint: url, tokenStore: { load: never, save: never, clear: never } });
  const timers = timersOf(2_000);
  try {
    let over = false;
    const call = data(sdk.auth.login({ email: "user6@avalo.test", password: "Password1" })).then(() => (over = true));
    for (const what of ["load", "save"]) {
      await until(`it waits for ${what}`, () => timers.waiting.size === 1);
      equal(over, false);
      timers.over();
    }
    await call;
    equal(timers.waiting.size, 0);
  } finally {
    timers.end();
  }
});

await check("what is told in the middle of a letter is told whole", async () => {
  const event = { kind: "chat_message", at: "2026-01-01T00:00:00Z", text: "Zażółć 🎈" };
  const bytes = new TextEncoder().encode(`: hello\n\nid: a-1\r\ndata: ${JSON.stringify(event)}\n\n`);
  const session = JSON.stringify({ accessToken: "a", refreshToken: "r", userId: "usr_1" });
  let cancelled = false;
  const fetch = answering(() => {
    let at = 0;
    const body = new ReadableStream({
      pull: (controller) => (at < bytes.length ? controller.enqueue(bytes.slice(at, ++at)) : new Promise(() => {})),
      cancel: () => void (cancelled = true),
    });
    return new Response(body, { headers: { "content-type": "text/event-stream" } });
  });
  const tokenStore = { load: () => session, save() {}, clear() {} };
  const sdk = new AvaloSDK({ apiEndpoint: url, fetch, tokenStore });
  const told = await new Promise((resolve) => sdk.events(resolve));
  equal(JSON.stringify(told), JSON.stringify(event));
  sdk.dispose();
  await pause(10);
  equal(cancelled, true);
});
