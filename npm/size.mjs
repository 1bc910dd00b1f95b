// What the engine weighs, what is loaded beside it, and whether the engine weighs too much.

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

/** The most that the module may weigh, in bytes after gzip: docs/adr/0006. More than this fails. */
const MUST = 40_000;

const row = (name, raw, zipped) =>
  console.log(`${name.padEnd(14)}${String(raw).padStart(9)}${String(zipped).padStart(9)}`);

const weigh = (name, file) => {
  const content = readFileSync(new URL(file, import.meta.url));
  const zipped = gzipSync(content, { level: 9 }).length;
  row(name, content.length, zipped);
  return [content.length, zipped];
};

row("bytes", "raw", "gzip -9");
const module = weigh("module (wasm)", "pkg/avalo.wasm");
const glue = weigh("glue (js)", "dist/glue.mjs");
const rows = weigh("all rows (js)", "dist/operations.mjs");
// With every row there is; a page loads those that it uses.
row("together", module[0] + glue[0] + rows[0], module[1] + glue[1] + rows[1]);
row("module at most", "", MUST);
if (module[1] > MUST) console.log(`MISSED by ${module[1] - MUST} bytes`);
process.exitCode = module[1] <= MUST ? 0 : 1;
