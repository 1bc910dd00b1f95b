// Has a place play every scenario, prints a line for each and keeps what came of it for the table at the end of
// `cargo xtask test`.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { url } from "../server.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const stories = here("../../../tests/scenarios");
const results = process.env.AVALO_SCENARIOS ?? here("../../../target/scenarios");

/** How many are played at the same time. */
const AT_ONCE = 16;

/** `act` is given a scenario, or `"limit"`, and where the server is, and resolves to `"ok"` or why not. */
export async function playAll(place, act) {
  const word = process.argv[2] ?? "";
  const names = readdirSync(stories).filter((file) => file.endsWith(".json") && file.includes(word));
  const outcomes = {};
  const left = names.sort().map((file) => file.slice(0, -5));
  const player = async () => {
    for (let name; (name = left.shift()); ) {
      outcomes[name] = await told(name, () => act(JSON.parse(readFileSync(`${stories}/${name}.json`, "utf8")), url));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, player));
  await told(`${place} holds the limit of 100 a minute`, () => act("limit", url));
  mkdirSync(results, { recursive: true });
  writeFileSync(`${results}/${place}.json`, `${JSON.stringify(outcomes, undefined, 2)}\n`);
}

async function told(name, act) {
  const outcome = await act().catch((error) => `the place broke: ${error?.message ?? error}`);
  console.log(outcome === "ok" ? `ok - ${name}` : `not ok - ${name}: ${outcome}`);
  if (outcome !== "ok") process.exitCode = 1;
  return outcome;
}
