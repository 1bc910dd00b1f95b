// What the engine asks of the machine, in the JavaScript of any machine: see avalo-sdk-wasm/src/abi.rs.

import { failure, AvaloError } from "./error.mjs";
import { Network } from "./network.mjs";
import { onAbort } from "./signal.mjs";

export class Host {
  /** The engine, which hears what became of its work. */
  core;
  /** Whether the engine came to an end that it must not come to: another one is needed. */
  broken = false;
  /** Whether the engine has seen the session that was kept. */
  loaded = false;
  #options;
  #network;
  /** Who waits for the answer to a call, by its number. */
  #calls = new Map();
  /** What ends a piece of work, by its number. */
  #works = new Map();
  #last = 0;
  /** Why nothing begins any more. */
  #over;

  constructor(options) {
    this.#options = options;
    this.#network = new Network(options);
  }

  /** Begins a call, given its number, and waits for its answer. */
  wait(begin, signal) {
    return new Promise((done, failed) => {
      if (signal?.aborted) return failed(cancelled());
      const forget = onAbort(signal, () => {
        end();
        failed(cancelled());
      });
      const end = this.#start(begin, { done, failed, forget });
    });
  }

  /**
   * Begins a call that tells its `part`s before it is `done` or has `failed`, each in a turn of its own: they may
   * do with the engine what they like. Returns what ends it; nothing is heard after that.
   */
  follow(begin, { part, done, failed }) {
    let over = false;
    const later = (tell) => (value) => queueMicrotask(() => over || guarded(tell, value));
    const end = this.#start(begin, { part: later(part), done: later(done), failed: later(failed) });
    return () => {
      over = true;
      end();
    };
  }

  #start(begin, waiting) {
    if (this.#over) {
      waiting.failed(this.#over);
      return () => {};
    }
    const call = (this.#last = (this.#last + 1) & 0x7fffffff || 1);
    this.#calls.set(call, waiting);
    this.#enter(() => begin(call));
    return () => this.#close(call) && this.#enter(() => this.core.giveUp(call));
  }

  #close(call) {
    const waiting = this.#calls.get(call);
    this.#calls.delete(call);
    waiting?.forget?.();
    return waiting;
  }

  part(call, text) {
    this.#calls.get(call)?.part(text);
  }

  answer(call, text) {
    this.#close(call)?.done(text);
  }

  refuse(call, kind, code, message, statusCode, retryAfter, requestId) {
    const error = new AvaloError({ kind, code, message, statusCode, retryAfter, requestId });
    // Number 0 is no call: the engine could not be set up.
    if (call === 0) this.#over = error;
    else this.#close(call)?.failed(error);
  }

  /** Ends everything that is under way with this error, and whatever would begin later. */
  end(error) {
    this.#over = error;
    for (const call of [...this.#calls.keys()]) {
      const waiting = this.#close(call);
      this.#enter(() => this.core.giveUp(call));
      waiting?.failed(error);
    }
  }

  /** Lets the engine go on. What it throws is a trap: its memory is not to be trusted from there on. */
  #enter(act) {
    if (this.broken) return;
    try {
      act();
    } catch (error) {
      this.broken = true;
      for (const work of [...this.#works.keys()]) this.cancel(work);
      this.#network.end();
      this.end(failure("internal", `the engine broke, and the next call has a new one: ${error?.message ?? error}`));
    }
  }

  /** Work that comes to a code and maybe text, by itself or never. Resolves to the code once the engine has it. */
  #begin(work, promise) {
    const mine = () => {};
    this.#works.set(work, mine);
    return promise.then(([code, text]) => {
      // A number is used again once its work was cancelled.
      if (this.#works.get(work) !== mine) return undefined;
      this.#settle(work, code, text);
      return code;
    });
  }

  #settle(work, code, text) {
    this.#works.delete(work);
    this.#enter(() => this.core.settle(work, code, text));
  }

  cancel(work) {
    this.#works.get(work)?.();
    this.#works.delete(work);
    this.#network.close(work);
  }

  header(name, value) {
    this.#network.header(name, value);
  }

  send(work, method, url, body, limit) {
    this.#begin(work, this.#network.send(work, method, url, body, limit));
  }

  pull(work, exchange) {
    this.#begin(work, this.#network.pull(exchange));
  }

  find(exchange, name) {
    return this.#network.find(exchange, name);
  }

  moment(exchange, name) {
    const date = this.#network.find(exchange, name);
    // Beyond the one form of HTTP, what `Date` reads differs from engine to engine.
    return / GMT$/.test(date) ? Date.parse(date) : NaN;
  }

  text(exchange) {
    return this.#network.text(exchange);
  }

  sleep(work, ms) {
    // A longer wait than 24 days does not fit into a timer; what is left of it then is another wait.
    const now = Math.min(ms, 0x7fffffff);
    const timer = setTimeout(() => (ms > now ? this.sleep(work, ms - now) : this.#settle(work, 0)), now);
    this.#works.set(work, () => clearTimeout(timer));
  }

  load(work) {
    this.#begin(work, this.#ask("load")).then((code) => (this.loaded ||= code === 0));
  }

  save(work, session) {
    this.#begin(work, session === undefined ? this.#ask("clear") : this.#ask("save", session));
  }

  async #ask(what, session) {
    try {
      const text = await this.#options.tokenStore?.[what](session);
      return [0, typeof text === "string" ? text : undefined];
    } catch {
      return [-1];
    }
  }

  session(event, detail) {
    // The engine is in the middle of something: the listener may call it, but not from in here.
    queueMicrotask(() => guarded(this.#options.onSession, { event, detail }));
  }
}

const cancelled = () => failure("cancelled", "the caller gave the call up");

/** Calls a listener. What it throws is its own matter and ends nothing here. */
function guarded(listener, value) {
  try {
    listener?.(value);
  } catch (error) {
    (globalThis.reportError ?? console.error)(error);
  }
}
