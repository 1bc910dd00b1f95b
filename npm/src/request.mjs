// One request to a server that renders pages: its client, and its session in a cookie.

import { shared } from "./exchanges.mjs";
import { AvaloSDK, cookieStore } from "./index.mjs";

/** The client of one request, and where its session is. */
export function requestOf({ cookies, cookie, fetch, ...options }) {
  const exchanges = shared(fetch);
  const store = cookieStore(
    {
      get: (name) => cookies.get(name),
      set: (...change) => {
        // It throws where cookies may only be read: then the session is in no cookie yet.
        cookies.set(...change);
        exchanges.written();
      },
    },
    cookie,
  );
  return { sdk: new AvaloSDK({ ...options, fetch: exchanges.fetch, tokenStore: store }), store };
}
