// What a page can do to a session, against the reference server at AVALO_URL.

import { AvaloClient, AvaloSDK } from "../dist/node.mjs";
import { getFeed } from "../dist/feed.mjs";
import { getPackages } from "../dist/payments.mjs";
import { check, equal } from "./check.mjs";
import { control, pause, url } from "./server.mjs";

const kindOf = async (call) => (await call).error?.kind ?? "succeeded";

await check("a refresh outlives the call that began it", async () => {
  const sdk = new AvaloSDK({ apiEndpoint: url });
  await sdk.auth.login({ email: "user8@avalo.test", password: "Password1" });
  await control("clock", { advanceMs: 2 * 3_600_000 });
  await control("faults", [{ route: "auth.refreshToken", nth: 1, fault: { kind: "slow_answer", ms: 300 } }]);
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 100);
  equal(await kindOf(sdk.chat.getChats({}, { signal: controller.signal })), "cancelled");
  await pause(500);
  // From here on the server takes the old token for stolen.
  await control("clock", { advanceMs: 120_000 });
  equal(await kindOf(sdk.chat.getChats()), "succeeded");
});

await check("an endpoint that cannot be meant refuses every call with the reason", async () => {
  for (const endpoint of ["", "api.avalo.app", "http://api.avalo.app", "https://me@avalo.app"]) {
    const sdk = new AvaloSDK({ apiEndpoint: endpoint });
    equal(await kindOf(sdk.feed.getFeed()), "config");
    equal(await kindOf(sdk.feed.getFeed()), "config");
  }
});

await check("what are no parameters is refused before it travels", async () => {
  let sent = 0;
  const count = (...args) => (sent++, fetch(...args));
  const sdk = new AvaloSDK({ apiEndpoint: url, fetch: count });
  equal(await kindOf(sdk.feed.getPost({ postId: "a/b" })), "invalid");
  equal(await kindOf(sdk.feed.getFeed([1])), "invalid");
  equal(await kindOf(sdk.payments.sendTip({ recipientId: "usr_1", amount: 2 ** 53 })), "invalid");
  // The configuration is asked for once, whatever comes of the calls.
  if (sent > 1) throw new Error(`${sent} requests were sent`);
});

await check("a function of a domain does what the method does, and what is no row is refused", async () => {
  const [one, all] = [new AvaloClient({ apiEndpoint: url }), new AvaloSDK({ apiEndpoint: url })];
  const { data } = await all.payments.getPackages();
  equal(JSON.stringify((await getPackages(one)).data), JSON.stringify(data));
  equal(data.packages.length > 0, true);
  equal(await kindOf(getFeed(one)), "unauthenticated");
  equal(await kindOf(one.call("feed.getFeed")), "invalid");
  equal(await kindOf(one.call(undefined)), "invalid");
});
