// The scenarios in a production build of Next.js: in a page, in a route of its server, and in one on the edge runtime.

import { check, equal } from "../check.mjs";
import { launch } from "../chromium/browser.mjs";
import { install, start } from "../next/example.mjs";
import { url } from "../server.mjs";
import { playedIn } from "./pages.mjs";
import { project } from "./project.mjs";
import { ask, leave } from "./results.mjs";

install();
const { folder, run } = project("next", "nextjs");
await check("next build takes the package", () => run("next/dist/bin/next", "build"));
const { site, log, stop } = await start(folder);
process.on("exit", stop);
const browser = await launch();
try {
  const { wrong } = await playedIn(browser, "Next.js page", site);
  await check("the page that Next.js built breaks nothing", () => equal(wrong.join(), ""));
  leave("Next.js route", await ask(`${site}/play`, url));
  leave("Next.js edge", await ask(`${site}/edge`, url));
} catch (error) {
  console.log(`not ok - what Next.js built runs: ${error.message}\n${log()}`);
  process.exitCode = 1;
} finally {
  await browser.close();
  stop();
}
