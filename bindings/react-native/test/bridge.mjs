// The package from its JavaScript down to the engine: the module of Android on a JVM, React Native's own classes
// beneath it, and the reference server.

import { check, equal } from "../../../npm/test/check.mjs";
import { control, pause, url } from "../../../npm/test/server.mjs";
import { load } from "./load.mjs";
import { startModule } from "./pipe.mjs";

const { module, stop } = startModule();
const { AvaloSDK, deviceStore, unwrap, appState } = await load(module);
const user = (number) => ({ email: `user${number}@avalo.test`, password: "Password1" });
const clients = [];
const client = (more) => {
  const made = new AvaloSDK({ apiEndpoint: url, ...more });
  clients.push(made);
  return made;
};
const open = async () => (await (await fetch(`${url}/_test/streams`)).json()).open;
const streams = async (number) => {
  for (let tries = 0; (await open()) !== number; tries++) {
    if (tries === 1_000) throw new Error(`${await open()} streams are open instead of ${number}`);
    await pause(10);
  }
};

const ada = client({ tokenStore: deviceStore() });
const mary = client();

await check("people sign in, and are known", async () => {
  await unwrap(ada.auth.login(user(1)));
  await unwrap(mary.auth.login(user(7)));
  equal(`${ada.userId} ${mary.userId}`, "usr_1 usr_7");
});

await check("the device keeps the session for the next client", async () => {
  const next = client({ tokenStore: deviceStore() });
  await unwrap(next.payments.getWallet());
  equal(next.userId, "usr_1");
  equal(await deviceStore().save("full").catch(() => "refused"), "refused");
});

await check("100 calls at once are answered each by its own", async () => {
  const pages = await Promise.all(
    Array.from({ length: 100 }, (_, index) => unwrap(client({ requestsPerMinute: 1_000 }).payments.getPackages({}, { idempotencyKey: `${index}` }))),
  );
  equal(new Set(pages.map((page) => JSON.stringify(page))).size, 1);
});

await check("letters of all alphabets pass", async () => {
  const content = "Zażółć gęślą jaźń 日本 🎈 \"\\\n\t end ";
  const { id } = await unwrap(mary.feed.createPost({ kind: "text", content }));
  equal((await unwrap(ada.feed.getPost({ postId: id }))).content, content);
});

await check("a refusal says what the server said", async () => {
  const { error } = await mary.payments.sendTip({ recipientId: "usr_1", amount: 5_000 });
  equal(`${error.kind} ${error.code} ${error.statusCode}`, "payment insufficient_balance 402");
});

await check("aborting a call closes its connection", async () => {
  await control("faults", [{ route: "payments.getWallet", nth: 1, fault: { kind: "delay", ms: 60_000 } }]);
  const controller = new AbortController();
  const asked = mary.payments.getWallet({}, { signal: controller.signal, fresh: true });
  await pause(50);
  controller.abort();
  equal((await asked).error.kind, "cancelled");
  await control("faults", []);
});

await check("live events come, also those of the time in the background", async () => {
  const events = ada.events();
  await streams(1);
  const tip = (amount) => unwrap(mary.payments.sendTip({ recipientId: "usr_1", amount }));
  const next = events[Symbol.asyncIterator]();
  await tip(5);
  equal(typeof (await next.next()).value.kind, "string");
  appState("background");
  await streams(0);
  await tip(6);
  appState("active");
  equal(typeof (await next.next()).value.kind, "string");
  events.unsubscribe();
  await streams(0);
});

await check("a companion's reply comes in parts", async () => {
  const { companions } = await unwrap(mary.ai.getCompanions());
  const chat = await unwrap(mary.ai.startChat({ companionId: companions[0].id }));
  const reply = mary.ai.streamMessage({ chatId: chat.id, content: "Good morning" });
  const parts = [];
  for await (const part of reply) parts.push(part);
  equal(parts.join(""), (await unwrap(reply.response)).reply.content);
});

await check("a client that was disposed of is gone, and the others are not", async () => {
  mary.dispose();
  equal((await mary.payments.getWallet()).error.kind, "cancelled");
  equal((await ada.payments.getWallet()).success, true);
});

await check("an endpoint that is none is refused", async () => {
  equal((await client({ apiEndpoint: "avalo" }).payments.getWallet()).error.kind, "config");
});

await check("when the app's JavaScript ends, so does everything", async () => {
  ada.events(() => {});
  await streams(1);
  module.invalidate();
  await streams(0);
});

for (const made of clients) made.dispose();
await check("the process ends by itself", async () => equal(await stop(), 0));
