// What the engine weighs, and whether that is too much.

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

/** The most that module and glue may weigh, in bytes after gzip. */
const LIMIT = 40_000;

const row = (name, raw, zipped) =>
  console.log(`${name.padEnd(14)}${String(raw).padStart(9)}${String(zipped).padStart(9)}`);

row("bytes", "raw", "gzip -9");
let [whole, weight] = [0, 0];
for (const [name, file] of [["module (wasm)", "pkg/avalo.wasm"], ["glue (js)", "dist/glue.mjs"]]) {
  const content = readFileSync(new URL(file, import.meta.url));
  const zipped = gzipSync(content, { level: 9 }).length;
  row(name, content.length, zipped);
  [whole, weight] = [whole + content.length, weight + zipped];
}
row("together", whole, weight);
row("at most", "", LIMIT);
process.exitCode = weight <= LIMIT ? 0 : 1;
