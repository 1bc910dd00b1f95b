// Where sessions are kept: each store gives a second client what the first one left.

import { AvaloSDK, browserStore, cookieStore, memoryStore } from "../dist/index.mjs";
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
