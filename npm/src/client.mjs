// The client without any operation: each call brings its own.

import { Core, initSync } from "../pkg/avalo.js";
import module from "../pkg/avalo.wasm";
import { AvaloError } from "./error.mjs";
import { Host } from "./host.mjs";

/**
 * A client of the Avalo API that knows no operation by itself: a page loads the rows that it calls
 * and no others. Nothing is compiled or sent before the first call.
 */
export class AvaloClient {
  #options;
  #engine;

  /**
   * `endpoint` is where the API is. Further: `timeout` in milliseconds, `retryAttempts`,
   * `requestsPerMinute`, `tokenStore` (`load`, `save`, `clear`), `onSession`, `fetch`.
   */
  constructor(options) {
    this.#options = options;
  }

  #start() {
    initSync({ module: Uint8Array.from(atob(module), (letter) => letter.charCodeAt(0)) });
    const { endpoint, timeout, retryAttempts, requestsPerMinute, dangerouslyAllowHttp = false } = this.#options;
    const host = new Host(this.#options);
    host.core = new Core(host, endpoint, timeout, retryAttempts, requestsPerMinute, dangerouslyAllowHttp);
    return host;
  }

  /** The user who is signed in, if there is one. */
  get userId() {
    return this.#engine?.core.userId;
  }

  /**
   * Calls the operation of a row such as `feedGetFeed` from `@avalo/sdk/operations` and resolves to
   * its answer.
   *
   * `timeout` is in milliseconds, waits and retries included; aborting `signal` ends the call and
   * the exchange that is under way. Rejects with an `AvaloError`.
   */
  async callRow(row, params = {}, { timeout, idempotencyKey, signal } = {}) {
    const { core } = (this.#engine ??= this.#start());
    const json = JSON.stringify(params);
    const begin = (number) => core.call(number, `${row}`, json, timeout, idempotencyKey);
    const text = await this.#engine.wait(begin, signal);
    try {
      return text ? JSON.parse(text) : null;
    } catch {
      throw new AvaloError({ kind: "decode", message: `${row}: the answer is no JSON` });
    }
  }

  /** Ends the session on this device at once, without the server. */
  async signOut() {
    this.#engine ??= this.#start();
    await this.#engine.wait((number) => this.#engine.core.signOut(number));
  }
}
