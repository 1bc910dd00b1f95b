// The scenarios in a page of Chromium, under a strict policy, against the reference server at AVALO_URL.

import { check, equal } from "../check.mjs";
import { PAGE, launch, open, serve } from "../chromium/browser.mjs";
import { url } from "../server.mjs";
import { leave, scenarios } from "./results.mjs";
import { line } from "./troupe.mjs";

const browser = await launch();
try {
  const context = await browser.newContext();
  const outcomes = {};
  await context.exposeFunction("told", (name, outcome) => {
    outcomes[name] = outcome;
    console.log(line(name, outcome));
  });
  const { page, wrong } = await open(context, (await serve()) + PAGE);
  await page.evaluate(({ all, server }) => globalThis.play(all, server), { all: scenarios(), server: url });
  leave("Chromium", outcomes);
  await check("the whole run breaks no rule of the policy, and rejects nothing that nobody hears", () => equal(wrong.join(), ""));
  await check("a page that breaks the policy is noticed", async () => {
    await page.evaluate(() => fetch("https://elsewhere.example").catch(() => {}));
    await page.waitForFunction(() => globalThis.wrong);
    equal(wrong.join(), "connect-src: https://elsewhere.example/");
  });
} finally {
  await browser.close();
}
