// The scenarios of this repository, and how a place told them. For runners, which are Node.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { LIMIT, line, lines } from "./troupe.mjs";

const folder = new URL("../../../tests/scenarios/", import.meta.url);
const results = new URL("../../../target/scenarios/", import.meta.url);

/** Every scenario by the name of its file. */
export function scenarios() {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json")).sort();
  return Object.fromEntries(files.map((file) => [file.slice(0, -5), JSON.parse(readFileSync(new URL(file, folder), "utf8"))]));
}

/** Has a server of scripts at `address` play all of them, and shows each as it comes. */
export async function ask(address, server) {
  const response = await fetch(address, { method: "POST", body: JSON.stringify({ server, scenarios: scenarios() }) });
  if (!response.ok) throw new Error(`${address} answered ${response.status}: ${await response.text()}`);
  const outcomes = {};
  for await (const { name, outcome } of lines(response.body)) {
    outcomes[name] = outcome;
    console.log(line(name, outcome));
  }
  return outcomes;
}

/** Leaves the outcomes for the table of `cargo xtask test`. A place that told fewer than all has failed. */
export function leave(place, outcomes) {
  const names = Object.keys(scenarios());
  const told = Object.fromEntries(names.map((name) => [name, outcomes[name] ?? "it was not told"]));
  mkdirSync(results, { recursive: true });
  writeFileSync(new URL(`${place}.json`, results), `${JSON.stringify(told, undefined, 2)}\n`);
  const missing = [...names, LIMIT].filter((name) => !(name in outcomes));
  if (missing.length > 0) console.log(`not ok - all scenarios are told: ${missing.join(", ")}`);
  if (missing.length > 0 || Object.values(outcomes).some((outcome) => outcome !== "ok")) process.exitCode = 1;
}
