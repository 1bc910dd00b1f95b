// The SDK in the browser: it calls this site's own origin, and what it holds in place of a session is no secret.

import { AvaloSDK, memoryStore } from "@avalo/sdk";

/** The session is in the cookie, which the engine alone would not send anywhere. */
const withCookie: typeof fetch = (url, init) => fetch(url, { ...init, credentials: "same-origin" });

let made: { session: string; sdk: AvaloSDK } | undefined;

/** The page's client: one engine and one connection, however many components use it. */
export function browserSDK(session: string) {
  if (made?.session !== session) {
    made?.sdk.dispose();
    const onSession = ({ event }: { event: string }) => void (event === "ended" && location.assign("/sign-in"));
    const tokenStore = memoryStore(session);
    made = { session, sdk: new AvaloSDK({ apiEndpoint: "/api/avalo", tokenStore, onSession, fetch: withCookie }) };
  }
  return made.sdk;
}
