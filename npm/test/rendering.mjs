// Servers that render pages: sessions in cookies, many users, against the reference server at AVALO_URL.

import { forward, refreshSession, serverSDK, standIn } from "../dist/server.node.mjs";
import { AvaloSDK, memoryStore } from "../dist/node.mjs";
import { check, equal } from "./check.mjs";
import { control, open, streams, url } from "./server.mjs";

/** A browser's cookies, as a place that may write sees them. */
class Jar {
  kept = new Map();
  get = (name) => this.kept.get(name) && { value: this.kept.get(name) };
  set = (name, value) => void this.kept.set(name, value);
  get session() {
    return JSON.parse(decodeURIComponent(this.kept.get("avalo-session") ?? '""') || '""');
  }
  /** The same, as a server component sees them. */
  get readOnly() {
    const set = () => {
      throw new Error("cookies are read only here");
    };
    return { get: this.get, set };
  }
}

async function signedIn(number) {
  const jar = new Jar();
  const sdk = serverSDK({ apiEndpoint: url, cookies: jar });
  const { success } = await sdk.auth.login({ email: `user${number}@avalo.test`, password: "Password1" });
  equal(success, true);
  return jar;
}

const expire = () => control("clock", { advanceMs: 2 * 3_600_000 });

async function refreshes(act) {
  const count = async () => {
    const { requests } = await (await fetch(`${url}/_test/requests?bodies=false&limit=10000`)).json();
    return requests.filter(({ operation }) => operation === "auth.refreshToken").length;
  };
  const before = await count();
  await act();
  return (await count()) - before;
}

const render = async (cookies) => {
  const { success, data, error } = await serverSDK({ apiEndpoint: url, cookies }).auth.getCurrentUser();
  return success ? data.id : error.kind;
};
const times = (count, act) => Promise.all(Array.from({ length: count }, (_, at) => act(at)));

await check("the cookie holds what the engine writes, and this package's own text is the same", async () => {
  let written;
  const tokenStore = { ...memoryStore(), save: (session) => (written = session) };
  await new AvaloSDK({ apiEndpoint: url, tokenStore }).auth.login({ email: "user2@avalo.test", password: "Password1" });
  const { accessToken, refreshToken, userId } = JSON.parse(written);
  equal(written, JSON.stringify({ accessToken, refreshToken, userId }));
  equal(userId, "usr_2");
});

await check("20 renders with an expired session make one refresh, and the next proxy writes it", async () => {
  const jar = await signedIn(2);
  await expire();
  const before = jar.session;
  equal(await refreshes(async () => equal(new Set(await times(20, () => render(jar.readOnly))).size, 1)), 1);
  equal(jar.session.accessToken, before.accessToken);
  // Long after the server would take the old token for stolen.
  await control("clock", { advanceMs: 10 * 60_000 });
  const { userId, changes } = await refreshSession({ apiEndpoint: url, cookies: jar });
  equal(userId, "usr_2");
  equal(changes.length, 1);
  jar.set(...changes[0]);
  equal(jar.session.accessToken === before.accessToken, false);
  await control("clock", { advanceMs: 10 * 60_000 });
  equal(await refreshes(async () => equal(await render(jar.readOnly), "usr_2")), 0);
});

await check("a proxy renews before the page is rendered, 20 at once with one refresh", async () => {
  const jar = await signedIn(3);
  await expire();
  let all;
  const count = await refreshes(async () => (all = await times(20, () => refreshSession({ apiEndpoint: url, cookies: jar }))));
  equal(count, 1);
  equal(new Set(all.map(({ userId, changes }) => `${userId} ${changes[0][1]}`)).size, 1);
  jar.set(...all[0].changes[0]);
  equal(await refreshes(async () => equal(await render(jar.readOnly), "usr_3")), 0);
  equal((await refreshSession({ apiEndpoint: url, cookies: jar })).changes.length, 0);
});

await check("users who are served at once are never mixed up, whoever signs in or out meanwhile", async () => {
  const [one, other] = [await signedIn(4), await signedIn(5)];
  await expire();
  const joining = signedIn(6);
  const leaving = await signedIn(7);
  const leave = serverSDK({ apiEndpoint: url, cookies: leaving }).auth.logout();
  const count = await refreshes(async () => {
    const seen = await times(40, (at) => render((at % 2 ? one : other).readOnly));
    seen.forEach((user, at) => equal(user, at % 2 ? "usr_4" : "usr_5"));
  });
  equal(count, 2);
  equal(await render((await joining).readOnly), "usr_6");
  equal((await leave).success, true);
  equal(await render(leaving.readOnly), "unauthenticated");
  equal(await render(new Jar().readOnly), "unauthenticated");
});

await check("a session that the server ended is taken out of the cookie, and an outage takes none out", async () => {
  const jar = await signedIn(8);
  const offline = () => Promise.reject(new TypeError("fetch failed"));
  const outage = await refreshSession({ apiEndpoint: url, cookies: jar, fetch: offline, retryAttempts: 0 });
  equal(outage.changes.length, 0);
  await serverSDK({ apiEndpoint: url, cookies: jar.readOnly }).auth.logout();
  const { userId, changes } = await refreshSession({ apiEndpoint: url, cookies: jar });
  equal(userId, undefined);
  equal(changes[0][2].maxAge, 0);
});

/** A page's client and the path that it calls, without a network between them. */
function page(jar, headers = { "sec-fetch-site": "same-origin" }) {
  const seen = [];
  const answer = async (address, options) => {
    const request = new Request(address, { ...options, headers: [...options.headers, ...Object.entries(headers)] });
    const response = await forward(request, { under: "/api/avalo", apiEndpoint: url, cookies: jar });
    seen.push(JSON.stringify([...options.headers]), await response.clone().text());
    return response;
  };
  const session = standIn({ apiEndpoint: url, cookies: jar });
  const sdk = new AvaloSDK({ apiEndpoint: "http://127.0.0.1:3000/api/avalo", tokenStore: memoryStore(session), fetch: answer });
  return { sdk, seen };
}

await check("a page's scripts call with the session of the cookie, and see no token", async () => {
  const jar = await signedIn(9);
  const { sdk, seen } = page(jar);
  equal((await sdk.auth.getCurrentUser()).data.id, "usr_9");
  await expire();
  const old = jar.session.accessToken;
  equal(await refreshes(async () => equal((await sdk.payments.getWallet()).success, true)), 1);
  equal(jar.session.accessToken === old, false);
  equal((await sdk.auth.logout()).success, true);
  equal(jar.session, "");
  const { success } = await sdk.auth.login({ email: "user10@avalo.test", password: "Password1" });
  equal(success, true);
  equal(jar.session.userId, "usr_10");
  equal((await sdk.auth.getCurrentUser()).data.id, "usr_10");
  equal(/avl_(at|rt)_/.test(seen.join()), false);
});

await check("events come through one by one, and the connection ends with the page", async () => {
  const jar = await signedIn(2);
  const leaving = new AbortController();
  const request = new Request("http://127.0.0.1:3000/api/avalo/v1/events", { signal: leaving.signal });
  const response = await forward(request, { under: "/api/avalo", apiEndpoint: url, cookies: jar });
  equal(response.headers.get("content-type"), "text/event-stream");
  // What packs answers leaves this one alone.
  equal(response.headers.get("cache-control").includes("no-transform"), true);
  const before = await streams();
  const reader = response.body.getReader();
  equal((await reader.read()).done, false);
  leaving.abort();
  equal(await reader.read().catch((error) => error.name), "AbortError");
  await open(before - 1);
});

await check("another site's page and another path get nothing", async () => {
  const jar = await signedIn(9);
  for (const headers of [{ "sec-fetch-site": "cross-site" }, { "sec-fetch-site": "same-site" }, { origin: "https://evil.test", host: "avalo.test" }]) {
    equal((await page(jar, headers).sdk.auth.getCurrentUser()).error.kind, "forbidden");
  }
  for (const path of ["/api/avalo/_test/requests", "/api/avalo/v1/../_test/requests", "/api/other/v1/wallet"]) {
    const request = new Request(`http://127.0.0.1:3000${path}`);
    equal((await forward(request, { under: "/api/avalo", apiEndpoint: url, cookies: jar })).status, 404);
  }
  const request = new Request("http://127.0.0.1:3000/api/avalo/v1/wallet");
  equal((await forward(request, { under: "/api/avalo", apiEndpoint: "http://api.avalo.app", cookies: jar })).status, 500);
});
