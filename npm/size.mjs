// What the package weighs where it is used, by the same bundler, and whether the engine weighs too much.

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** The most that the module and the package may weigh, in bytes after gzip: docs/adr/0006. More than this fails. */
const MUST = 40_000;

const row = (name, content) => {
  const zipped = gzipSync(content, { level: 9 }).length;
  console.log(`${name.padEnd(24)}${String(content.length).padStart(9)}${String(zipped).padStart(9)}`);
  return zipped;
};

/** A page of these lines, bundled. */
async function page(contents) {
  const stdin = { contents, resolveDir: new URL("dist", import.meta.url).pathname };
  const bundled = await build({ stdin, bundle: true, minify: true, format: "esm", target: "es2022", write: false });
  return bundled.outputFiles[0].contents;
}

console.log(`${"bytes".padEnd(24)}${"raw".padStart(9)}${"gzip -9".padStart(9)}`);
const module = row("module (wasm)", readFileSync(new URL("dist/core.wasm", import.meta.url)));
const all = row("all ten domains", await page('import { AvaloSDK } from "./index.mjs"; new AvaloSDK({ apiEndpoint: "/api" }).feed.getFeed();'));
const one = 'import { AvaloClient } from "./index.mjs"; import * as feed from "./feed.mjs"; globalThis.avalo = { AvaloClient, feed };';
row("one domain", await page(one));
row("all without the module", readFileSync(new URL("dist/workerd.mjs", import.meta.url)));
console.log(`${"each of the first two".padEnd(24)}${"at most".padStart(9)}${String(MUST).padStart(9)}`);
for (const [name, zipped] of Object.entries({ module, "all ten domains": all })) {
  if (zipped <= MUST) continue;
  console.log(`MISSED by ${zipped - MUST} bytes: ${name}`);
  process.exitCode = 1;
}
