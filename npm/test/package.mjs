// The package as users get it: packed, installed into an empty project, run and compiled there.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { check, equal } from "./check.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const project = here("../../target/npm-project");
// What a tool says is compared, so it must not be in colour, which some turn on where CI is set.
const env = { ...process.env, NO_COLOR: "1" };
const run = (program, ...args) =>
  execFileSync(program, args, { cwd: project, encoding: "utf8", env, stdio: ["ignore", "pipe", "pipe"] });
const tool = (path, ...args) => run(process.execPath, here(`../node_modules/${path}`), ...args);

/** What a program said that failed. */
const said = (error) => new Error(`${error.stdout ?? ""}${error.stderr ?? ""}` || error.message);

const checked = (name, act) =>
  check(name, async () => {
    try {
      await act();
    } catch (error) {
      throw said(error);
    }
  });

rmSync(project, { recursive: true, force: true });
mkdirSync(project, { recursive: true });
writeFileSync(`${project}/package.json`, '{ "private": true }\n');

let file;
await checked("npm packs it and installs it into an empty project", () => {
  [{ filename: file }] = JSON.parse(run("npm", "pack", "--json", "--silent", here("../dist")));
  run("npm", "install", "--silent", "--offline", "--no-audit", "--no-fund", `./${file}`);
  // What Node itself has, for those who have no browser's types.
  cpSync(here("../node_modules/@types/node"), `${project}/node_modules/@types/node`, { recursive: true });
  cpSync(here("../node_modules/undici-types"), `${project}/node_modules/undici-types`, { recursive: true });

  for (const start of ["quick-start.mjs", "quick-start.cjs"]) cpSync(here(start), `${project}/${start}`);
  cpSync(here("types"), project, { recursive: true });
});

for (const start of ["quick-start.mjs", "quick-start.cjs"]) {
  await checked(`${start} reads the feed`, () => equal(run(process.execPath, start), "10 posts\n"));
}

for (const [version, compiler] of [
  ["the latest TypeScript", "typescript"],
  ["the oldest supported, 5.0,", "typescript-oldest"],
]) {
  await checked(`${version} takes what is right and refuses what is wrong`, () => tool(`${compiler}/bin/tsc`, "-p", "."));
  await checked(`${version} does so where there is no browser`, () => tool(`${compiler}/bin/tsc`, "-p", "tsconfig.node.json"));
}
await checked("the module may be hosted elsewhere", () => {
  const program = `
    import { readFileSync } from "node:fs";
    import { createServer } from "node:http";
    import { AvaloSDK } from "@avalo/sdk/slim";
    const bytes = readFileSync(new URL(import.meta.resolve("@avalo/sdk/core.wasm")));
    const files = createServer((request, response) => response.end(bytes)).listen(0, "127.0.0.1", async () => {
      const wasm = "http://127.0.0.1:" + files.address().port + "/core.wasm";
      for (const from of [wasm, new WebAssembly.Module(bytes), undefined]) {
        const sdk = new AvaloSDK({ apiEndpoint: process.env.AVALO_URL, wasm: from });
        const { success, error } = await sdk.payments.getPackages();
        console.log(success || error.kind);
      }
      files.close();
    });`;
  writeFileSync(`${project}/slim.mjs`, program);
  equal(run(process.execPath, "slim.mjs"), "true\ntrue\nconfig\n");
});
await checked("publint finds nothing", () => {
  const found = tool("publint/src/cli.js", "--strict", "node_modules/@avalo/sdk");
  equal(found.trimEnd().endsWith("All good!"), true);
});
// The module is no code with types.
await checked("are the types wrong? They are not", () =>
  tool("@arethetypeswrong/cli/dist/index.js", file, "--exclude-entrypoints", "./core.wasm", "--no-emoji"),
);
