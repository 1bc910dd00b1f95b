// Plays one scenario of tests/scenarios against a fork of the server at `url`. It knows nothing but `fetch`, timers and
// the SDK that it is given, so that the same file runs wherever the package does.

import { difference, part, resolve } from "./pattern.mjs";

/** How long an event may take, in milliseconds, on a machine where other scenarios are played as well. */
const PATIENCE = 60_000;

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Begins `act` in a server of its own, which goes on from the present of the one at `url`, and ends that server. */
export async function inFork(url, act) {
  const begun = await fetch(`${url}/_test/fork`, { method: "POST" });
  const fork = await begun.json();
  if (!begun.ok) throw new Error(`there is no fork: ${fork.detail}`);
  try {
    return await act(fork.url);
  } finally {
    await (await fetch(`${fork.url}/_test/fork`, { method: "DELETE" })).text();
  }
}

/** Plays the steps and checks the ledger; throws a sentence that says which step went wrong and how. */
export function play({ steps }, url, makeSdk) {
  return inFork(url, async (own) => {
    const stage = new Stage(own, makeSdk);
    try {
      for (const [at, step] of steps.entries()) {
        await stage.step(step).catch((error) => {
          throw new Error(`step ${at + 1}: ${error.message ?? error}`);
        });
      }
      const wrong = difference(RIGHT, await stage.get("/_test/invariants"));
      if (wrong) throw new Error(`at the end: ${wrong}`);
    } finally {
      stage.close();
    }
  });
}

/** What holds of every ledger. */
const RIGHT = { ledgerSum: 0, balanceSum: 0, negativeAccounts: 0, mismatchedAccounts: 0 };

/** The stage of one scenario. Steps that run together share it. */
class Stage {
  #url;
  #makeSdk;
  #clients = new Map();
  #ears = new Map();
  #kept = new Map();

  constructor(url, makeSdk) {
    this.#url = url;
    this.#makeSdk = makeSdk;
  }

  /** Ends whatever is under way. */
  close() {
    for (const sdk of this.#clients.values()) sdk.dispose();
  }

  async step(step) {
    const { as, call, listen, hears, test, together } = step;
    if (together) await Promise.all(together.map((one) => this.step(one)));
    else if (test) await named(test, this.#control(step));
    else if (as && call) await named(`${as} ${call}`, this.#call(step));
    else if (as && listen) await named(`${as} listens`, this.#listen(as));
    else if (as && hears) await named(`${as} hears`, this.#hear(step));
    else throw new Error("it is no step: see tests/scenarios/README.md");
  }

  async get(path) {
    return (await fetch(`${this.#url}${path}`)).json();
  }

  /** The client of that name. One that was not used before is a new device. */
  #client(name) {
    if (!this.#clients.has(name)) this.#clients.set(name, this.#makeSdk({ apiEndpoint: this.#url }));
    return this.#clients.get(name);
  }

  async #call({ as, call, with: params = {}, key, fails, gives, keep }) {
    const sdk = this.#client(as);
    const [domain, method] = call.split(".");
    // What is no operation is no method: the engine says so itself.
    const act = sdk[domain]?.[method] ?? ((...args) => sdk.call(call, ...args));
    const { success, data, error } = await act(resolve(params, this.#kept), { idempotencyKey: key });
    if (success && fails === undefined) return this.#finish({ gives, keep }, data);
    if (success) throw new Error(`succeeded instead of ${fails}`);
    if (error.code !== fails) throw new Error(`failed with ${error.code}: ${error.message}`);
  }

  /** A request beside the SDK. */
  async #control({ test, with: body = {}, headers = {}, fails, gives, keep }) {
    const [method, path] = resolve(test, this.#kept).split(" ");
    // As bytes, for which no content type is made up.
    const bytes = method === "GET" ? undefined : new TextEncoder().encode(JSON.stringify(resolve(body, this.#kept)));
    const request = { method, headers: resolve(headers, this.#kept), body: bytes };
    const answer = await fetch(`${this.#url}${path}`, request);
    const text = await answer.text();
    const said = text && JSON.parse(text);
    if (answer.ok && fails === undefined) return this.#finish({ gives, keep }, said);
    if (fails === undefined || said?.code !== fails) throw new Error(`answered ${answer.status}: ${text}`);
  }

  /** Returns once the server knows of the stream: what happens from then on is heard. */
  async #listen(name) {
    const open = async () => (await this.get("/_test/streams")).open;
    const before = await open();
    const ear = { events: [], over: undefined, wake: () => {} };
    const live = this.#client(name).events((event) => {
      ear.events.push(event);
      ear.wake();
    });
    live.closed.then((error) => {
      ear.over = `no more: ${error?.message ?? "it was unsubscribed"}`;
      ear.wake();
    });
    this.#ears.set(name, ear);
    for (const end = Date.now() + PATIENCE; (await open()) === before; await pause(5)) {
      if (ear.over || Date.now() > end) throw new Error(ear.over ?? "in vain: the server knows of no stream");
    }
  }

  /** Waits for an event that matches, and lets those before it go. */
  async #hear({ as, hears, gives, keep }) {
    const ear = this.#ears.get(as);
    if (!ear) throw new Error("nothing, because it does not listen");
    const wanted = resolve(hears, this.#kept);
    const heard = [];
    for (let late = false; ; ) {
      while (ear.events.length > 0) {
        const event = ear.events.shift();
        if (difference(wanted, event) === undefined) return this.#finish({ gives, keep }, event);
        heard.push(event);
      }
      if (ear.over) throw new Error(ear.over);
      if (late) throw new Error(`${JSON.stringify(heard)}, and waited for ${JSON.stringify(wanted)}`);
      const more = new Promise((wake) => (ear.wake = wake));
      late = (await timed(more, PATIENCE)) === "late";
    }
  }

  /** Compares an answer with what the step says of it, and keeps what it names. */
  #finish({ gives, keep = {} }, answer) {
    const wrong = gives === undefined ? undefined : difference(resolve(gives, this.#kept), answer);
    if (wrong) throw new Error(wrong);
    for (const [name, pointer] of Object.entries(keep)) {
      const found = part(answer, pointer);
      if (found === undefined) throw new Error(`has no ${pointer}: ${JSON.stringify(answer)}`);
      this.#kept.set(name, found);
    }
  }
}

async function named(what, act) {
  try {
    await act;
  } catch (error) {
    throw new Error(`${what} ${error.message ?? error}`);
  }
}

/** What a promise resolves to, or `"late"`. */
function timed(promise, ms) {
  let timer;
  const late = new Promise((done) => (timer = setTimeout(done, ms, "late")));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
