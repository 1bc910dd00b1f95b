// What the engine asks of the machine, in the JavaScript of any machine: see `Host` in avalo-sdk-wasm.

import { AvaloError } from "./error.mjs";

export class Host {
  /** The engine, which hears what became of its work. */
  core;
  #options;
  /** Who waits for the answer to a call, by its number. */
  #calls = new Map();
  /** What ends a piece of work, by its number. */
  #works = new Map();
  #headers = [];
  #last = 0;
  #broken;

  constructor(options) {
    this.#options = options;
  }

  /** Begins a call, given its number, and waits for its answer. */
  wait(begin, signal) {
    if (this.#broken) return Promise.reject(this.#broken);
    return new Promise((resolve, reject) => {
      const call = (this.#last = (this.#last + 1) >>> 0 || 1);
      const giveUp = () => {
        this.core.giveUp(call);
        this.refuse(call, "cancelled", undefined, "the caller gave the call up");
      };
      if (signal?.aborted) {
        return reject(new AvaloError({ kind: "cancelled", message: "the caller gave the call up" }));
      }
      signal?.addEventListener("abort", giveUp);
      this.#calls.set(call, { resolve, reject, forget: () => signal?.removeEventListener("abort", giveUp) });
      begin(call);
    });
  }

  #close(call) {
    const waiting = this.#calls.get(call);
    this.#calls.delete(call);
    waiting?.forget();
    return waiting;
  }

  answer(call, text) {
    this.#close(call)?.resolve(text);
  }

  refuse(call, kind, code, message, statusCode, retryAfter, requestId) {
    const error = new AvaloError({ kind, code, message, statusCode, retryAfter, requestId });
    // Number 0 is no call: the engine could not be set up.
    if (call === 0) this.#broken = error;
    else this.#close(call)?.reject(error);
  }

  /** Ends everything that is under way with this error, and whatever would begin later. */
  end(error) {
    this.#broken = error;
    for (const call of [...this.#calls.keys()]) {
      this.core.giveUp(call);
      this.#close(call)?.reject(error);
    }
  }

  #begin(work, promise, end) {
    this.#works.set(work, end);
    const settle = (done) => (value) => this.#works.delete(work) && this.core.settle(work, done, value);
    promise.then(settle(true), settle(false));
  }

  cancel(work) {
    const end = this.#works.get(work);
    this.#works.delete(work);
    end?.();
  }

  header(name, value) {
    this.#headers.push([name, value]);
  }

  send(work, method, url, body, limit) {
    const controller = new AbortController();
    const headers = this.#headers;
    this.#headers = [];
    const request = { method, headers, body, signal: controller.signal };
    this.#begin(work, this.#exchange(url, request, limit), () => controller.abort());
  }

  async #exchange(url, request, limit) {
    try {
      const fetch = this.#options.fetch ?? globalThis.fetch;
      // The engine alone decides where tokens go and what is used again.
      const response = await fetch(url, { ...request, credentials: "omit", cache: "no-store", redirect: "manual" });
      const text = await response.text();
      if (text.length > limit) throw { message: `the answer has more than ${limit} characters`, tooLarge: true };
      const header = (name) => response.headers.get(name) ?? undefined;
      // Beyond the one form of HTTP, what `Date` reads differs from engine to engine.
      const moment = (name) => (/ GMT$/.test(header(name)) ? Date.parse(header(name)) : NaN);
      return { status: response.status, text, header, moment };
    } catch (error) {
      throw { message: String(error?.message ?? error), tooLarge: error?.tooLarge === true };
    }
  }

  sleep(work, ms) {
    // A longer wait than 24 days does not fit into a timer.
    const timer = setTimeout(() => this.#works.delete(work) && this.core.settle(work, true), Math.min(ms, 0x7fffffff));
    this.#works.set(work, () => clearTimeout(timer));
  }

  load(work) {
    this.#begin(work, this.#ask("load"));
  }

  save(work, session) {
    this.#begin(work, session === undefined ? this.#ask("clear") : this.#ask("save", session));
  }

  async #ask(what, session) {
    return this.#options.tokenStore?.[what](session);
  }

  monotonic() {
    return performance.now();
  }

  now() {
    return Date.now();
  }

  random() {
    return crypto.getRandomValues(new Uint32Array(1))[0];
  }

  session(event, detail) {
    // The engine is in the middle of something: the listener may call it, but not from in here.
    queueMicrotask(() => this.#options.onSession?.({ event, detail }));
  }
}
