// For servers that render pages for many users: a client for each request, whose session is in a cookie.

import { requestOf } from "./request.mjs";

export { forward, standIn } from "./forward.mjs";

/**
 * The client of one request. Requests share nothing but the exchange of equal refresh tokens, so that pages that
 * are rendered in parallel with an expired session make one refresh.
 */
export function serverSDK(options) {
  return requestOf(options).sdk;
}

/**
 * Renews the session if it has expired, in the one place before a page is rendered that may write cookies. Answers
 * who is signed in, and the cookies to set: on the request, for the page, and on the response, for the browser.
 */
export async function refreshSession({ cookies, ...options }) {
  const changes = [];
  const { sdk, store } = requestOf({
    ...options,
    cookies: { get: (name) => cookies.get(name), set: (...change) => void changes.push(change) },
  });
  // Visitors who are not signed in cost no request.
  if (!store.load()) return { userId: undefined, changes };
  // Whether a token is still good only the server knows. An outage does not sign anybody out.
  await sdk.auth.getCurrentUser(undefined, { timeout: 5000 });
  return { userId: sdk.userId, changes };
}
