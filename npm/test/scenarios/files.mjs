// The scenarios of this repository, and the file that says how a place told them. For runners, which are Node.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";

const folder = new URL("../../../tests/scenarios/", import.meta.url);
const results = new URL("../../../target/scenarios/", import.meta.url);

/** Every scenario by the name of its file. */
export function scenarios() {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json")).sort();
  return Object.fromEntries(files.map((file) => [file.slice(0, -5), JSON.parse(readFileSync(new URL(file, folder), "utf8"))]));
}

/** Leaves the outcomes for the table of `cargo xtask test`. Whoever tells fewer than all has failed. */
export function leave(place, outcomes) {
  mkdirSync(results, { recursive: true });
  writeFileSync(new URL(`${place}.json`, results), `${JSON.stringify(outcomes, undefined, 2)}\n`);
  const all = Object.keys(scenarios());
  if (all.length === 0 || all.some((name) => outcomes[name] !== "ok")) process.exitCode = 1;
}
