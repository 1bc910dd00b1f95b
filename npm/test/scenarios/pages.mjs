// The scenarios in a page: one that has `play`, and is given `told`.

import { open } from "../chromium/browser.mjs";
import { url } from "../server.mjs";
import { leave, scenarios } from "./results.mjs";
import { line } from "./troupe.mjs";

/** Has the page at `address` play all of them, and resolves to it and to what it broke meanwhile. */
export async function playedIn(browser, place, address) {
  const context = await browser.newContext();
  const outcomes = {};
  await context.exposeFunction("told", (name, outcome) => {
    outcomes[name] = outcome;
    console.log(line(name, outcome));
  });
  const { page, wrong } = await open(context, address);
  await page.evaluate(({ all, server }) => globalThis.play(all, server), { all: scenarios(), server: url });
  leave(place, outcomes);
  return { page, wrong };
}
