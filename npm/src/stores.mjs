// Where a session is kept: as text, of which only the engine knows the meaning.

/** In the browser, for all tabs of one origin: in `localStorage`, or another `Storage`. */
export function browserStore({ key = "avalo.session", storage } = {}) {
  // Asked for each time: a page may be denied its storage, and then the engine goes on in memory.
  const place = () => storage ?? globalThis.localStorage;
  return {
    load: () => place().getItem(key),
    save: (session) => place().setItem(key, session),
    clear: () => place().removeItem(key),
  };
}

/** In memory, shared by the clients that are given it. */
export function memoryStore(session) {
  return {
    load: () => session,
    save: (saved) => void (session = saved),
    clear: () => void (session = undefined),
  };
}

/** What a browser is told about the cookie: scripts never see it. */
const ATTRIBUTES = { httpOnly: true, secure: true, sameSite: "lax", path: "/", maxAge: 30 * 86_400 };

/**
 * In a cookie of a server that renders pages. `cookies` has `get` and `set` as `await cookies()` of Next.js does.
 *
 * Where cookies may only be read, as in a server component, `set` throws; then the session is kept here for as
 * long as this store lives.
 */
export function cookieStore(cookies, { name = "avalo-session", ...attributes } = {}) {
  let own;
  const write = (session, more) => {
    own = { session };
    try {
      cookies.set(name, encodeURIComponent(session), { ...ATTRIBUTES, ...attributes, ...more });
    } catch {
      // Whoever answers the next request that may write does it then.
    }
  };
  return {
    load() {
      if (own) return own.session || undefined;
      const found = cookies.get(name);
      const value = typeof found === "string" ? found : found?.value;
      return value && decodeURIComponent(value);
    },
    save: (session) => write(session),
    clear: () => write("", { maxAge: 0 }),
  };
}

/** As long as the engine waits for a store, in milliseconds. */
const LIMIT = 2000;

/** Whose session a store holds, as the engine would find it there. One that fails or hangs is done without. */
export async function userOf(store) {
  let timer;
  try {
    const late = new Promise((resolve) => (timer = setTimeout(resolve, LIMIT)));
    const session = JSON.parse(await Promise.race([store.load(), late]));
    const isWhole = ["accessToken", "refreshToken", "userId"].every((name) => typeof session[name] === "string");
    return isWhole ? session.userId : undefined;
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
