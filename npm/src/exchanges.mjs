// Refreshes that a process shares: equal refresh tokens are exchanged once, whoever presents them.
//
// Nothing else is shared between requests. Each has an engine of its own, so that one user's sign-in never reaches
// another's page; and whoever holds a refresh token would get this same answer from the server too, which gives a
// pair again for a while in case the first answer was lost.

import { table } from "./generated/table.mjs";

const [, REFRESH] = table.auth.match(/^refreshToken POST (\S+)/m);

/** The server gives a pair again for as long, and so do we after its cookie was written. */
const GRACE = 60_000;
/** A pair that no cookie holds yet is nowhere else: the old refresh token is worth nothing after the grace. */
const UNWRITTEN = 30 * 60_000;
/** What the API says about itself is the same for everyone. */
const CONFIG = 60_000;
const MOST = 1000;

// Bundlers put a copy of this module into each part of an application; all parts share one memory.
const answers = (globalThis[Symbol.for("@avalo/sdk exchanges")] ??= new Map());

/** A `fetch` for one request's engine, and what to call when the session that it got is in a cookie. */
export function shared(fetch = globalThis.fetch) {
  let last;
  const exchange = async (url, options) => {
    const { pathname } = new URL(url);
    const isRefresh = options.method === "POST" && pathname.endsWith(REFRESH) && typeof options.body === "string";
    const isConfig = options.method === "GET" && pathname.endsWith("/.well-known/avalo-config.json");
    if (!isRefresh && !isConfig) return fetch(url, options);
    const kept = keep(isRefresh ? `${url}\n${options.body}` : url, isRefresh ? UNWRITTEN : CONFIG, () =>
      // Whoever gives up does so alone.
      read(fetch(url, { ...options, signal: AbortSignal.timeout(15_000) })),
    );
    if (isRefresh) last = kept;
    const { status, headers, text } = await kept.answer;
    return new Response(text, { status, headers });
  };
  const written = () => {
    if (last) last.until = Math.min(last.until, Date.now() + GRACE);
  };
  return { fetch: exchange, written };
}

/** What is kept under a key; what `ask` gives if there is nothing. */
function keep(key, life, ask) {
  const now = Date.now();
  const found = answers.get(key);
  if (found && found.until > now) return found;
  const kept = { until: now + life, answer: ask() };
  answers.delete(key);
  answers.set(key, kept);
  const forget = () => answers.get(key) === kept && answers.delete(key);
  // What failed may work next time; only those who wait already share it.
  kept.answer.then(({ status }) => status === 200 || forget(), forget);
  for (const [old, { until }] of answers) {
    if (until > now && answers.size <= MOST) continue;
    if (old !== key) answers.delete(old);
  }
  return kept;
}

async function read(asked) {
  const response = await asked;
  const headers = [...response.headers].filter(([name]) => !OF_THE_CONNECTION.has(name));
  return { status: response.status, headers, text: await response.text() };
}

/** Headers that say how an answer travelled, which is over once it was read. */
export const OF_THE_CONNECTION = new Set([
  "connection",
  "content-encoding",
  "content-length",
  "keep-alive",
  "set-cookie",
  "transfer-encoding",
]);
