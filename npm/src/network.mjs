// Exchanges by `fetch`, as the engine asks for them.

/** Why there is no answer. What was lost may come at another try. */
const LOST = 0;
const TOO_LARGE = 1;
const NO_PIECES = 2;

export class Network {
  #options;
  #headers = [];
  /** What ends an exchange, by its number, from its beginning to the end of its body. */
  #ends = new Map();
  /** What reads on in the body of an answer that comes in pieces. */
  #bodies = new Map();

  constructor(options) {
    this.#options = options;
  }

  /** A header of the request that is sent next. */
  header(name, value) {
    this.#headers.push([name, value]);
  }

  /** Sends a request. A negative limit leaves the body of a success to be pulled, piece by piece. */
  async send(exchange, method, url, body, limit) {
    const headers = this.#headers;
    this.#headers = [];
    const controller = new AbortController();
    this.#ends.set(exchange, () => controller.abort());
    try {
      const fetch = this.#options.fetch ?? globalThis.fetch;
      if (typeof fetch !== "function") throw refusal("there is no fetch here: give one as an option");
      // The engine alone decides where tokens go and what is used again.
      const always = { credentials: "omit", cache: "no-store", redirect: "manual" };
      const response = await fetch(url, { method, headers, body, signal: controller.signal, ...always });
      const { status } = response;
      const header = (name) => response.headers.get(name) ?? undefined;
      // Beyond the one form of HTTP, what `Date` reads differs from engine to engine.
      const moment = (name) => (/ GMT$/.test(header(name)) ? Date.parse(header(name)) : NaN);
      if (limit < 0 && response.ok) {
        if (!response.body?.getReader) throw refusal("this fetch gives no answer in pieces, so there are no live events", NO_PIECES);
        this.#bodies.set(exchange, pieces(response.body));
        return { status, header, moment };
      }
      const most = limit < 0 ? 65536 : limit;
      const tooLarge = () => refusal(`the answer has more than ${most} bytes`, TOO_LARGE);
      if (header("content-length") > most) throw tooLarge();
      const text = await response.text();
      if (text.length > most) throw tooLarge();
      this.#ends.delete(exchange);
      return { status, text, header, moment };
    } catch (error) {
      this.close(exchange);
      throw refusal(error?.message ?? error, error?.reason);
    }
  }

  /** The next piece of the body of an exchange, or nothing at its end. */
  async pull(exchange) {
    try {
      return await this.#bodies.get(exchange)?.();
    } catch (error) {
      throw refusal(error?.message ?? error);
    }
  }

  /** Ends an exchange, wherever it is. */
  close(exchange) {
    this.#ends.get(exchange)?.();
    this.#ends.delete(exchange);
    this.#bodies.delete(exchange);
  }
}

const refusal = (message, reason = LOST) => ({ message: `${message}`, reason });

/** A body as text, a piece for each call. */
function pieces(body) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  return async () => {
    const { done, value } = await reader.read();
    return done ? undefined : decoder.decode(value, { stream: true });
  };
}
