// The package beside its peers, in one run: `cargo xtask bench web`.
//
//     node --expose-gc npm/bench/main.mjs <reference server's program> <file for the figures>
//
// Everyone is given the same `fetch` (stub.mjs), which answers at once with a real `Response`, so that the client
// is all that is measured. Batches of calls, one after another, take turns in rounds (interleave.mjs); CPU is that
// of the whole process over a batch, its collector and compiler included; what a call adds to bare `fetch`, and its
// ratio, are those of one round, and the figure is the median over all. Only the burst goes over a socket, and
// starts of processes are measured in processes of their own.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import * as burst from "./burst.mjs";
import * as cold from "./cold.mjs";
import * as flat from "./flat.mjs";
import * as sizes from "./sizes.mjs";
import * as speed from "./speed.mjs";
import { Table } from "./table.mjs";

const [program, file] = process.argv.slice(2);
const table = new Table();

// Whatever else the machine does is in the figures.
const load = () => loadavg()[0].toFixed(1);
const before = load();
const figures = { speed: await speed.measure(table) };

const server = spawn(program, ["--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
try {
  const [line] = await once(createInterface(server.stdout), "line");
  const [url] = line.match(/http:\/\/\S+/) ?? [];
  if (!url) throw new Error(`the reference server said ${line}`);
  await burst.measure(table, url);
} finally {
  server.kill();
}
await flat.measure(table);
await cold.measure(table);
figures.sizes = await sizes.measure(table);

console.log(`${table}`);
console.log(`\nNode ${process.versions.node}, ${availableParallelism()} cores, load ${before} before and ${load()} after`);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify({ ...figures, rows: table }, undefined, 2)}\n`);
console.log(`written to ${file}`);
