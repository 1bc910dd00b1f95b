// What the engine weighs, and whether that is too much.

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

/** The most that the module may weigh, in bytes after gzip. */
const LIMIT = 40_000;

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
row("together", module[0] + glue[0], module[1] + glue[1]);
row("module at most", "", LIMIT);
process.exitCode = module[1] <= LIMIT ? 0 : 1;
