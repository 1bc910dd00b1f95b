// The package's JavaScript over a module that is written here: what it says to it, and what it makes of the answers.

import { check, equal } from "../../../npm/test/check.mjs";
import { load } from "./load.mjs";

/** Everything that was said to the module, in order. */
const said = [];
let tell;
let session = "kept";
const note = (name) => (...args) => void said.push([name, ...args]);
const names = ["open", "call", "stream", "listen", "signOut", "giveUp", "settle", "close", "setAwake"];
const module = {
  ...Object.fromEntries(names.map((name) => [name, note(name)])),
  onTold: (hear) => void (tell = hear),
  loadSession: async () => session,
  saveSession: async (text) => void (session = text),
  clearSession: async () => void (session = null),
};
const { AvaloSDK, deviceStore, appState } = await load(module);
const turn = () => new Promise((done) => setTimeout(done));

/** The last that was said of this. */
const last = (name) => said.findLast(([what]) => what === name)?.slice(1);
const options = { apiEndpoint: "https://api.avalo.app", timeout: 5_000, tokenStore: deviceStore() };

/** Begins a call and gives its engine and number. */
async function begin(act) {
  const response = act();
  await turn();
  const [engine, number] = last("call");
  return { engine, number, response };
}

await check("importing it and making a client says nothing", () => {
  new AvaloSDK(options);
  equal(said.length, 0);
});

const events = [];
const sdk = new AvaloSDK({ ...options, onSession: (event) => events.push(JSON.stringify(event)) });

await check("a call is a row, its parameters and its options", async () => {
  const act = () => sdk.feed.getFeed({ limit: 2 }, { idempotencyKey: "one", fresh: true });
  const { engine, number, response } = await begin(act);
  equal(JSON.stringify(last("open")), JSON.stringify([engine, '{"endpoint":"https://api.avalo.app","timeout":5000}']));
  const [, , row, params, how] = last("call");
  equal(row, "feed.getFeed GET /v1/feed US");
  equal(params, '{"limit":2}');
  equal(how, '{"key":"one","fresh":true}');
  tell(`${engine} answer ${number} {"posts":[" a  b "]}`);
  equal(JSON.stringify(await response), '{"success":true,"data":{"posts":[" a  b "]}}');
});

await check("a refusal is a typed error", async () => {
  const { engine, number, response } = await begin(() => sdk.payments.getWallet());
  const refusal = { kind: "rate_limited", message: "too many", code: "slow_down", statusCode: 429, retryAfter: 1.5, requestId: "r" };
  tell(`${engine} refuse ${number} ${JSON.stringify(refusal)}`);
  const { success, error } = await response;
  equal(success, false);
  for (const name in refusal) equal(error[name], refusal[name]);
});

await check("aborting a call gives it up", async () => {
  const controller = new AbortController();
  const { engine, number, response } = await begin(() => sdk.payments.getWallet({}, { signal: controller.signal }));
  controller.abort();
  equal((await response).error.kind, "cancelled");
  equal(last("giveUp").join(), `${engine},${number}`);
  // It was under way already.
  tell(`${engine} answer ${number} {}`);
});

await check("the device keeps the session", async () => {
  const [engine] = last("open");
  const settled = async (line) => {
    tell(`${engine} ${line}`);
    await turn();
    return JSON.stringify(last("settle").slice(1));
  };
  equal(await settled("load 1"), '[1,true,"kept"]');
  equal(await settled("save 2 a session of words"), "[2,true,null]");
  equal(session, "a session of words");
  equal(await settled("clear 3"), "[3,true,null]");
  equal(session, null);
  module.loadSession = async () => Promise.reject(new Error("locked"));
  equal(await settled("load 4"), "[4,false,null]");
  module.loadSession = async () => 7;
  equal(await settled("load 5"), "[5,true,null]");
});

await check("who is signed in is known, and heard of", async () => {
  const [engine] = last("open");
  tell(`${engine} user 0 usr_7`);
  tell(`${engine} session 0 signed_in usr_7`);
  equal(sdk.userId, "usr_7");
  tell(`${engine} user 0`);
  tell(`${engine} session 0 signed_out`);
  equal(sdk.userId, undefined);
  await turn();
  equal(events.join(), '{"event":"signed_in","detail":"usr_7"},{"event":"signed_out"}');
});

await check("a subscription hears what it asked for, until it ends", async () => {
  const heard = [];
  const live = sdk.chat.subscribeToMessages({ chatId: "c1" }, ({ content }) => heard.push(content));
  await turn();
  const [engine, number] = last("listen");
  for (const chatId of ["c1", "c2"]) {
    tell(`${engine} part ${number} ${JSON.stringify({ kind: "chat_message", message: { chatId, content: `in ${chatId}` } })}`);
  }
  await turn();
  live.unsubscribe();
  equal(last("giveUp").join(), `${engine},${number}`);
  equal(heard.join(), "in c1");
});

await check("a reply comes in parts", async () => {
  const reply = sdk.ai.streamMessage({ chatId: "c1", content: "Good morning" });
  await turn();
  const [engine, number] = last("stream");
  for (const part of ["Good ", "", "morning"]) tell(`${engine} part ${number} ${part}`);
  tell(`${engine} answer ${number} {"id":"m1"}`);
  equal((await reply.response).data.id, "m1");
  const parts = [];
  for await (const part of reply) parts.push(part);
  equal(parts.join("|"), "Good ||morning");
});

await check("the engines sleep with the app, once", () => {
  for (const state of ["inactive", "background", "background", "inactive", "active", "active"]) appState(state);
  equal(said.filter(([name]) => name === "setAwake").join(), "setAwake,false,setAwake,true");
});

await check("disposing of a client ends its engine, and no other", async () => {
  const other = new AvaloSDK(options);
  const { engine, response } = await begin(() => other.payments.getWallet());
  const waits = await begin(() => sdk.payments.getWallet());
  other.dispose();
  equal((await response).error.kind, "cancelled");
  equal(last("close").join(), `${engine}`);
  tell(`${engine} answer 1 {}`);
  tell(`${waits.engine} answer ${waits.number} {}`);
  equal((await waits.response).success, true);
});

await check("settings that cannot be used fail every call", async () => {
  const wrong = new AvaloSDK({ apiEndpoint: "avalo" });
  const { engine, response } = await begin(() => wrong.payments.getWallet());
  tell(`${engine} refuse 0 {"kind":"config","message":"no URL"}`);
  tell(`${engine} refuse 1 {"kind":"internal","message":"the engine could not be set up"}`);
  equal((await response).success, false);
  equal((await wrong.payments.getWallet()).error.kind, "config");
});

await check("a module that throws is an engine that broke, and the next call has another", async () => {
  const good = module.call;
  const fragile = new AvaloSDK(options);
  module.call = () => {
    throw new Error("gone");
  };
  equal((await fragile.payments.getWallet()).error.kind, "internal");
  module.call = good;
  const { engine, number, response } = await begin(() => fragile.payments.getWallet());
  tell(`${engine} answer ${number} {}`);
  equal((await response).success, true);
});
