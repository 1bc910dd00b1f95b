// An engine that comes to an end it must not come to: whoever waits is told, and the next call has another one.

import { AvaloSDK } from "../dist/node.mjs";
import { check, equal } from "./check.mjs";
import { open, pause, url } from "./server.mjs";

const { Instance } = WebAssembly;
/** Whether the next thing that an engine is told makes it trap. */
let armed = false;
let made = 0;

/** Instances in which a text that no memory has room for stands in for whatever else may go wrong in Rust. */
class Fragile {
  constructor(...args) {
    made++;
    const { exports } = new Instance(...args);
    const trap = (name) => (...args) => {
      if (!armed) return exports[name](...args);
      armed = false;
      return exports.room(-1);
    };
    this.exports = { ...exports, settle: trap("settle"), call: trap("call"), give_up: trap("give_up") };
  }
}

async function signedIn(options) {
  const sdk = new AvaloSDK({ apiEndpoint: url, ...options });
  const { error } = await sdk.auth.login({ email: "user6@avalo.test", password: "Password1" });
  if (error) throw error;
  return sdk;
}

const kindOf = async (call) => (await call).error?.kind ?? "succeeded";

WebAssembly.Instance = Fragile;
try {
  await check("a trap refuses whatever is under way, closes its connections, and the next call has a new engine", async () => {
    let [gate, opened] = [Promise.resolve(), () => {}];
    const sdk = await signedIn({
      fetch: async (...args) => {
        const response = await fetch(...args);
        await gate;
        return response;
      },
    });
    const live = sdk.events(() => {});
    await open(1);
    const before = made;
    // No answer is heard before the trap is set.
    gate = new Promise((resolve) => (opened = resolve));
    const calls = [sdk.payments.getWallet(), sdk.feed.getFeed({ limit: 3 })].map(kindOf);
    const reply = sdk.ai.streamMessage({ chatId: "aic_1", content: "hi" }, () => {});
    await pause(0);
    armed = true;
    opened();
    equal((await Promise.all(calls)).join(), "internal,internal");
    equal((await reply.response).error.kind, "internal");
    equal((await live.closed).kind, "internal");
    await open(0);
    equal(await kindOf(sdk.payments.getWallet()), "succeeded");
    equal(made, before + 1);
  });

  await check("a trap at a call's beginning or end is that call's own", async () => {
    let silent = false;
    const sdk = await signedIn({ fetch: (...args) => (silent ? new Promise(() => {}) : fetch(...args)) });
    armed = true;
    equal(await kindOf(sdk.payments.getWallet()), "internal");
    equal(await kindOf(sdk.payments.getWallet()), "succeeded");
    const controller = new AbortController();
    silent = true;
    const call = kindOf(sdk.payments.getWallet({}, { signal: controller.signal }));
    await pause(10);
    armed = true;
    controller.abort();
    equal(await call, "cancelled");
    equal(armed, false);
    silent = false;
    equal(await kindOf(sdk.payments.getWallet()), "succeeded");
    equal(sdk.userId, "usr_6");
  });
} finally {
  WebAssembly.Instance = Instance;
}
