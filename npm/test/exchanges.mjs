// What requests of a process share, and for how long.

import { shared } from "../src/exchanges.mjs";
import { check, equal } from "./check.mjs";

const REFRESH = "https://api.avalo.test/v1/auth/token/refresh";
const kept = globalThis[Symbol.for("@avalo/sdk exchanges")];

/** A server that counts what it is asked, and may be set to answer otherwise. */
function api(status = 200) {
  const server = { asked: 0, status };
  server.fetch = async () => new Response(`${++server.asked}`, { status: server.status });
  return server;
}

const exchange = async (request, token) => (await request.fetch(REFRESH, { method: "POST", headers: [], body: token })).text();

/** Lets `act` run so many milliseconds later. */
async function later(ms, act) {
  const { now } = Date;
  Date.now = () => now() + ms;
  try {
    return await act();
  } finally {
    Date.now = now;
  }
}

await check("a token is exchanged once, another one for itself, and whatever else each time", async () => {
  const server = api();
  const [one, other] = [shared(server.fetch), shared(server.fetch)];
  equal((await Promise.all([exchange(one, "a"), exchange(other, "a"), exchange(other, "b")])).join(), "1,1,2");
  for (const round of ["3", "4"]) {
    equal(await (await one.fetch("https://api.avalo.test/v1/feed", { method: "GET" })).text(), round);
  }
});

await check("a pair is kept while no cookie holds it, and for the grace once one does", async () => {
  const server = api();
  const reader = shared(server.fetch);
  equal(await exchange(reader, "c"), "1");
  equal(await later(20 * 60_000, () => exchange(shared(server.fetch), "c")), "1");
  const writer = shared(server.fetch);
  equal(await exchange(writer, "c"), "1");
  writer.written();
  equal(await later(50_000, () => exchange(shared(server.fetch), "c")), "1");
  equal(await later(70_000, () => exchange(shared(server.fetch), "c")), "2");
});

await check("a failure is not kept", async () => {
  const server = api(503);
  equal((await Promise.all([1, 2].map(() => exchange(shared(server.fetch), "d")))).join(), "1,1");
  server.status = 200;
  equal(await exchange(shared(server.fetch), "d"), "2");
  const lost = shared(() => Promise.reject(new TypeError("fetch failed")));
  equal(await exchange(lost, "e").catch(({ message }) => message), "fetch failed");
  equal(await exchange(shared(server.fetch), "e"), "3");
});

await check("at most 1,000 are kept, and none for ever", async () => {
  const server = api();
  for (let token = 0; token < 1100; token++) await exchange(shared(server.fetch), `f${token}`);
  equal(kept.size, 1000);
  await later(31 * 60_000, () => exchange(shared(server.fetch), "g"));
  equal(kept.size, 1);
});
