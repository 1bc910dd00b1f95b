// A tab: a page with a client whose session is that of all tabs of its context.

import { open } from "../browser.mjs";

const PAGE = "npm/test/scenarios/page.html";

/** Opens a tab whose client is `globalThis.sdk`, for the server at `api`. */
export async function tab(context, site, api) {
  const { page, wrong } = await open(context, `${site}/${PAGE}`);
  await page.waitForFunction(() => globalThis.avalo !== undefined);
  await page.evaluate((apiEndpoint) => {
    const { AvaloSDK, browserStore } = globalThis.avalo;
    const told = (globalThis.told = { refreshes: 0, ends: [] });
    const counted = (to, init) => {
      if (`${to}`.endsWith("/auth/token/refresh")) told.refreshes++;
      return fetch(to, init);
    };
    const onSession = ({ event, detail }) => {
      if (event === "signed_out" || event === "ended") told.ends.push(`${event} ${detail}`);
    };
    const options = { tokenStore: browserStore(), fetch: counted, onSession, requestsPerMinute: 1_000_000 };
    globalThis.sdk = new AvaloSDK({ apiEndpoint, ...options });
  }, api);
  return new Tab(page, wrong);
}

class Tab {
  constructor(page, wrong) {
    this.page = page;
    this.wrong = wrong;
  }

  /** Signs a seeded user in, for all tabs. */
  async signIn(number) {
    const login = { email: `user${number}@avalo.test`, password: "Password1" };
    const { error } = await this.page.evaluate((login) => globalThis.sdk.auth.login(login), login);
    if (error) throw new Error(error.message);
  }

  /** Asks the server who is signed in: their id, or why nobody knows. */
  look() {
    return this.page.evaluate(async () => {
      const { data, error } = await globalThis.sdk.auth.getCurrentUser({}, { fresh: true });
      return data?.id ?? `${error.code}: ${error.message}`;
    });
  }

  /** How many refreshes it has sent, and which ends of the session it was told. */
  told() {
    return this.page.evaluate(() => globalThis.told);
  }
}
