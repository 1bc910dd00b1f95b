import type { AvaloOptions, AvaloSDK, CookieAttributes, Cookies } from "./types.js";

/** How the client of one request is set up. */
export interface ServerOptions extends Omit<AvaloOptions, "tokenStore" | "onSession"> {
  /** The cookies of this request: what `await cookies()` of Next.js gives, and its like elsewhere. */
  cookies: Cookies;
  /** How the cookie is called, and what a browser is told about it. See `cookieStore`. */
  cookie?: CookieAttributes & { name?: string };
}

/** A cookie to set: what `cookies.set` takes. */
export type CookieChange = [name: string, value: string, attributes: CookieAttributes];

/** The cookies of a request that are read and not written. */
export type ReadCookies = Pick<Cookies, "get">;

/** What became of the session. */
export interface RefreshedSession {
  /** The user who is signed in, if there is one. */
  userId: string | undefined;
  /** The cookies to set, on the request that goes on to the page and on the response. */
  changes: CookieChange[];
}

/**
 * The client of one request. Make one for each: users never share a client. What requests of a process do share is
 * the exchange of equal refresh tokens, so pages that are rendered in parallel with an expired session make one
 * refresh. Where cookies may only be read, as in a server component, a renewed session is kept in the process for
 * the next request that may write them.
 *
 * ```ts
 * const sdk = serverSDK({ apiEndpoint, cookies: await cookies() });
 * const feed = await sdk.feed.getFeed({ limit: 20 });
 * ```
 */
export declare function serverSDK(options: ServerOptions): AvaloSDK;

/**
 * Renews the session if it has expired. For the place before a page is rendered that may write cookies: `proxy.ts`
 * of Next.js, and middleware elsewhere. It costs one call to the API; visitors who are not signed in cost none.
 *
 * ```ts
 * const { changes } = await refreshSession({ apiEndpoint, cookies: request.cookies });
 * for (const [name, value] of changes) request.cookies.set(name, value);
 * const response = NextResponse.next({ request });
 * for (const change of changes) response.cookies.set(...change);
 * ```
 */
export declare function refreshSession(options: Omit<ServerOptions, "cookies"> & { cookies: ReadCookies }): Promise<RefreshedSession>;

/**
 * The session for the scripts of a page: whose it is, without its tokens. Give it to the `memoryStore` of a client
 * whose `apiEndpoint` is the path that `forward` serves, and whose `fetch` sends cookies there:
 *
 * ```ts
 * const withCookie: typeof fetch = (url, init) => fetch(url, { ...init, credentials: "same-origin" });
 * new AvaloSDK({ apiEndpoint: "/api/avalo", tokenStore: memoryStore(session), fetch: withCookie });
 * ```
 */
export declare function standIn(options: Omit<ServerOptions, "cookies"> & { cookies: ReadCookies }): string | undefined;

/**
 * Answers a request of a page's script with what the API answers to the user of the cookie, events included. It
 * serves the path `under` and all below it, for scripts of the same origin only. Tokens stay in the cookie, those
 * of a sign-in too.
 *
 * ```ts
 * const handler = async (request: Request) => forward(request, { under: "/api/avalo", apiEndpoint, cookies: await cookies() });
 * export { handler as GET, handler as POST, handler as PUT, handler as PATCH, handler as DELETE };
 * ```
 */
export declare function forward(request: Request, options: ServerOptions & { under: string }): Promise<Response>;
