// Tabs of one origin that share a session, which expires.

import { launch, serve } from "../browser.mjs";
import { check, equal } from "../check.mjs";
import { inFork } from "../scenarios/player.mjs";
import { pause, url } from "../server.mjs";
import { tab } from "./tab.mjs";

const ROUNDS = 100;
const TABS = [0, 1, 2, 3, 4];

const browser = await launch();
const site = await serve();

/** Has `act` work with a context of its own and a server of its own. */
const apart = (act) =>
  inFork(url, async (api) => {
    const context = await browser.newContext();
    const post = (what, body) => fetch(`${api}/_test/${what}`, { method: "POST", body: JSON.stringify(body) });
    const expire = () => post("clock", { advanceMs: 2 * 3_600_000 });
    await act({ api, post, expire, open: () => tab(context, site, api) });
    await context.close();
  });

/** The refreshes that the server has carried out or refused. */
const refreshes = async (api) => (await (await fetch(`${api}/_test/requests?operation=auth.refreshToken`)).json()).requests;

/** Who is awake: never nobody, and everyone for some rounds and asleep for others. */
const awake = (round) => TABS.filter((at) => at === round % TABS.length || Math.floor(round / 7) % (at + 2) === 0);

await check(`five tabs stay signed in through ${ROUNDS} expiries, with at most one refresh by each`, () =>
  apart(async ({ expire, open }) => {
    const tabs = await Promise.all(TABS.map(open));
    await tabs[0].signIn(1);
    for (const tab of tabs) equal(await tab.look(), "usr_1");
    for (let round = 0; round < ROUNDS; round++) {
      await expire();
      const before = await Promise.all(tabs.map((tab) => tab.told()));
      const looks = await Promise.all(awake(round).map((at) => tabs[at].look()));
      const out = looks.findIndex((user) => user !== "usr_1");
      if (out >= 0) throw new Error(`round ${round}, tab ${awake(round)[out]}: ${looks[out]}`);
      const after = await Promise.all(tabs.map((tab) => tab.told()));
      const sent = TABS.map((at) => after[at].refreshes - before[at].refreshes);
      equal(sent.every((count, at) => count <= (awake(round).includes(at) ? 1 : 0)) || sent.join(), true);
      equal(sent.some((count) => count > 0) || `round ${round}: nobody renewed`, true);
    }
    for (const tab of tabs) {
      equal(await tab.look(), "usr_1");
      equal((await tab.told()).ends.join(), "");
      equal(tab.wrong.join(), "");
    }
  }),
);

await check("a tab that was asleep goes on with what another one left, and sends no refresh", () =>
  apart(async ({ expire, open }) => {
    const [first, asleep] = [await open(), await open()];
    await first.signIn(1);
    equal(await asleep.look(), "usr_1");
    for (let round = 0; round < 3; round++) {
      await expire();
      equal(await first.look(), "usr_1");
    }
    equal(await asleep.look(), "usr_1");
    equal((await asleep.told()).refreshes, 0);
    equal((await first.told()).refreshes, 3);
  }),
);

await check("a tab that is closed in the middle of a refresh leaves the others signed in", () =>
  apart(async ({ api, post, expire, open }) => {
    const [closing, staying] = [await open(), await open()];
    await closing.signIn(1);
    equal(await staying.look(), "usr_1");
    await expire();
    await post("faults", [{ route: "auth.refreshToken", nth: 1, fault: { kind: "slow_answer", ms: 600_000 } }]);
    // It ends with its page.
    closing.look().catch(() => {});
    await closing.page.waitForFunction(() => globalThis.told.refreshes === 1);
    // The server has renewed the session and keeps the answer to itself.
    while ((await refreshes(api)).length === 0) await pause(20);
    await closing.page.close();
    equal(await staying.look(), "usr_1");
    await post("faults", []);
    for (let round = 0; round < 2; round++) {
      await expire();
      equal(await staying.look(), "usr_1");
    }
    equal((await staying.told()).ends.join(), "");
    equal(await (await open()).look(), "usr_1");
    equal((await refreshes(api)).filter(({ status }) => status !== 200).length, 0);
  }),
);

await browser.close();
