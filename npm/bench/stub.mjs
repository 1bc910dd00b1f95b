// The network's place: a `fetch` that answers at once, with a real `Response`.

export const ENDPOINT = "https://api.avalo.test";
export const TOKEN = "a".repeat(200);

/** What every client is given: all send the same token, and those without a way of their own read this URL. */
export const common = (fetch) => ({
  fetch,
  endpoint: ENDPOINT,
  token: TOKEN,
  url: `${ENDPOINT}/v1/feed?limit=20`,
  headers: { accept: "application/json", authorization: `Bearer ${TOKEN}` },
});

const SIGN_IN = JSON.stringify({
  session: {
    accessToken: TOKEN,
    refreshToken: "r".repeat(64),
    expiresIn: 3_600,
    sessionId: "ses_0123456789abcdef",
    userId: "usr_0123456789abcdef",
  },
});
const HEADERS = { "content-type": "application/json", "cache-control": "no-store", "x-request-id": "req_0123456789abcdef" };

/** Answers a sign-in, says that there is no configuration, and has one body for everything else. */
export function stub(body) {
  return async (input) => {
    const url = input.url ?? `${input}`;
    if (url.endsWith("/avalo-config.json")) return new Response(null, { status: 404 });
    return new Response(url.endsWith("/auth/login") ? SIGN_IN : body, { status: 200, headers: HEADERS });
  };
}

/** A page of posts that is so many bytes long, as JSON. */
export function page(bytes) {
  const post = (number) => ({
    id: `pst_${number.toString(16).padStart(16, "0")}`,
    author: { id: "usr_0123456789abcdef", displayName: "Ada Lovelace", isVerified: true },
    text: "An analytical engine weaves algebraic patterns.",
    likes: number * 7,
    createdAt: 1_700_000_000_000 + number,
  });
  const posts = [];
  const text = (rest) => JSON.stringify({ posts, nextCursor: "x".repeat(rest) });
  while (text(0).length + JSON.stringify(post(posts.length)).length + 1 <= bytes) posts.push(post(posts.length));
  return text(bytes - text(0).length);
}
