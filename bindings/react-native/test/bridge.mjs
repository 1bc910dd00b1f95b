// The package from its JavaScript down to the engine: the module of Android on a JVM, React Native's own classes
// beneath it, and the reference server.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { check, equal } from "../../../npm/test/check.mjs";
import { control, open, pause, url } from "../../../npm/test/server.mjs";
import { load } from "./load.mjs";
import { startModule } from "./pipe.mjs";

const { module, stop, pid } = startModule();
const { AvaloSDK, deviceStore, unwrap, appState } = await load(module);
const user = (number) => ({ email: `user${number}@avalo.test`, password: "Password1" });
const clients = [];
const client = (more) => {
  const made = new AvaloSDK({ apiEndpoint: url, ...more });
  clients.push(made);
  return made;
};

// The device has its keys from here on; the engine waits for its store two seconds and no longer.
await deviceStore().save("nothing yet");
await deviceStore().clear();

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
});

await check("what the device cannot keep is refused, and what it cannot open any more is no session", async () => {
  const store = deviceStore();
  const kept = await store.load();
  const long = "ż".repeat(4_096);
  await store.save(long);
  equal(await store.load(), long);
  await store.save(kept);
  module.device("full");
  equal(/IllegalStateException/.test(await store.save("a secret").catch((error) => error.message)), true);
  equal(await store.clear().catch(() => "refused"), "refused");
  equal(await store.load(), kept);
  module.device("free");
  for (const happened of ["torn", "restored"]) {
    await store.save("a secret");
    equal(await store.load(), "a secret");
    module.device(happened);
    equal(await store.load(), null);
  }
  await store.clear();
  equal(await store.load(), null);
  await store.save(kept);
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
  await open(1);
  const tip = (amount) => unwrap(mary.payments.sendTip({ recipientId: "usr_1", amount }));
  const next = events[Symbol.asyncIterator]();
  await tip(5);
  equal(typeof (await next.next()).value.kind, "string");
  appState("background");
  await open(0);
  await tip(6);
  appState("active");
  equal(typeof (await next.next()).value.kind, "string");
  events.unsubscribe();
  await open(0);
});

await check("a companion's reply comes in parts", async () => {
  const { companions } = await unwrap(mary.ai.getCompanions());
  const chat = await unwrap(mary.ai.startChat({ companionId: companions[0].id }));
  const reply = mary.ai.streamMessage({ chatId: chat.id, content: "Good morning" });
  const parts = [];
  for await (const part of reply) parts.push(part);
  equal(parts.join(""), (await unwrap(reply.response)).reply.content);
});

await check("an answer of 10 MB arrives whole", async () => {
  const words = "z".repeat(10_000_000);
  const server = createServer((_, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ packages: [], words }));
  });
  await new Promise((listens) => server.listen(0, "127.0.0.1", listens));
  const apiEndpoint = `http://127.0.0.1:${server.address().port}`;
  equal((await unwrap(client({ apiEndpoint }).payments.getPackages())).words.length, words.length);
  server.closeAllConnections();
  server.close();
});

await check("10,000 calls leave nothing behind", async () => {
  if (!existsSync(`/proc/${pid}/status`)) return console.log("# there is no /proc to count in");
  const caller = client({ requestsPerMinute: 1_000_000 });
  await unwrap(caller.auth.login(user(2)));
  const call = async (times) => {
    const calls = async (_, place) => {
      for (let call = 0; call < times / 16; call++) await unwrap(caller.feed.getFeed({ limit: (place % 4) + 1 }));
    };
    await Promise.all(Array.from({ length: 16 }, calls));
    await pause(200);
    const megabytes = /^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1] >> 10;
    const count = (what) => readdirSync(`/proc/${pid}/${what}`).length;
    // What Node itself still waits for is a call that was never settled, or its timer.
    return { threads: count("task"), files: count("fd"), megabytes, waits: process.getActiveResourcesInfo().length };
  };
  const before = await call(2_000);
  const after = await call(10_000);
  console.log(`# before ${JSON.stringify(before)}\n# after  ${JSON.stringify(after)}`);
  // A pool of the JVM may grow by one or two; a leak would be thousands.
  const most = { threads: 8, files: 8, megabytes: 64, waits: 8 };
  for (const [what, more] of Object.entries(most)) {
    if (after[what] > before[what] + more) throw new Error(`${what}: ${before[what]}, ${after[what]}`);
  }
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
  await open(1);
  module.invalidate();
  await open(0);
});

for (const made of clients) made.dispose();
await check("the process ends by itself", async () => equal(await stop(), 0));
