// A hundred parts of a page that ask for the same thing at once, over loopback, of the reference server.

import { unwrap } from "../dist/index.mjs";
import { signedIn } from "./contenders/avalo.mjs";
import { byRound, median } from "./interleave.mjs";

const READS = 100;
const ROUNDS = 31;

/** A large answer and a small one: every reader gets one of its own, and so parses it. */
const PLACES = [
  { name: "feed", path: "/v1/feed?limit=20", read: (sdk) => sdk.feed.getFeed({ limit: 20 }) },
  { name: "wallet", path: "/v1/wallet", read: (sdk) => sdk.payments.getWallet() },
];

export async function measure(table, endpoint) {
  let requests = 0;
  const counted = (...args) => {
    requests += 1;
    return fetch(...args);
  };
  const sdk = await signedIn({ apiEndpoint: endpoint, fetch: counted });
  const headers = { accept: "application/json", authorization: `Bearer ${await bareToken(endpoint)}` };
  for (const { name, path, read } of PLACES) {
    const text = async () => {
      const response = await fetch(endpoint + path, { headers });
      if (!response.ok) throw new Error(`the server answered ${response.status}`);
      return response.text();
    };
    const bare = async () => JSON.parse(await text());
    const own = () => unwrap(read(sdk));
    const [times, most] = [{ bare: [], sdk: [] }, []];
    for (let round = -5; round < ROUNDS; round++) {
      const order = [["bare", bare], ["sdk", own]];
      if (round % 2) order.reverse();
      for (const [who, call] of order) {
        requests = 0;
        const began = performance.now();
        await Promise.all(Array.from({ length: READS }, call));
        if (round < 0) continue;
        times[who].push(performance.now() - began);
        if (who === "sdk") most.push(requests);
      }
    }
    const figure = `${READS} equal reads at once, ${name} of ${(await text()).length} B`;
    const sent = Math.max(...most);
    table.push({ figure: `${figure}, requests`, bare: READS, sdk: sent, result: sent, atMost: 1 });
    const faster = byRound(times.bare, times.sdk, (bare, sdk) => bare / sdk);
    const pair = { bare: median(times.bare), sdk: median(times.sdk) };
    table.push({ figure: `${figure}, ms`, unit: "ms, x", ...pair, result: faster, goal: 20, upwards: true });
  }
  sdk.dispose();
}

/** A session for those who have no SDK. */
async function bareToken(endpoint) {
  const response = await fetch(`${endpoint}/v1/auth/login`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": "bench-web" },
    body: JSON.stringify({ email: "user1@avalo.test", password: "Password1" }),
  });
  return (await response.json()).session.accessToken;
}
