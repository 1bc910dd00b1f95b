// The SDK in JavaScript: sign in, read, pay once, stay signed in, change one's mind.
//
// Every language tells this story against the reference server; this file tells it wherever there
// is `fetch`, in Node and in a page alike.

import { AvaloSDK, unwrap } from "../../npm/dist/index.mjs";

/** Tells the story to the server at `url`, line by line, and says whether it went well. */
export async function tell(url, say) {
  const sdk = new AvaloSDK({ apiEndpoint: url });
  const server = new Server(url);
  let good = true;
  for (const [step, act] of steps) {
    try {
      await act(sdk, server);
      say(`ok - ${step}`);
    } catch (error) {
      good = false;
      say(`not ok - ${step}: ${error.message ?? error}`);
    }
  }
  return good;
}

const steps = [
  ["signs in", signsIn],
  ["reads the feed", readsTheFeed],
  ["tips once through a lost answer", tipsOnce],
  ["renews an expired token", renewsAnExpiredToken],
  ["cancels a slow call", cancelsASlowCall],
];

async function signsIn(sdk) {
  await unwrap(sdk.auth.login({ email: "user6@avalo.test", password: "Password1" }));
  ensure(sdk.userId === "usr_6", `${sdk.userId} is signed in`);
}

async function readsTheFeed(sdk) {
  const page = await unwrap(sdk.feed.getFeed({ limit: 5 }));
  ensure(page.posts.length === 5, `${page.posts.length} posts came`);
  ensure(page.nextCursor, "there is no next page");
}

async function tipsOnce(sdk, server) {
  const before = (await unwrap(sdk.payments.getWallet())).balance;
  // The server carries the first tip out and loses its answer.
  await server.post("faults", [{ route: "payments.sendTip", nth: 1, fault: { kind: "drop_after_commit" } }]);
  const receipt = await unwrap(sdk.payments.sendTip({ recipientId: "usr_1", amount: 10 }));
  ensure(receipt.amount === 10, `${receipt.amount} were tipped`);
  const after = (await unwrap(sdk.payments.getWallet())).balance;
  ensure(before - after === 10, `${before} became ${after}`);
  const sent = await server.count("payments.sendTip");
  ensure(sent === 2, `${sent} requests were sent`);
}

async function renewsAnExpiredToken(sdk, server) {
  await server.post("clock", { advanceMs: 2 * 3_600_000 });
  await unwrap(sdk.feed.getFeed({ limit: 4 }));
  const renewed = await server.count("auth.refreshToken");
  ensure(renewed === 1, `the token was renewed ${renewed} times`);
}

async function cancelsASlowCall(sdk, server) {
  await server.post("faults", [{ route: "feed.getFeed", nth: 1, fault: { kind: "delay", ms: 60_000 } }]);
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 200);
  const slow = await sdk.feed.getFeed({ limit: 3 }, { signal: controller.signal });
  ensure(slow.error?.kind === "cancelled", `the call was not given up: ${slow.error?.kind}`);
  await server.post("faults", []);
  const page = await unwrap(sdk.feed.getFeed({ limit: 2 }));
  ensure(page.posts.length === 2, "the next call did not work");
}

/** What a test may do to the reference server. */
class Server {
  constructor(url) {
    this.url = url;
  }

  async post(what, body) {
    const answer = await fetch(`${this.url}/_test/${what}`, { method: "POST", body: JSON.stringify(body) });
    ensure(answer.ok, `the server answered ${answer.status} to ${what}`);
  }

  /** How many requests of an operation the server has seen. */
  async count(operation) {
    const { requests } = await (await fetch(`${this.url}/_test/requests`)).json();
    return requests.filter((request) => request.operation === operation).length;
  }
}

function ensure(holds, otherwise) {
  if (!holds) throw new Error(otherwise);
}
