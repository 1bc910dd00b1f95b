// Whether a call costs more after many others, among many others, or beside much that is kept.
//
// Each state has a client of its own, but all share one process, and so one instance of the module and its
// memory: what one client leaves there the others have too. What is compared is what a call adds to bare `fetch`.

import { setImmediate } from "node:timers/promises";
import { signedIn } from "./contenders/avalo.mjs";
import * as bare from "./contenders/bare.mjs";
import { TURN, inSequence, interleave, median } from "./interleave.mjs";
import { common, page, stub } from "./stub.mjs";

const ROUNDS = 61;

/** The most that a state may cost of what the first one does. */
const FLAT = 1.1;

const given = common(stub(page(275)));
const client = (fetch = given.fetch) => signedIn({ apiEndpoint: given.endpoint, fetch });

async function read(sdk, limit) {
  const { success, error } = await sdk.feed.getFeed({ limit });
  if (!success) throw error;
}

export async function measure(table) {
  await history(table);
  await crowd(table);
  await kept(table);
}

/** The median of what each added to the first contender in its round; or, alone, of what it cost. */
const added = (log, base) => median(log.cpu.map((cpu, round) => cpu - (base?.cpu[round] ?? 0)));

function push(table, states, figures) {
  const [first] = figures;
  for (const [place, figure] of states.entries()) {
    const against = place ? { result: figures[place] / first, atMost: FLAT } : {};
    table.push({ figure, unit: place ? "us, x" : "us", ...against, sdk: figures[place] });
  }
}

/** After so many calls of the client's, with one call at a time. */
async function history(table) {
  const repeat = (times, sdk) => inSequence(() => read(sdk, 20))(times);
  const [old, other] = [await client(), await client()];
  await repeat(100_000, old);
  // Before each batch the process does as much, with whichever client: its collector and compiler work on for a
  // while after it.
  const before = 1_000;
  const young = (done) => async () => {
    const sdk = await client();
    await repeat(before - done, other);
    await repeat(done, sdk);
    return sdk;
  };
  const prepare = () => repeat(before, other);
  const contenders = [
    { prepare, batch: inSequence(bare.make(given)) },
    { prepare: young(10), batch: repeat },
    { prepare: young(before), batch: repeat },
    { prepare, batch: (calls) => repeat(calls, old) },
  ];
  const [base, ...logs] = await interleave(contenders, { rounds: 101, calls: 100, warmup: 8 });
  const states = ["10", "1,000", "100,000"].map((done) => `added CPU per call after ${done} calls`);
  push(table, states, logs.map((log) => added(log, base)));
}

/** One call at a time, and a thousand different ones of which none is answered before all are sent. */
async function crowd(table) {
  const calls = 1_000;
  const answer = stub(page(275));
  let held;
  const release = async () => {
    const waiting = held;
    held = undefined;
    for (const [number, go] of waiting.entries()) {
      if (number % TURN === 0) await setImmediate();
      go();
    }
  };
  const gated = async (input, init) => {
    if (held) {
      await new Promise((go) => {
        if (held.push(go) === calls) release();
      });
    }
    return answer(input, init);
  };
  const fetchBare = bare.make({ ...given, fetch: gated });
  const sdk = await client(gated);
  const alone = (call) => ({ batch: inSequence(call) });
  const together = (call) => ({
    prepare: () => void (held = []),
    batch: (calls) => Promise.all(Array.from({ length: calls }, (_, number) => call(number))),
  });
  const own = (number) => read(sdk, number);
  const contenders = [alone(fetchBare), alone(own), together(fetchBare), together(own)];
  const [bareAlone, ownAlone, bareTogether, ownTogether] = await interleave(contenders, { rounds: ROUNDS, calls });
  const states = ["1", "1,000"].map((calls) => `added CPU per call, ${calls} in flight`);
  push(table, states, [added(ownAlone, bareAlone), added(ownTogether, bareTogether)]);
}

/**
 * What is kept for a while: `payments.getPackages`, each with a parameter of its own. Of 10,000 the engine keeps
 * those that fit into its 5 MiB, so that each further one takes another's place.
 */
async function kept(table) {
  const calls = 200;
  let sent = 0;
  const counted = (...args) => {
    sent += 1;
    return given.fetch(...args);
  };
  const ask = async (sdk, number) => {
    const { success, error } = await sdk.payments.getPackages({ number });
    if (!success) throw error;
  };
  const filled = async (entries) => {
    const sdk = await client(counted);
    for (let number = 0; number < entries; number++) await ask(sdk, number);
    return sdk;
  };
  const [one, full] = [await filled(1), await filled(10_000)];
  const asked = sent;
  const changing = await client();
  let next = 0;
  while (next < 10_000) await ask(changing, (next += 1));
  const contenders = [
    { batch: inSequence(() => ask(one, 0)) },
    { batch: inSequence(() => ask(full, 9_999)) },
    { prepare: client, batch: (calls, sdk) => inSequence((number) => ask(sdk, number))(calls) },
    { batch: inSequence(() => ask(changing, (next += 1))) },
  ];
  const logs = await interleave(contenders, { rounds: ROUNDS, calls });
  if (sent !== asked) throw new Error("what is kept was asked for again");
  const [hit, hitFull, miss, missFull] = logs.map((log) => added(log));
  push(table, ["CPU per answer from the cache, 1 entry", "CPU per answer from the cache, after 10,000 different reads"], [hit, hitFull]);
  push(table, ["CPU per read that is kept, 0 to 200 entries", "CPU per read that is kept, after 10,000 different reads"], [miss, missFull]);
}
