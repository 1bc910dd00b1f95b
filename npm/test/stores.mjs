// Where sessions are kept: each store gives a second client what the first one left.

import { AvaloSDK, browserStore, cookieStore, memoryStore } from "../dist/node.mjs";
import { check, equal } from "./check.mjs";
import { control, url } from "./server.mjs";

const LOGIN = { email: "user10@avalo.test", password: "Password1" };

/** A browser's storage, and a server's cookies: both keep text by name. */
class Shelf extends Map {
  getItem = (name) => this.get(name) ?? null;
  setItem = (name, value) => void this.set(name, value);
  removeItem = (name) => void this.delete(name);
}

class Cookies {
  #jar;
  sent = [];

  constructor(jar, readOnly = false) {
    this.#jar = jar;
    this.readOnly = readOnly;
  }

  get(name) {
    return this.#jar.has(name) ? { value: this.#jar.get(name) } : undefined;
  }

  set(name, value, attributes) {
    if (this.readOnly) throw new Error("cookies can only be modified in an action");
    this.sent.push(attributes);
    if (attributes.maxAge === 0) this.#jar.delete(name);
    else this.#jar.set(name, value);
  }
}

/** Signs in with one store, goes on with the next, and signs out with the last. */
async function handsOver(store) {
  const sdk = () => new AvaloSDK({ apiEndpoint: url, tokenStore: store() });
  equal((await sdk().auth.login(LOGIN)).success, true);
  equal((await sdk().payments.getWallet()).success, true);
  await control("clock", { advanceMs: 2 * 3_600_000 });
  equal((await sdk().payments.getWallet()).success, true);
  await control("clock", { advanceMs: 120_000 });
  const last = sdk();
  equal((await last.payments.getWallet()).success, true);
  equal(last.userId, "usr_10");
  equal((await last.signOut()).success, true);
  equal((await sdk().payments.getWallet()).error?.kind, "unauthenticated");
}

await check("a browser's storage keeps the session under its name, and forgets it", async () => {
  const storage = new Shelf();
  await handsOver(() => browserStore({ storage, key: "mine" }));
  equal([...storage.keys()].join(), "");
});

await check("memory keeps the session for the clients that share it", async () => {
  const store = memoryStore();
  await handsOver(() => store);
  equal(store.load(), undefined);
});

await check("a cookie keeps the session where scripts do not see it", async () => {
  const jar = new Map();
  const cookies = new Cookies(jar);
  await handsOver(() => cookieStore(cookies, { name: "own", sameSite: "strict" }));
  equal(jar.size, 0);
  const { httpOnly, secure, sameSite, path, maxAge } = cookies.sent[0];
  equal([httpOnly, secure, sameSite, path, maxAge].join(), "true,true,strict,/,2592000");
});

await check("where cookies may only be read, the session is renewed for as long as the store lives", async () => {
  const jar = new Map();
  await new AvaloSDK({ apiEndpoint: url, tokenStore: cookieStore(new Cookies(jar)) }).auth.login(LOGIN);
  const before = jar.get("avalo-session");
  await control("clock", { advanceMs: 2 * 3_600_000 });
  const cookies = new Cookies(jar, true);
  const store = cookieStore(cookies);
  equal((await new AvaloSDK({ apiEndpoint: url, tokenStore: store }).payments.getWallet()).success, true);
  equal(jar.get("avalo-session"), before);
  equal(store.load() === decodeURIComponent(before), false);
  await control("clock", { advanceMs: 120_000 });
  equal((await new AvaloSDK({ apiEndpoint: url, tokenStore: store }).payments.getWallet()).success, true);
});

await check("restore says whose session is kept before anything is sent, and what happens is told", async () => {
  let sent = 0;
  const count = (...args) => (sent++, fetch(...args));
  const store = memoryStore();
  const make = (options) => new AvaloSDK({ apiEndpoint: url, tokenStore: store, fetch: count, ...options });
  equal((await make().restore()).data, null);
  const [heard, also] = [[], []];
  const first = make({ onSession: ({ event }) => heard.push(event) });
  const stop = first.onSession(({ event }) => also.push(event));
  equal((await first.auth.login(LOGIN)).success, true);
  equal(also.join(), "signed_in");
  stop();
  sent = 0;
  const second = make();
  equal(second.userId, undefined);
  equal((await second.restore()).data, "usr_10");
  equal(second.userId, "usr_10");
  equal(sent, 0);
  await first.signOut();
  equal(first.userId, undefined);
  equal((await first.restore()).data, null);
  equal(heard.join(), "signed_in,signed_out");
  equal(also.join(), "signed_in");
  await second.signOut();
  equal(second.userId, undefined);
  second.dispose();
  equal((await second.restore()).error.kind, "cancelled");
});

await check("a store that fails or holds nonsense restores nobody", async () => {
  const broken = { load: () => Promise.reject(new Error("denied")), save() {}, clear() {} };
  for (const tokenStore of [broken, memoryStore("{"), memoryStore("null"), memoryStore('{"userId":"usr_1"}')]) {
    equal((await new AvaloSDK({ apiEndpoint: url, tokenStore }).restore()).data, null);
  }
});
