// The quick start of the README in a page, from the package as it is installed.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { check, equal } from "../check.mjs";
import { PATIENCE, url } from "../server.mjs";
import { STRICT, serve } from "./browser.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const folder = "target/npm-page";
const project = here(`../../../${folder}`);
const run = (...args) => execFileSync("npm", args, { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

/** Where names of packages lead in a page without a bundler. */
const MAP = JSON.stringify({ imports: { "@avalo/sdk": "./node_modules/@avalo/sdk/index.mjs" } });

export async function inPages(browser) {
  await check("the quick start reads the feed in a page, from the package as it is installed", async () => {
    rmSync(project, { recursive: true, force: true });
    mkdirSync(project, { recursive: true });
    writeFileSync(`${project}/package.json`, '{ "private": true }\n');
    const [{ filename }] = JSON.parse(run("pack", "--json", "--silent", here("../../dist")));
    run("install", "--silent", "--offline", "--no-audit", "--no-fund", `./${filename}`);
    cpSync(here("../quick-start.mjs"), `${project}/quick-start.mjs`);
    const page = `<!doctype html><script type="importmap">${MAP}</script><script type="module" src="quick-start.mjs"></script>`;
    writeFileSync(`${project}/index.html`, page);

    const context = await browser.newContext();
    // What the program reads its server's address from, where there is no such thing as an environment.
    await context.addInitScript((AVALO_URL) => (globalThis.process = { env: { AVALO_URL } }), url);
    const tab = await context.newPage();
    const said = tab.waitForEvent("console", { timeout: PATIENCE });
    await tab.goto(`${await serve(STRICT.replace("'self'", "'self' 'unsafe-inline'"))}/${folder}/index.html`);
    equal((await said).text(), "10 posts");
    await context.close();
  });
}
