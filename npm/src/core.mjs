// An instance of the module: numbers and text pass, as avalo-sdk-wasm/src/abi.rs has it.

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The engine of one client. Whatever it throws is a trap. */
export class Core {
  #exports;
  #bytes = new Uint8Array();
  #user;

  /** An engine that asks this host. What is not given is as in Rust. */
  constructor(module, host, endpoint, timeout, retries, requests, allowHttp) {
    const text = (at, length) => (at === 0 ? undefined : this.#read(at, length));
    // Names of headers and methods are part of the module: they stay where they are.
    const names = new Map();
    const name = (at, length) => {
      const key = at * 256 + length;
      return names.get(key) ?? names.set(key, this.#read(at, length)).get(key);
    };
    const imports = {
      header: (a, b, c, d) => host.header(name(a, b), text(c, d)),
      send: (work, a, b, c, d, e, f, limit) => host.send(work, name(a, b), text(c, d), text(e, f), limit),
      find: (exchange, a, b) => this.#write(host.find(exchange, text(a, b))),
      moment: (exchange, a, b) => host.moment(exchange, text(a, b)),
      text: (exchange) => void this.#write(host.text(exchange)),
      save: (work, a, b) => host.save(work, text(a, b)),
      session: (a, b, c, d) => {
        const event = text(a, b);
        if (event === "user") this.#user = text(c, d);
        else host.session(event, text(c, d));
      },
      part: (call, a, b) => host.part(call, text(a, b)),
      answer: (call, a, b, exchange) => host.answer(call, text(a, b) ?? host.text(exchange)),
      refuse: (call, a, b, c, d, e, f, g, h, status, wait) =>
        host.refuse(call, text(a, b), text(c, d), text(e, f), status || undefined, wait >= 0 ? wait : undefined, text(g, h)),
      pull: (work, exchange) => host.pull(work, exchange),
      sleep: (work, ms) => host.sleep(work, ms),
      load: (work) => host.load(work),
      cancel: (work) => host.cancel(work),
      monotonic: () => performance.now(),
      now: () => Date.now(),
      random: () => crypto.getRandomValues(new Uint32Array(1))[0],
    };
    this.#exports = new WebAssembly.Instance(module, { host: imports }).exports;
    this.#write(endpoint);
    this.#exports.start(timeout ?? -1, retries ?? -1, requests ?? -1, allowHttp ? 1 : 0);
  }

  /** The memory, which is another one after it grew. */
  #memory() {
    if (this.#bytes.length === 0) this.#bytes = new Uint8Array(this.#exports.memory.buffer);
    return this.#bytes;
  }

  #read(at, length) {
    return decoder.decode(this.#memory().subarray(at, at + length));
  }

  /** Writes a text, if there is one, and returns whether there is. */
  #write(text) {
    if (text === undefined) return 0;
    // Most texts are short and plain, and faster by hand.
    const { length } = text;
    if (length < 512 && !/[^\0-\x7f]/.test(text)) {
      const at = this.#exports.room(length);
      const memory = this.#memory();
      for (let index = 0; index < length; index++) memory[at + index] = text.charCodeAt(index);
      return 1;
    }
    const bytes = encoder.encode(text);
    const at = this.#exports.room(bytes.length);
    this.#memory().set(bytes, at);
    return 1;
  }

  #begin(how, number, row, params, timeout, key, fresh) {
    this.#write(row);
    this.#write(params);
    this.#exports[how](number, timeout ?? -1, this.#write(key), fresh ? 1 : 0);
  }

  /** Calls the operation of a row as the call of this number. What is `fresh` is not taken from what was kept. */
  call(number, row, params, timeout, key, fresh) {
    this.#begin("call", number, row, params, timeout, key, fresh);
  }

  /** The same for a row whose answer comes in parts. */
  stream(number, row, params, timeout, key) {
    this.#begin("stream", number, row, params, timeout, key);
  }

  /** Listens to the events of a row. */
  listen(number, row) {
    this.#begin("stream", number, row, "");
  }

  signOut(number) {
    this.#exports.sign_out(number);
  }

  giveUp(number) {
    this.#exports.give_up(number);
  }

  /** Says what became of work: a code, negative for a failure, and text if there is some. */
  settle(work, code, text) {
    this.#exports.settle(work, code, this.#write(text));
  }

  /** The user who is signed in, if there is one. */
  get userId() {
    this.#user = undefined;
    try {
      this.#exports.user();
    } catch {
      // It broke; what it knew is not to be trusted.
    }
    return this.#user;
  }
}
