// Pages in which WebAssembly is not to be had.

import { check, equal } from "../check.mjs";
import { url } from "../server.mjs";
import { PAGE, STRICT, open, serve } from "./browser.mjs";

/** What calls of a page come to. */
const kinds = (page) =>
  page.evaluate(async (apiEndpoint) => {
    const { AvaloSDK } = globalThis.avalo;
    const sdk = new AvaloSDK({ apiEndpoint });
    const live = sdk.events(() => {});
    const reply = sdk.ai.streamMessage({ chatId: "aic_1", content: "hello" }, () => {});
    const calls = [sdk.payments.getPackages(), sdk.auth.login({ email: "a@b.c", password: "p" }), sdk.signOut(), reply.response];
    const errors = (await Promise.all(calls)).map(({ error }) => error);
    errors.push(await live.closed);
    return errors.map(({ kind, message }) => `${kind} ${message.includes("wasm-unsafe-eval")}`).join();
  }, url);

const BLOCKED = Array(5).fill("wasm_unavailable true").join();

export async function inPages(browser) {
  await check("a page without WebAssembly has typed errors, and nothing that is rejected unheard", async () => {
    const context = await browser.newContext();
    await context.addInitScript(() => delete globalThis.WebAssembly);
    const { page, wrong } = await open(context, (await serve()) + PAGE);
    equal(await kinds(page), BLOCKED);
    equal(wrong.join(), "");
    await context.close();
  });

  await check("a policy that forbids WebAssembly is named by the error", async () => {
    const context = await browser.newContext();
    const { page, wrong } = await open(context, (await serve(STRICT.replace(" 'wasm-unsafe-eval'", ""))) + PAGE);
    equal(await kinds(page), BLOCKED);
    equal(wrong.every((what) => what.startsWith("script-src")) || wrong.join(), true);
    await context.close();
  });

  await check("an endpoint such as /api is that of the page's own origin", async () => {
    const context = await browser.newContext();
    const { page, wrong } = await open(context, (await serve(`${STRICT.split("connect-src")[0]}connect-src 'self'`)) + PAGE);
    const found = await page.evaluate(async () => {
      const sdk = new globalThis.avalo.AvaloSDK({ apiEndpoint: "/api" });
      const { data, error } = await sdk.payments.getPackages();
      return error?.message ?? data.packages.length;
    });
    equal(found, 7);
    equal(wrong.join(), "");
    await context.close();
  });
}
