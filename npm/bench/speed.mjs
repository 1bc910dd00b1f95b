// What a call costs in Node where the network costs nothing: one after another, at three sizes of answers.

import * as avalo from "./contenders/avalo.mjs";
import * as axiosRetry from "./contenders/axios-retry.mjs";
import * as axios from "./contenders/axios.mjs";
import * as bare from "./contenders/bare.mjs";
import * as ky from "./contenders/ky.mjs";
import * as openapiFetch from "./contenders/openapi-fetch.mjs";
import * as supabase from "./contenders/supabase.mjs";
import { byRound, inSequence, interleave, median } from "./interleave.mjs";
import { common, page, stub } from "./stub.mjs";
import { grid } from "./table.mjs";

const CONTENDERS = [bare, ky, axios, axiosRetry, openapiFetch, supabase, avalo];

/** Whom Avalo must be ahead of, at every size. */
const RIVALS = [ky, axios, axiosRetry].map(({ name }) => name);

/** Bytes per answer, calls per batch, and what is required of Avalo. */
const SIZES = [
  { name: "275 B", bytes: 275, calls: 300, added: { atMost: 45, goal: 20 } },
  { name: "9.8 kB", bytes: 9_800, calls: 150, ratio: { atMost: 1.3 } },
  { name: "99 kB", bytes: 99_000, calls: 100, ratio: { atMost: 1.08 } },
];
const ROUNDS = 61;

export async function measure(table) {
  const speed = {};
  for (const size of SIZES) {
    const figures = await compare(size);
    speed[size.name] = figures;
    print(size, figures);
    require(table, size, figures);
  }
  return speed;
}

/** Everyone's figures at one size. */
async function compare({ bytes, calls }) {
  const body = page(bytes);
  const given = common(stub(body));
  const contenders = [];
  for (const { name, make } of CONTENDERS) {
    const call = await make(given);
    // Whoever is measured reads what the others read.
    if (JSON.stringify(await call()) !== body) throw new Error(`${name} does not return the answer`);
    contenders.push({ name, batch: inSequence(call) });
  }
  const logs = await interleave(contenders, { rounds: ROUNDS, calls, warmup: 8 });
  const [base] = logs;
  const figures = {};
  for (const [place, { cpu, wall }] of logs.entries()) {
    figures[CONTENDERS[place].name] = {
      cpu: median(cpu),
      added: byRound(cpu, base.cpu, (own, bare) => own - bare),
      ratio: byRound(cpu, base.cpu, (own, bare) => own / bare),
      wall: median(wall),
      wallRatio: byRound(wall, base.wall, (own, bare) => own / bare),
    };
  }
  return figures;
}

function print({ name }, figures) {
  const head = [`${name} per answer, us per call`, "CPU", "added", "x bare", "wall", "x bare"];
  const line = ([contender, { cpu, added, ratio, wall, wallRatio }]) => [
    `  ${contender}`,
    cpu.toFixed(1),
    added.toFixed(1),
    ratio.toFixed(2),
    wall.toFixed(1),
    wallRatio.toFixed(2),
  ];
  console.log(`${grid([head, ...Object.entries(figures).map(line)])}\n`);
}

function require(table, { name, added, ratio }, figures) {
  const [own, base] = [figures[avalo.name], figures[bare.name]];
  const pair = { bare: base.cpu, sdk: own.cpu };
  table.push({ figure: `${name}, added CPU per call`, unit: "us", ...pair, result: own.added, ...added });
  table.push({ figure: `${name}, CPU against bare`, unit: "x", ...pair, result: own.ratio, ...ratio });
  for (const rival of RIVALS) {
    const figure = `${name}, CPU against ${rival}`;
    table.push({ figure, unit: "x", sdk: own.cpu, result: own.cpu / figures[rival].cpu, atMost: 1 });
  }
}
