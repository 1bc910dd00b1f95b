// The example for Next.js as its users run it: built, started, and read in Chromium, against the reference server
// at AVALO_URL.

import { AvaloSDK, unwrap } from "../dist/index.mjs";
import { check, equal } from "./check.mjs";
import { launch } from "./chromium/browser.mjs";
import { pictures } from "./chromium/pictures.mjs";
import { build, install, start } from "./next/example.mjs";
import { PATIENCE, control, open, url } from "./server.mjs";

install();
await check("next build compiles it", build);
const { site, log, stop } = await start();
const browser = await launch();

try {
  await tell();
} catch (error) {
  console.log(`not ok - the example runs: ${error.message}\n${log()}`);
  process.exitCode = 1;
} finally {
  await browser.close();
  stop();
}

async function tell() {
  await control("reset", {});
  const context = await browser.newContext({ viewport: { width: 1100, height: 760 } });
  const page = await context.newPage();
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(error.message));
  page.setDefaultTimeout(PATIENCE);
  const session = async () => (await context.cookies()).find(({ name }) => name === "avalo-session");
  const cookie = async () => `avalo-session=${(await session()).value}`;
  const get = async (path, headers) => fetch(`${site}${path}`, { headers, redirect: "manual" });
  const expire = () => control("clock", { advanceMs: 2 * 3_600_000 });
  const { picture, inBothColours } = pictures(page, "next");

  await check("a visitor is asked to sign in, and told what is wrong", async () => {
    await page.goto(site);
    await page.waitForURL("**/sign-in");
    await inBothColours("sign-in");
    await page.fill("[name=email]", "user1@avalo.test");
    await page.fill("[name=password]", "Password2");
    await page.click("form button");
    await page.waitForSelector(".failure");
    await picture("sign-in-failed");
  });

  await check("a sign-in sets a cookie that scripts do not see", async () => {
    await page.fill("[name=password]", "Password1");
    await page.click("form button");
    await page.waitForSelector(".post");
    const { httpOnly, secure, sameSite } = await session();
    equal(`${httpOnly} ${secure} ${sameSite}`, "true true Lax");
    equal(await page.evaluate(() => document.cookie), "");
    await inBothColours("feed");
  });

  await check("the feed is in the page that the server sends", async () => {
    const html = await (await get("/", { cookie: await cookie() })).text();
    equal(html.match(/class="post"/g)?.length, 10);
    equal(/avl_(at|rt)_/.test(html), false);
  });

  await check("a chat is read, written and heard in the browser through the site's own origin", async () => {
    const elsewhere = [];
    const seen = [];
    page.on("request", (request) => request.url().startsWith(site) || elsewhere.push(request.url()));
    page.on("response", async (response) => {
      const type = response.headers()["content-type"] ?? "";
      if (!type.startsWith("text/event-stream")) seen.push(await response.text().catch(() => ""));
    });
    await page.click("nav >> text=Chats");
    await page.waitForSelector(".chat .notice, .messages p");
    await page.fill("[aria-label=Message]", "Is the library open tonight?");
    await page.click(".chat form button");
    await page.waitForSelector(".mine >> text=Is the library open tonight?");
    // The other side answers by itself, so what it says can only come as an event, once there is a stream.
    await open(1);
    await answerFrom(7, "Until ten. Bring the book you told me about.");
    await page.waitForSelector(".theirs >> text=Bring the book");
    await inBothColours("chat");
    equal(elsewhere.join(), "");
    equal(/avl_(at|rt)_/.test(seen.join()), false);
  });

  await check("a page's script renews an expired session without knowing of it", async () => {
    const before = (await session()).value;
    const count = await refreshes(async () => {
      await expire();
      // The message may be heard of before its answer is there, which brings the cookie.
      const answered = page.waitForResponse((answer) => answer.request().method() === "POST" && answer.url().endsWith("/messages"));
      await page.fill("[aria-label=Message]", "It is in my bag already.");
      await page.click(".chat form button");
      await page.waitForSelector(".mine >> text=in my bag");
      await answered;
    });
    equal(count, 1);
    equal((await session()).value === before, false);
  });

  await check("an expired session is renewed by the proxy, and lasts", async () => {
    await page.goto("about:blank");
    const before = (await session()).value;
    await expire();
    equal(await refreshes(() => page.goto(site)), 1);
    equal(await page.locator(".post").count(), 10);
    equal((await session()).value === before, false);
    await control("clock", { advanceMs: 10 * 60_000 });
    equal(await refreshes(() => page.goto(site)), 0);
    equal(await page.locator(".post").count(), 10);
  });

  await check("20 requests at once with an expired session make one refresh", async () => {
    await page.goto("about:blank");
    await expire();
    const headers = { cookie: await cookie() };
    const count = await refreshes(async () => {
      const pages = await Promise.all(Array.from({ length: 20 }, async () => (await get("/", headers)).text()));
      for (const html of pages) equal(html.match(/class="post"/g)?.length, 10);
    });
    equal(count, 1);
  });

  await check("20 renders at once, past the proxy, make one refresh and write no cookie", async () => {
    await page.goto(site);
    await page.goto("about:blank");
    const before = (await session()).value;
    await expire();
    // The proxy leaves a prefetch alone, so here the page itself meets the expired session.
    const headers = { cookie: await cookie(), "next-router-prefetch": "0" };
    const count = await refreshes(async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => get("/", headers)));
      for (const answer of answers) {
        equal(answer.headers.get("set-cookie"), null);
        equal((await answer.text()).match(/class="post"/g)?.length, 10);
      }
    });
    equal(count, 1);
    await control("clock", { advanceMs: 10 * 60_000 });
    equal(await refreshes(() => page.goto(site)), 0);
    equal(await page.locator(".post").count(), 10);
    equal((await session()).value === before, false);
  });

  await check("two users at once each get their own pages", async () => {
    const own = { cookie: await cookie() };
    const other = { cookie: await cookieOf("user7@avalo.test") };
    const pages = await Promise.all(Array.from({ length: 20 }, async (_, at) => (await get("/chats", at % 2 ? own : other)).text()));
    pages.forEach((html, at) => equal(html.includes("Chat with User 7"), at % 2 === 1));
  });

  await check("the edge runtime runs the same SDK", async () => {
    const { packages } = await (await get("/api/packages")).json();
    equal(packages.length > 0, true);
  });

  await check("a failing server is said so, and signs nobody out", async () => {
    await control("faults", [{ route: "feed.getFeed", fault: { kind: "status", status: 503 } }]);
    await page.goto(site);
    await page.waitForSelector(".notice");
    await picture("failed");
    await control("faults", []);
    await page.click("main >> text=Try again");
    await page.waitForSelector(".post");
  });

  await check("it fits a telephone", async () => {
    await page.setViewportSize({ width: 390, height: 780 });
    await picture("feed-small");
    await page.goto(`${site}/chats`);
    await page.waitForSelector(".mine");
    await picture("chat-small");
    equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await page.setViewportSize({ width: 1100, height: 760 });
  });

  await check("a sign-out takes the cookie and the session with it", async () => {
    const old = { cookie: await cookie() };
    await page.click("text=Sign out");
    await page.waitForURL("**/sign-in");
    equal(await session(), undefined);
    const answer = await get("/", old);
    equal(answer.headers.get("location")?.endsWith("/sign-in"), true);
  });

  await check("no page had an error", () => equal(wrong.join(), ""));

  /** The cookie of another browser, in which another user signed in. */
  async function cookieOf(email) {
    const other = await browser.newContext();
    const page = await other.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.goto(`${site}/sign-in`);
    await page.fill("[name=email]", email);
    await page.fill("[name=password]", "Password1");
    await page.click("form button");
    await page.waitForSelector("header.bar");
    const { value } = (await other.cookies()).find(({ name }) => name === "avalo-session");
    await other.close();
    return `avalo-session=${value}`;
  }
}

async function refreshes(act) {
  const count = async () => {
    const { requests } = await (await fetch(`${url}/_test/requests?bodies=false&limit=10000`)).json();
    return requests.filter(({ operation }) => operation === "auth.refreshToken").length;
  };
  const before = await count();
  await act();
  return (await count()) - before;
}

/** Another user writes into the first chat they have. */
async function answerFrom(number, content) {
  const sdk = new AvaloSDK({ apiEndpoint: url });
  await unwrap(sdk.auth.login({ email: `user${number}@avalo.test`, password: "Password1" }));
  const { chats } = await unwrap(sdk.chat.getChats());
  const { id } = chats.find(({ other }) => other.id === "usr_1");
  await unwrap(sdk.chat.sendMessage({ chatId: id, content }));
}
