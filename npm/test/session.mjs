// What a page can do to a session, against the reference server at AVALO_URL.

import { AvaloClient, AvaloCore } from "../dist/avalo.mjs";
import { feedGetFeed, paymentsGetPackages } from "../dist/operations.mjs";
import { check, equal } from "./check.mjs";
import "./rows.mjs";

const url = process.env.AVALO_URL ?? "http://127.0.0.1:5001";

async function control(what, body) {
  const answer = await fetch(`${url}/_test/${what}`, { method: "POST", body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`the server answered ${answer.status} to ${what}`);
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const kindOf = (call) => call.then(() => "succeeded", (error) => error.kind);

await check("a refresh outlives the call that began it", async () => {
  const sdk = new AvaloCore({ endpoint: url });
  await sdk.call("auth.login", { email: "user8@avalo.test", password: "Password1" });
  await control("clock", { advanceMs: 2 * 3_600_000 });
  await control("faults", [{ route: "auth.refreshToken", nth: 1, fault: { kind: "slow_answer", ms: 300 } }]);
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 100);
  equal(await kindOf(sdk.call("chat.getChats", {}, { signal: controller.signal })), "cancelled");
  await pause(500);
  // From here on the server takes the old token for stolen.
  await control("clock", { advanceMs: 120_000 });
  equal(await kindOf(sdk.call("chat.getChats")), "succeeded");
});

await check("an endpoint that cannot be meant refuses every call with the reason", async () => {
  for (const endpoint of ["", "api.avalo.app", "http://api.avalo.app", "https://me@avalo.app"]) {
    const sdk = new AvaloCore({ endpoint });
    equal(await kindOf(sdk.call("feed.getFeed")), "config");
    equal(await kindOf(sdk.call("feed.getFeed")), "config");
  }
});

await check("what is no operation and no parameters is refused before it travels", async () => {
  let sent = 0;
  const count = (...args) => (sent++, fetch(...args));
  const sdk = new AvaloCore({ endpoint: url, fetch: count });
  equal(await kindOf(sdk.call("feed.getFed")), "invalid");
  equal(await kindOf(sdk.call("feed.getPost", { postId: "a/b" })), "invalid");
  equal(await kindOf(sdk.call("feed.getFeed", [1])), "invalid");
  equal(await kindOf(sdk.call("payments.sendTip", { recipientId: "usr_1", amount: 2 ** 53 })), "invalid");
  // The configuration is asked for once, whatever comes of the calls.
  if (sent > 1) throw new Error(`${sent} requests were sent`);
});

await check("a row does what the operation of its id does, and what is no row is refused", async () => {
  const [one, all] = [new AvaloClient({ endpoint: url }), new AvaloCore({ endpoint: url })];
  const packages = JSON.stringify(await all.call("payments.getPackages"));
  equal(JSON.stringify(await one.callRow(paymentsGetPackages)), packages);
  equal(await kindOf(one.callRow(feedGetFeed)), "unauthenticated");
  equal(await kindOf(one.callRow("feed.getFeed")), "invalid");
  equal(await kindOf(one.callRow(undefined)), "invalid");
});

await check("no network is one plain error", async () => {
  const offline = () => Promise.reject(new TypeError("fetch failed"));
  const sdk = new AvaloCore({ endpoint: url, fetch: offline, retryAttempts: 0 });
  equal(await kindOf(sdk.call("payments.getPackages")), "network");
});
