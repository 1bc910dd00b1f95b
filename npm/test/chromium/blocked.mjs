// Pages in which WebAssembly is not to be had.

import { table } from "../../src/generated/table.mjs";
import { check, equal } from "../check.mjs";
import { url } from "../server.mjs";
import { PAGE, STRICT, open, serve } from "./browser.mjs";

const operations = Object.values(table).flatMap((lines) => lines.trim().split("\n"));

/** Calls whatever a client has, in a page, and sees that all of it fails with the one error that says what to do. */
async function nothingRuns(page) {
  const said = await page.evaluate((apiEndpoint) => {
    const sdk = new globalThis.avalo.AvaloSDK({ apiEndpoint });
    const file = { kind: "feed_image", file: new Blob(["x"], { type: "image/png" }) };
    const begun = [["events", sdk.events(() => {})], ["signOut", sdk.signOut()]];
    for (const domain of Object.keys(sdk)) {
      for (const [name, method] of Object.entries(sdk[domain])) {
        begun.push([`${domain}.${name}`, method(name === "upload" ? file : {})]);
      }
    }
    // A call is a promise of a response, a reply has one, and a subscription ends with an error.
    const errorOf = async (one) => (one.closed ? one.closed : (await (one.response ?? one)).error);
    return Promise.all(begun.map(async ([name, one]) => [name, { ...(await errorOf(one))?.toJSON() }]));
  }, url);
  // Uploads, events and signing out here are what JavaScript adds.
  equal(said.length, operations.length + 3);
  const right = ({ kind, message }) => kind === "wasm_unavailable" && message.includes("wasm-unsafe-eval");
  const others = said.filter(([, error]) => !right(error));
  equal(others.map(([name, { kind }]) => `${name}: ${kind}`).join(), "");
}

export async function inPages(browser) {
  await check("without WebAssembly every call of a page has the typed error, and nothing is rejected unheard", async () => {
    const context = await browser.newContext();
    await context.addInitScript(() => delete globalThis.WebAssembly);
    const { page, wrong } = await open(context, (await serve()) + PAGE);
    await nothingRuns(page);
    equal(wrong.join(), "");
    await context.close();
  });

  await check("a policy that forbids WebAssembly is named by the error of every call", async () => {
    const context = await browser.newContext();
    const { page, wrong } = await open(context, (await serve(STRICT.replace(" 'wasm-unsafe-eval'", ""))) + PAGE);
    await nothingRuns(page);
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
