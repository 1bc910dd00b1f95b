// Several tabs with one session in the storage of their origin.

import { check, equal } from "../check.mjs";
import { inFork } from "../scenarios/player.mjs";
import { url } from "../server.mjs";
import { PAGE, open, serve } from "./browser.mjs";

const TABS = 5;
const EXPIRIES = 100;

/** Puts an SDK with the origin's own storage into a page. */
const begin = (page, apiEndpoint) =>
  page.evaluate((apiEndpoint) => {
    const { AvaloSDK, browserStore } = globalThis.avalo;
    globalThis.told = [];
    globalThis.sdk = new AvaloSDK({
      apiEndpoint,
      tokenStore: browserStore(),
      requestsPerMinute: 1_000_000,
      onSession: ({ event }) => globalThis.told.push(event),
    });
  }, apiEndpoint);

const signIn = (page) =>
  page.evaluate(async () => {
    const { error } = await globalThis.sdk.auth.login({ email: "user6@avalo.test", password: "Password1" });
    return error?.message;
  });

/** Asks the server, and says what came of it. */
const look = (page) =>
  page.evaluate(async () => {
    const { error } = await globalThis.sdk.auth.getCurrentUser({}, { fresh: true });
    return error ? `${error.kind}: ${error.message}` : "signed in";
  });

const isRefresh = (request) => request.method() === "POST" && request.url().endsWith("/auth/token/refresh");

/** Lets every access token expire. */
const expire = (server) =>
  fetch(`${server}/_test/clock`, { method: "POST", body: JSON.stringify({ advanceMs: 2 * 3_600_000 }) });

/** `act` is given so many tabs of one origin and their server. */
const inTabs = (browser, act) =>
  inFork(url, async (server) => {
    const context = await browser.newContext();
    const address = (await serve()) + PAGE;
    const tabs = await Promise.all(Array.from({ length: TABS }, () => open(context, address)));
    for (const { page } of tabs) await begin(page, server);
    equal(await signIn(tabs[0].page), undefined);
    await act(tabs.map(({ page }) => page), server);
    equal(tabs.flatMap(({ wrong }) => wrong).join(), "");
    await context.close();
  });

export async function inPages(browser) {
  await check(`${TABS} tabs with one session stay signed in through ${EXPIRIES} expiries, with a refresh for each at most`, () =>
    inTabs(browser, async (pages, server) => {
      const refreshes = pages.map(() => 0);
      pages.forEach((page, tab) => page.on("request", (request) => isRefresh(request) && refreshes[tab]++));
      for (let round = 0; round < EXPIRIES; round++) {
        await expire(server);
        // Never nobody; each of them for some rounds in a row, and asleep for others.
        const awake = pages.map((_, tab) => tab).filter((tab) => tab === round % TABS || Math.floor(round / 7) % (tab + 2) === 0);
        const before = [...refreshes];
        const said = await Promise.all(awake.map((tab) => look(pages[tab])));
        equal(`round ${round}: ${said.filter((one) => one !== "signed in").join()}`, `round ${round}: `);
        const most = Math.max(...refreshes.map((count, tab) => count - before[tab]));
        equal(most <= 1 || `${most} refreshes of a tab in round ${round}`, true);
      }
      for (const page of pages) {
        equal(await look(page), "signed in");
        const told = await page.evaluate(() => globalThis.told.filter((event) => event !== "refreshed").join());
        equal(told, page === pages[0] ? "signed_in" : "");
      }
      const all = refreshes.reduce((sum, count) => sum + count, 0);
      console.log(`${all} refreshes in ${EXPIRIES} expiries of ${TABS} tabs`);
    }),
  );

  await check("a tab that is closed in the middle of a refresh leaves the others signed in", () =>
    inTabs(browser, async ([closing, ...others], server) => {
      for (const page of others) equal(await look(page), "signed in");
      for (let round = 0; round < 10; round++) {
        await expire(server);
        const context = closing.context();
        const page = round === 0 ? closing : (await open(context, closing.url())).page;
        if (round > 0) await begin(page, server);
        const begun = page.waitForRequest(isRefresh);
        look(page).catch(() => {});
        await begun;
        await page.close();
        for (const other of others) equal(await look(other), "signed in");
      }
    }),
  );
}
