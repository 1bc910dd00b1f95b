// The scenarios in a page of Chromium, under a strict policy, against the reference server at AVALO_URL.

import { check, equal } from "../check.mjs";
import { PAGE, launch, serve } from "../chromium/browser.mjs";
import { until } from "../server.mjs";
import { playedIn } from "./pages.mjs";

const browser = await launch();
try {
  const { page, wrong } = await playedIn(browser, "Chromium", (await serve()) + PAGE);
  await check("the whole run breaks no rule of the policy, and rejects nothing that nobody hears", () => equal(wrong.join(), ""));
  await check("a page that breaks the policy is noticed", async () => {
    await page.evaluate(() => fetch("https://elsewhere.example").catch(() => {}));
    await until("it is noticed", () => wrong.length > 0);
    equal(wrong.join(), "connect-src: https://elsewhere.example/");
  });
} finally {
  await browser.close();
}
