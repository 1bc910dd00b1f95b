// Plays one scenario on a fork of a reference server. Nothing here is of Node: the same file runs in every place.

import { compare, matches, part, resolve } from "./pattern.mjs";

/** How long an event may take, in milliseconds. */
const PATIENCE = 10_000;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks a server beside the SDK: its status, and its answer if that is JSON. */
async function ask(url, method = "GET", body, headers) {
  const sent = method === "GET" ? {} : { body, headers: { "content-type": "application/json", ...headers } };
  const answer = await fetch(url, { method, headers, ...sent });
  const text = await answer.text();
  try {
    return { status: answer.status, ok: answer.ok, body: text ? JSON.parse(text) : null };
  } catch {
    return { status: answer.status, ok: answer.ok, body: null };
  }
}

/**
 * Plays the steps with clients that `makeSdk` makes for a URL, and checks the ledger. Throws which step went wrong
 * and how.
 */
export async function play({ steps }, server, makeSdk) {
  const { ok, body } = await ask(`${server}/_test/fork`, "POST");
  if (!ok) throw new Error(`the server has no fork for it: ${JSON.stringify(body)}`);
  const stage = new Stage(body.url, makeSdk);
  try {
    for (const [index, step] of steps.entries()) {
      await stage.step(step).catch((error) => {
        throw new Error(`step ${index + 1}: ${error?.message ?? error}`);
      });
    }
    const invariants = (await ask(`${body.url}/_test/invariants`)).body;
    if (!hold(invariants)) throw new Error(`at the end: ${JSON.stringify(invariants)}`);
  } finally {
    stage.close();
    await ask(`${body.url}/_test/fork`, "DELETE");
  }
}

const hold = ({ ledgerSum, balanceSum, negativeAccounts, mismatchedAccounts }) =>
  [ledgerSum, balanceSum, negativeAccounts, mismatchedAccounts].every((figure) => figure === 0);

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

  async step(step) {
    const { as, call, listen, hears, test, together } = step;
    const said = (what) => (error) => {
      throw new Error(`${what} ${error?.message ?? error}`);
    };
    if (together) await Promise.all(together.map((each) => this.step(each)));
    else if (test) await this.#control(step).catch(said(test));
    else if (as && call) await this.#call(step).catch(said(`${as} ${call}`));
    else if (as && listen) await this.#listen(as).catch(said(as));
    else if (as && hears) await this.#hear(step).catch(said(as));
    else throw new Error("it is no step: see tests/scenarios/README.md");
  }

  #client(name) {
    if (!this.#clients.has(name)) this.#clients.set(name, this.#makeSdk(this.#url));
    return this.#clients.get(name);
  }

  async #call({ as, call, with: given = {}, key, fails, ...step }) {
    const [domain, method] = call.split(".");
    const params = resolve(given, this.#kept);
    const sdk = this.#client(as);
    // What is no operation has no method; the door below says what it thinks of it.
    const act = sdk[domain]?.[method] ?? ((...given) => sdk.call(call, ...given));
    const response = await act(params, { idempotencyKey: key });
    if (response.success && !fails) this.#finish(step, response.data);
    else if (response.success) throw new Error(`succeeded instead of ${fails}`);
    else if (response.error.code !== fails) throw new Error(`failed with ${response.error.code}: ${response.error.message}`);
  }

  async #control({ test, with: given = {}, headers = {}, fails, ...step }) {
    const [method, path] = resolve(test, this.#kept).split(" ");
    const content = JSON.stringify(resolve(given, this.#kept));
    const { status, ok, body } = await ask(this.#url + path, method, content, resolve(headers, this.#kept));
    if (ok && !fails) this.#finish(step, body);
    else if (!fails || body?.code !== fails) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
  }

  /** Returns once the server knows of the stream: what happens from then on is heard. */
  async #listen(name) {
    const count = async () => (await ask(`${this.#url}/_test/streams`)).body.open;
    const open = await count();
    const ears = new Ears();
    this.#ears.set(name, ears);
    this.#client(name).events((event) => ears.take(event), { onError: (error) => ears.close(error) });
    for (const end = Date.now() + PATIENCE; (await count()) === open; await pause(5)) {
      if (ears.error || Date.now() > end) throw new Error(`cannot listen: ${ears.error?.message ?? "it takes too long"}`);
    }
  }

  async #hear({ as, hears, ...step }) {
    const ears = this.#ears.get(as);
    if (!ears) throw new Error("does not listen");
    this.#finish(step, await ears.wait(resolve(hears, this.#kept)));
  }

  /** Compares an answer with what the step says of it, and keeps what it names. */
  #finish({ gives, keep = {} }, answer) {
    if (gives !== undefined) compare(resolve(gives, this.#kept), answer);
    for (const name in keep) this.#kept.set(name, part(answer, keep[name]));
  }

  close() {
    for (const sdk of this.#clients.values()) sdk.dispose();
  }
}

/** The events that came to one client and that no step has asked for yet. */
class Ears {
  error;
  #events = [];
  #wake = () => {};

  take(event) {
    this.#events.push(event);
    this.#wake();
  }

  close(error) {
    this.error = error;
    this.#wake();
  }

  /** The first event that matches; those before it are let go. */
  async wait(pattern) {
    const heard = [];
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      this.#wake();
    }, PATIENCE);
    try {
      for (;;) {
        while (this.#events.length > 0) {
          const event = this.#events.shift();
          if (matches(pattern, event)) return event;
          heard.push(event);
        }
        if (this.error) throw new Error(`hears no more: ${this.error.message}`);
        if (late) throw new Error(`waited for ${JSON.stringify(pattern)} and heard ${JSON.stringify(heard)}`);
        await new Promise((resolve) => (this.#wake = resolve));
      }
    } finally {
      clearTimeout(timer);
    }
  }
}
