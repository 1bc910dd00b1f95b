// From the start of a fresh process's program to its first answer, beside a program that only fetches.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { memoryStore } from "../dist/index.mjs";
import { signedIn } from "./contenders/avalo.mjs";
import { byRound, median } from "./interleave.mjs";
import { ENDPOINT, page, stub } from "./stub.mjs";

const PROCESSES = 20;
const PROGRAM = fileURLToPath(new URL("cold-start.mjs", import.meta.url));

/** Milliseconds in the program, and of the whole process. */
function start(contender, session) {
  const env = { ...process.env, AVALO_SESSION: session };
  const began = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, [PROGRAM, contender], { encoding: "utf8", env });
  const whole = performance.now() - began;
  if (status !== 0) throw new Error(`the ${contender} program failed: ${stderr}`);
  return { own: Number(stdout), whole };
}

export async function measure(table) {
  const session = await keptSession();
  const times = { bare: [], avalo: [] };
  // One of each before, so that the files are in memory for all.
  for (const contender of ["bare", "avalo"]) start(contender, session);
  for (let round = 0; round < PROCESSES; round++) {
    const order = round % 2 ? ["avalo", "bare"] : ["bare", "avalo"];
    for (const contender of order) times[contender].push(start(contender, session));
  }
  const of = (contender, what) => times[contender].map((time) => time[what]);
  const row = (figure, bare, sdk, result, bound) =>
    table.push({ figure: `first call of a fresh process, ${figure}`, unit: "ms", bare, sdk, result, ...bound });
  const [bare, sdk] = [of("bare", "own"), of("avalo", "own")];
  const added = byRound(sdk, bare, (own, bare) => own - bare);
  row("median", median(bare), median(sdk), added, { atMost: 10 });
  row(`longest of ${PROCESSES}`, Math.max(...bare), Math.max(...sdk), Math.max(...sdk) - median(bare));
  const [bareWhole, sdkWhole] = [of("bare", "whole"), of("avalo", "whole")];
  const whole = byRound(sdkWhole, bareWhole, (own, bare) => own - bare);
  row("whole process, median", median(bareWhole), median(sdkWhole), whole);
}

/** What an earlier process left in its store. */
async function keptSession() {
  const tokenStore = memoryStore();
  await signedIn({ apiEndpoint: ENDPOINT, fetch: stub(page(275)), tokenStore });
  return tokenStore.load();
}
