// The program whose start is measured: `bare` or `avalo`. It prints the milliseconds to its first answer.

import { common, page, stub } from "./stub.mjs";

const body = page(275);
const given = common(stub(body));
const began = performance.now();
let answer;
if (process.argv[2] === "avalo") {
  const { AvaloSDK, memoryStore, unwrap } = await import("../dist/node.mjs");
  // As for somebody who comes back: the session is kept, and whether there is a configuration is asked first.
  const kept = memoryStore(process.env.AVALO_SESSION);
  const sdk = new AvaloSDK({ apiEndpoint: given.endpoint, fetch: given.fetch, tokenStore: kept });
  answer = await unwrap(sdk.feed.getFeed({ limit: 20 }));
} else {
  const { make } = await import("./contenders/bare.mjs");
  answer = await make(given)();
}
const took = performance.now() - began;
if (JSON.stringify(answer) !== body) throw new Error("that is not the answer");
console.log(took.toFixed(3));
