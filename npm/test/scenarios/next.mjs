// The scenarios in a production build of Next.js: in a page, in a route of its server and in one on the edge runtime,
// against the reference server at AVALO_URL.

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
const { site, stop } = await start(folder);
const browser = await launch();
try {
  leave("Next.js server", await ask(`${site}/play`, url));
  leave("Next.js edge", await ask(`${site}/edge`, url));
  const { wrong } = await playedIn(browser, "Next.js page", site.replace("localhost", "127.0.0.1"));
  await check("the page that Next.js built has no error", () => equal(wrong.join(), ""));
} finally {
  await browser.close();
  stop();
}
