// The story in a page: serves this repository on a loopback port and lets Chromium read it.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname } from "node:path";

const { chromium } = createRequire(new URL("../../npm/package.json", import.meta.url))("playwright-core");

const api = process.env.AVALO_URL ?? "http://127.0.0.1:5001";
const root = new URL("../../", import.meta.url);
const types = { ".html": "text/html", ".mjs": "text/javascript" };

const files = createServer(async (request, response) => {
  // A URL has no way up, so a page gets nothing from outside the repository.
  const { pathname } = new URL(request.url, "http://localhost");
  const type = types[extname(pathname)];
  const content = type && (await readFile(new URL(`.${pathname}`, root)).catch(() => undefined));
  response.writeHead(content ? 200 : 404, { "content-type": type ?? "text/plain" }).end(content);
});
await new Promise((resolve) => files.listen(0, "127.0.0.1", resolve));

const quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  headless: true,
  args: ["--no-sandbox", "--disable-component-update", "--disable-sync", ...quiet],
});
let good = false;
try {
  const page = await browser.newPage();
  page.on("console", (message) => console.log(message.text()));
  page.on("pageerror", (error) => console.log(`not ok - the page runs: ${error.message}`));
  const told = new Promise((resolve) => page.exposeFunction("story", resolve));
  await page.goto(`http://127.0.0.1:${files.address().port}/examples/web/index.html?api=${encodeURIComponent(api)}`);
  const late = new Promise((resolve) => setTimeout(resolve, 60_000, "late"));
  good = (await Promise.race([told, late])) === true;
} finally {
  await browser.close();
  files.close();
}
process.exit(good ? 0 : 1);
