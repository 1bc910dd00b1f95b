// Live events and replies over a network that breaks, against the reference server at AVALO_URL.

import { AvaloSDK } from "../dist/node.mjs";
import { check, equal } from "./check.mjs";
import { control, open, pause, until, url } from "./server.mjs";

/** A user who is signed in, with a limit that no test reaches. */
async function user(number, options) {
  const sdk = new AvaloSDK({ apiEndpoint: url, requestsPerMinute: 100_000, ...options });
  const { error } = await sdk.auth.login({ email: `user${number}@avalo.test`, password: "Password1" });
  if (error) throw error;
  return sdk;
}

const data = async (call) => {
  const response = await call;
  if (!response.success) throw response.error;
  return response.data;
};

/** Closes all streams, and says how many there were. */
const cut = async () => (await (await fetch(`${url}/_test/streams`, { method: "DELETE" })).json()).closed;

/** A reader, a creator whose messages cost nothing, and their chat. */
async function pair() {
  const [reader, creator] = await Promise.all([user(6), user(1)]);
  const { id } = await data(reader.chat.createChat({ userId: "usr_1" }));
  const say = (content) => data(creator.chat.sendMessage({ chatId: id, content }));
  return { reader, chatId: id, say };
}

await check("messages survive cuts, in order and once, and unsubscribing closes the connection", async () => {
  const { reader, chatId, say } = await pair();
  const heard = [];
  const live = reader.chat.subscribeToMessages({ chatId }, ({ content }) => heard.push(content));
  await open(1);
  for (let number = 0; number < 12; number++) {
    if (number % 4 === 1) equal(await cut(), 1);
    await say(`live line ${number} of the day`);
    if (number % 4 === 3) await open(1);
  }
  await until("all have come", () => heard.length >= 12);
  equal(heard.join(), Array.from({ length: 12 }, (_, number) => `live line ${number} of the day`).join());
  live.unsubscribe();
  equal(await live.closed, undefined);
  await open(0);
});

await check("what is said while nobody is reached comes afterwards", async () => {
  const { reader, chatId, say } = await pair();
  const heard = [];
  const live = reader.events((event) => event.kind === "chat_message" && heard.push(event.message.content));
  await open(1);
  await control("faults", [{ route: "chat.subscribeToMessages", times: 1, fault: { kind: "status", status: 503 } }]);
  await cut();
  await say("said while nobody listened");
  await until("it has come", () => heard.length > 0);
  equal(heard.join(), "said while nobody listened");
  live.unsubscribe();
  await open(0);
});

await check("a listener that throws ends nothing, and one may do with the SDK what it likes", async () => {
  const { reader, chatId, say } = await pair();
  const [reported, own] = [[], globalThis.reportError];
  globalThis.reportError = (error) => reported.push(error.message);
  try {
    let heard = 0;
    const live = reader.events(() => {
      if (++heard === 1) throw new Error("mine");
      void reader.chat.getMessages({ chatId });
      live.unsubscribe();
    });
    await open(1);
    await say("the first of two");
    await say("the second of two");
    await until("two were told", () => heard >= 2);
    await open(0);
    equal(heard, 2);
    equal(reported.join(), "mine");
  } finally {
    globalThis.reportError = own;
  }
});

await check("a session that ends takes its events along", async () => {
  const { reader } = await pair();
  const live = reader.events(() => {});
  await open(1);
  await reader.signOut();
  equal((await live.closed).kind, "unauthenticated");
  await open(0);
});

await check("a stream that nobody may open says why", async () => {
  const sdk = new AvaloSDK({ apiEndpoint: url });
  equal((await sdk.events(() => {}).closed).kind, "unauthenticated");
  equal((await sdk.ai.streamMessage({ chatId: "aic_1", content: "hi" }).response).error.kind, "unauthenticated");
  const whole = async (...args) => {
    const answer = await fetch(...args);
    return { status: answer.status, ok: answer.ok, headers: answer.headers, text: () => answer.text() };
  };
  const old = await user(6, { fetch: whole });
  equal((await old.events(() => {}).closed).kind, "config");
});

await check("the words of a reply are the reply, over cuts too, and charged once", async () => {
  const sdk = await user(6);
  const { id: chatId } = await data(sdk.ai.startChat({ companionId: "cmp_iris" }));
  const balance = async () => (await data(sdk.payments.getWallet())).balance;
  for (const cuts of [[], [150], [60, 250]]) {
    const faults = cuts.map((bytes, at) => ({ route: "ai.streamMessage", nth: at + 1, fault: { kind: "truncate", bytes } }));
    await control("faults", faults);
    const before = await balance();
    let words = "";
    const reply = sdk.ai.streamMessage({ chatId, content: "Which book should I read first?" }, (delta) => (words += delta));
    const whole = await data(reply.response);
    equal(whole.reply.content, words);
    equal(words.length > 20, true);
    equal(await balance(), before - whole.charged);
    equal(whole.charged, 2);
  }
  await control("faults", []);
});

await check("a reply that is given up closes its connection and tells no more", async () => {
  const sdk = await user(6);
  const { id: chatId } = await data(sdk.ai.startChat({ companionId: "cmp_iris" }));
  await control("faults", [{ route: "ai.streamMessage", fault: { kind: "dribble", ms: 20 } }]);
  let heard = 0;
  const reply = sdk.ai.streamMessage({ chatId, content: "Tell me a long story, please." }, () => {
    heard++;
    reply.cancel();
  });
  equal((await reply.response).error.kind, "cancelled");
  await pause(300);
  equal(heard <= 1, true);
  await control("faults", []);
});
