// The scenarios that every language tells, from the package's JavaScript down to the engine on a JVM.

import { inFork } from "../../../npm/test/scenarios/player.mjs";
import { leave, scenarios } from "../../../npm/test/scenarios/results.mjs";
import { LIMIT, line, perform } from "../../../npm/test/scenarios/troupe.mjs";
import { url } from "../../../npm/test/server.mjs";
import { load } from "./load.mjs";
import { startModule } from "./pipe.mjs";

/** How many are played at the same time. */
const AT_ONCE = 8;

const { module, stop } = startModule();
const { AvaloSDK, memoryStore, unwrap } = await load(module);
const outcomes = {};
const say = (name, outcome) => {
  outcomes[name] = outcome;
  console.log(line(name, outcome));
};

const waiting = Object.entries(scenarios());
const next = async () => {
  for (let entry; (entry = waiting.shift()); ) say(entry[0], await perform(entry[1], url, AvaloSDK));
};
await Promise.all(Array.from({ length: AT_ONCE }, next));
say(LIMIT, await inFork(url, holdsTheLimit).then(() => "ok", ({ message }) => message));
leave("React Native", outcomes);
await stop();

/** Of 150 calls at once 100 go out. What goes out is counted by the server, for no `fetch` of JavaScript sees it. */
async function holdsTheLimit(own) {
  const tokenStore = memoryStore();
  const before = new AvaloSDK({ apiEndpoint: own, tokenStore });
  await unwrap(before.auth.login({ email: "user6@avalo.test", password: "Password1" }));
  before.dispose();

  const sdk = new AvaloSDK({ apiEndpoint: own, tokenStore });
  const controller = new AbortController();
  let answered = 0;
  let tell;
  const full = new Promise((done) => (tell = done));
  const calls = Array.from({ length: 150 }, async (_, at) => {
    const { error } = await sdk.feed.getPost({ postId: `pst_${at}` }, { signal: controller.signal });
    if (++answered === 100) tell();
    return error?.kind;
  });
  const sent = async () => {
    const { requests } = await (await fetch(`${own}/_test/requests`)).json();
    return requests.filter(({ operation }) => operation === "feed.getPost").length;
  };
  try {
    await full;
    // Whatever wrongly goes out has done so after some answers of the server.
    for (let round = 0; round < 10; round++) await sent();
    controller.abort();
    const cancelled = (await Promise.all(calls)).filter((kind) => kind === "cancelled").length;
    const found = `${await sent()} went out and ${cancelled} were given up`;
    if (found !== "100 went out and 50 were given up") throw new Error(found);
  } finally {
    sdk.dispose();
  }
}
