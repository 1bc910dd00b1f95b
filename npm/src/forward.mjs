// A path of the server's own origin that stands for the API: scripts in a page call it, and the tokens stay here.

import { OF_THE_CONNECTION } from "./exchanges.mjs";
import { requestOf } from "./request.mjs";

/** What a page's scripts see in place of a token. */
const HELD = "held-by-the-server";

/** What of a request concerns the API; cookies least of all. */
const PASSED = /^(accept|accept-language|avalo-.*|content-type|idempotency-key|if-none-match|last-event-id|traceparent)$/;

/**
 * The session for the scripts of a page: whose it is, without its tokens. For the `memoryStore` of a client whose
 * `apiEndpoint` is the path that `forward` serves.
 */
export function standIn(options) {
  const session = read(requestOf(options).store.load());
  return session && written({ accessToken: HELD, refreshToken: HELD, userId: session.userId });
}

/** Answers a request of a page's script under the path `under` with what the API answers to the user of the cookie. */
export async function forward(request, { under, ...options }) {
  const { pathname, search } = new URL(request.url);
  const path = pathname.startsWith(`${under}/`) ? pathname.slice(under.length) : "";
  if (!path.startsWith("/v1/")) return problem(404, "not_found");
  if (isForeign(request)) return problem(403, "forbidden");
  const { sdk, store } = requestOf(options);
  if (!isSafe(sdk.endpoint, options)) return problem(500, "internal");
  const body = request.body && (await request.arrayBuffer());
  const renew = async () => (await sdk.auth.getCurrentUser()).success;
  if (path === "/v1/auth/token/refresh") {
    if (!(await renew())) return problem(401, "unauthenticated");
    const { userId } = read(store.load());
    return Response.json({ session: { accessToken: HELD, refreshToken: HELD, expiresIn: 3600, sessionId: HELD, userId } });
  }
  const send = () => {
    const headers = new Headers([...request.headers].filter(([name]) => PASSED.test(name)));
    const token = read(store.load())?.accessToken;
    if (token) headers.set("authorization", `Bearer ${token}`);
    const { method, signal } = request;
    return (options.fetch ?? fetch)(`${sdk.endpoint.replace(/\/$/, "")}${path}${search}`, {
      ...{ method, headers, body, signal },
      ...{ cache: "no-store", redirect: "manual" },
    });
  };
  let response = await send();
  if (response.status === 401 && store.load() && (await renew())) {
    await response.body?.cancel();
    response = await send();
  }
  return answer(response, path, store);
}

/** The API's answer. A session in it goes into the cookie, and scripts get what stands for it. */
async function answer(response, path, store) {
  const headers = new Headers([...response.headers].filter(([name]) => !OF_THE_CONNECTION.has(name)));
  const { status } = response;
  // A server that packs its answers would hold events back until there are enough of them.
  if (headers.get("content-type")?.startsWith("text/event-stream")) headers.set("cache-control", "no-cache, no-transform");
  if (!path.startsWith("/v1/auth/") || !response.ok) return new Response(response.body, { status, headers });
  const text = await response.text();
  if (path.startsWith("/v1/auth/logout")) store.clear();
  const data = text && JSON.parse(text);
  if (!data.session?.accessToken) return new Response(text || null, { status, headers });
  store.save(written(data.session));
  return Response.json({ ...data, session: { ...data.session, accessToken: HELD, refreshToken: HELD } }, { status, headers });
}

/** The engine's text of a session, of which this knows no more than these three. */
const written = ({ accessToken, refreshToken, userId }) => JSON.stringify({ accessToken, refreshToken, userId });

function read(text) {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether tokens may travel there, by the engine's rule: encrypted, or within this machine. */
function isSafe(endpoint, { dangerouslyAllowHttp }) {
  const { protocol, hostname } = new URL(endpoint);
  return protocol === "https:" || dangerouslyAllowHttp === true || /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}

/** Whether another site's page sent it: a browser says so, and the user's cookie is not theirs to use. */
function isForeign({ headers }) {
  const site = headers.get("sec-fetch-site");
  if (site) return site !== "same-origin";
  const origin = headers.get("origin");
  return origin !== null && origin.replace(/^\w+:\/\//, "") !== headers.get("host");
}

const problem = (status, code) => Response.json({ code, status, title: code }, { status, headers: { "content-type": "application/problem+json" } });
