// An engine outside of JavaScript: calls go in by number, and lines come out, as avalo-sdk-ffi/src/engine.rs has it.

/** Engines by number, since one listener hears the lines of all. */
const cores = new Map();
/** The native module that is listened to. */
let heard;
let last = 0;

/** Hears a line: the engine's number, a word, another number and maybe text. */
function hear(line) {
  const at = line.indexOf(" ");
  cores.get(+line.slice(0, at))?.hear(line.slice(at + 1));
}

/** The engine of one client, where `Core` of core.mjs has a module of its own. */
export class Core {
  /** The user who is signed in, if there is one. */
  userId;
  #native;
  #host;
  #engine = ++last;

  constructor(native, host, endpoint, timeout, retryAttempts, requestsPerMinute, dangerouslyAllowHttp) {
    this.#native = native;
    this.#host = host;
    if (heard !== native) native.onTold(hear);
    heard = native;
    cores.set(this.#engine, this);
    const settings = { endpoint, timeout, retryAttempts, requestsPerMinute, dangerouslyAllowHttp };
    native.open(this.#engine, JSON.stringify(settings));
  }

  hear(line) {
    const at = line.indexOf(" ");
    const end = line.indexOf(" ", at + 1);
    const number = +line.slice(at + 1, end < 0 ? undefined : end);
    const text = end < 0 ? undefined : line.slice(end + 1);
    this[`_${line.slice(0, at)}`]?.(number, text);
  }

  _part(call, text) {
    this.#host.part(call, text);
  }

  _answer(call, text) {
    this.#host.answer(call, text);
  }

  _refuse(call, text) {
    const { kind, code, message, statusCode, retryAfter, requestId } = JSON.parse(text);
    this.#host.refuse(call, kind, code, message, statusCode, retryAfter, requestId);
  }

  _load(work) {
    this.#host.load(work);
  }

  _save(work, session) {
    this.#host.save(work, session);
  }

  _clear(work) {
    this.#host.save(work);
  }

  _user(_, id) {
    this.userId = id;
  }

  _session(_, text) {
    const [event, detail] = text.split(" ", 2);
    this.#host.session(event, detail);
  }

  call(number, row, params, timeout, key, fresh) {
    this.#native.call(this.#engine, number, row, params, JSON.stringify({ timeout, key, fresh }));
  }

  stream(number, row, params, timeout, key) {
    this.#native.stream(this.#engine, number, row, params, JSON.stringify({ timeout, key }));
  }

  listen(number, row) {
    this.#native.listen(this.#engine, number, row);
  }

  signOut(number) {
    this.#native.signOut(this.#engine, number);
  }

  giveUp(number) {
    this.#native.giveUp(this.#engine, number);
  }

  settle(work, code, text) {
    this.#native.settle(this.#engine, work, code >= 0, text ?? null);
  }

  close() {
    if (cores.delete(this.#engine)) this.#native.close(this.#engine);
  }
}
