// The quick start of the README in a page: with the package packed, installed into an empty project, and bundled.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { launch, open, serve } from "../browser.mjs";
import { check, equal } from "../check.mjs";
import { url } from "../server.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const project = here("../../../target/npm-page");
const npm = (...args) => execFileSync("npm", args, { cwd: project, encoding: "utf8" });

rmSync(project, { recursive: true, force: true });
mkdirSync(project, { recursive: true });
writeFileSync(`${project}/package.json`, '{ "private": true }\n');
writeFileSync(`${project}/index.html`, '<!doctype html>\n<meta charset="utf-8" />\n<script type="module" src="page.js"></script>\n');

const browser = await launch();
await check("the quick start reads the feed in a page, from the package as npm installs it", async () => {
  const [{ filename }] = JSON.parse(npm("pack", "--json", "--silent", here("../../dist")));
  npm("install", "--silent", "--offline", "--no-audit", "--no-fund", `./${filename}`);
  await build({
    stdin: { contents: readFileSync(here("../quick-start.mjs"), "utf8"), resolveDir: project },
    outfile: `${project}/page.js`,
    bundle: true,
    format: "esm",
    platform: "browser",
    define: { "process.env.AVALO_URL": JSON.stringify(url) },
  });
  const context = await browser.newContext();
  const said = new Promise((resolve) => context.on("console", (message) => resolve(message.text())));
  const site = await serve({ root: pathToFileURL(`${project}/`) });
  const { wrong } = await open(context, `${site}/index.html`);
  equal(await said, "10 posts");
  equal(wrong.join(), "");
});
await browser.close();
