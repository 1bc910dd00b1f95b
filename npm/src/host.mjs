// What the engine asks of the machine, in the JavaScript of any machine: see `Host` in avalo-sdk-wasm.

import { AvaloError } from "./error.mjs";

/** A promise that someone else may settle, and what ends the work behind it. */
function work(done, cancel) {
  return { done, cancel };
}

export class Host {
  #fetch;
  #store;
  #onSession;

  constructor({ fetch, tokenStore, onSession }) {
    this.#fetch = fetch;
    this.#store = tokenStore;
    this.#onSession = onSession;
  }

  send(method, url, pairs, body, limit) {
    const controller = new AbortController();
    const exchange = this.#exchange(method, url, pairs, body, limit, controller.signal);
    return work(exchange, () => controller.abort());
  }

  async #exchange(method, url, pairs, body, limit, signal) {
    const headers = [];
    for (let at = 0; at < pairs.length; at += 2) headers.push([pairs[at], pairs[at + 1]]);
    try {
      // A browser takes no options object apart for being too plain, and the SDK's word on cookies,
      // caches and redirects is always no.
      const fetch = this.#fetch ?? globalThis.fetch;
      const options = { method, headers, body, signal, credentials: "omit", cache: "no-store", redirect: "manual" };
      const response = await fetch(url, options);
      const text = await response.text();
      if (text.length > limit) throw { message: `the answer has more than ${limit} characters`, tooLarge: true };
      return {
        status: response.status,
        text,
        header: (name) => response.headers.get(name) ?? undefined,
      };
    } catch (error) {
      throw { message: String(error?.message ?? error), tooLarge: Boolean(error?.tooLarge) };
    }
  }

  sleep(ms) {
    let timer, wake;
    const done = new Promise((resolve) => {
      wake = resolve;
      // A longer wait than 24 days does not fit into a timer.
      timer = setTimeout(resolve, Math.min(ms, 0x7fffffff));
    });
    return work(done, () => (clearTimeout(timer), wake()));
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

  load() {
    return work(this.#ask("load"), () => {});
  }

  save(session) {
    return work(session === undefined ? this.#ask("clear") : this.#ask("save", session), () => {});
  }

  async #ask(what, session) {
    return this.#store?.[what](session);
  }

  session(event, detail) {
    // The engine is in the middle of something: the listener may call it, but not from in here.
    if (this.#onSession) queueMicrotask(() => this.#onSession({ event, detail }));
  }

  failure(kind, code, message, statusCode, retryAfter, requestId) {
    return new AvaloError({ kind, code, message, statusCode, retryAfter, requestId });
  }
}

/** What tells the engine that `signal` was aborted. */
export function givenUp(signal) {
  let give;
  const done = new Promise((resolve) => (give = resolve));
  signal.addEventListener("abort", give, { once: true });
  return work(done, () => (signal.removeEventListener("abort", give), give()));
}
