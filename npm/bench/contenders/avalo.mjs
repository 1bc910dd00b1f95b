// Avalo, from the package as it is published, with every rule on; its limit of requests is kept but never reached.

import { AvaloSDK, unwrap } from "../../dist/index.mjs";

export const name = "Avalo";

/** A client that is signed in. */
export async function signedIn(options) {
  const sdk = new AvaloSDK({ requestsPerMinute: 2 ** 32 - 1, ...options });
  await unwrap(sdk.auth.login({ email: "user1@avalo.test", password: "Password1" }));
  return sdk;
}

export async function make({ fetch, endpoint }) {
  const sdk = await signedIn({ apiEndpoint: endpoint, fetch });
  return async () => (await sdk.feed.getFeed({ limit: 20 })).data;
}
