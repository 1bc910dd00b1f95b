// Exchanges by `fetch`, as the engine asks for them.

/** Why there is no answer. What was lost may come at another try. */
const LOST = -1;
const TOO_LARGE = -2;
const NO_PIECES = -3;

/** The most that is read of what is no success of a stream. */
const ERROR_LIMIT = 65_536;

export class Network {
  #options;
  #headers = [];
  /** Exchanges from their beginning until the engine forgets them. */
  #exchanges = new Map();

  constructor(options) {
    this.#options = options;
  }

  /** A header of the request that is sent next. */
  header(name, value) {
    this.#headers.push([name, value]);
  }

  /** Sends a request: its status, or why there is no answer. */
  async send(number, method, url, body, limit) {
    const headers = this.#headers;
    this.#headers = [];
    const controller = new AbortController();
    const exchange = { end: () => controller.abort() };
    this.#exchanges.set(number, exchange);
    try {
      const fetch = this.#options.fetch ?? globalThis.fetch;
      if (typeof fetch !== "function") throw new Error("there is no fetch here: give one as an option");
      // The engine alone decides where tokens go and what is used again.
      const always = { credentials: "omit", cache: "no-store", redirect: "manual" };
      const response = await fetch(url, { method, headers, body, signal: controller.signal, ...always });
      exchange.headers = response.headers;
      if (limit < 0 && response.ok) {
        if (!response.body?.getReader) throw refusal("this fetch gives no answer in pieces", NO_PIECES);
        const reader = response.body.getReader();
        exchange.read = pieces(reader);
        exchange.end = () => {
          controller.abort();
          // A fetch of the caller's own may not have heard of it.
          reader.cancel().catch(() => {});
        };
        if (controller.signal.aborted) exchange.end();
      } else {
        const most = limit < 0 ? ERROR_LIMIT : limit;
        const tooLarge = () => refusal(`the answer has more than ${most} bytes`, TOO_LARGE);
        if (response.headers.get("content-length") > most) throw tooLarge();
        exchange.text = await response.text();
        if (exchange.text.length > most) throw tooLarge();
        exchange.end = undefined;
      }
      return [response.status];
    } catch (error) {
      controller.abort();
      return lost(error);
    }
  }

  /** The next piece of a body, or nothing at its end. */
  async pull(number) {
    try {
      return [0, await this.#exchanges.get(number)?.read()];
    } catch (error) {
      return lost(error);
    }
  }

  /** The body of an answer. */
  text(number) {
    return this.#exchanges.get(number)?.text ?? "";
  }

  /** A header of an answer. */
  find(number, name) {
    return this.#exchanges.get(number)?.headers.get(name) ?? undefined;
  }

  /** Forgets an exchange, and ends it if it is under way. */
  close(number) {
    const exchange = this.#exchanges.get(number);
    this.#exchanges.delete(number);
    exchange?.end?.();
  }

  /** Ends everything. */
  end() {
    for (const number of [...this.#exchanges.keys()]) this.close(number);
  }
}

const refusal = (message, code) => Object.assign(new Error(message), { refusal: code });

const lost = (error) => [error?.refusal ?? LOST, `${error?.message ?? error}`];

/** A body as text, a piece for each call. */
function pieces(reader) {
  const decoder = new TextDecoder();
  return async () => {
    const { done, value } = await reader.read();
    return done ? undefined : decoder.decode(value, { stream: true });
  };
}
