// The story in a page: serves this repository on a loopback port and lets Chromium read it.

import { launch, serve } from "../../npm/test/chromium/browser.mjs";
import { PATIENCE, url as api } from "../../npm/test/server.mjs";

const site = await serve("");
const browser = await launch();
let good = false;
try {
  const page = await browser.newPage();
  page.on("console", (message) => console.log(message.text()));
  page.on("pageerror", (error) => console.log(`not ok - the page runs: ${error.message}`));
  const told = new Promise((resolve) => page.exposeFunction("story", resolve));
  await page.goto(`${site}/examples/web/index.html?api=${encodeURIComponent(api)}`);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, "late"));
  good = (await Promise.race([told, late])) === true;
} finally {
  await browser.close();
}
process.exit(good ? 0 : 1);
