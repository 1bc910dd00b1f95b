// What the engine weighs, and whether that is too much.

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

/** What the module must come down to, in bytes after gzip: docs/adr/0006 says what is missing and why. */
const MUST = 40_000;

/** Until then: what it has come down to so far, rounded up. More than this fails. */
const CEILING = 48_000;

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
row("together", module[0] + glue[0] + rows[0], module[1] + glue[1] + rows[1]);
row("module must be", "", MUST);
if (module[1] > MUST) console.log(`MISSED by ${module[1] - MUST} bytes; it fails above ${CEILING}`);
process.exitCode = module[1] <= CEILING ? 0 : 1;
