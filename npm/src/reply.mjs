// An answer that comes in parts: a companion's words as they are written.

import { failure } from "./error.mjs";
import { Queue, lagged, tell } from "./queue.mjs";
import { typed } from "./response.mjs";
import { onAbort } from "./signal.mjs";

/** The parts of an answer, and the whole of it. It is asked for at once. */
export class Reply {
  /** Resolves to the whole, or to why there is none. Never rejects. */
  response;
  #onDelta;
  #queue;
  #stop = () => {};
  #settle;

  constructor(onDelta, options, follow) {
    const signal = options?.signal;
    this.response = new Promise((resolve) => (this.#settle = resolve));
    this.#onDelta = onDelta;
    if (!onDelta) this.#queue = new Queue(() => this.cancel());
    if (signal?.aborted) return this.cancel();
    this.response.then(onAbort(signal, () => this.cancel()));
    let over = false;
    this.#stop = () => (over = true);
    const follower = {
      part: (text) => this.#take(text),
      done: (text) => this.#end({ success: true, data: JSON.parse(text) }),
      failed: (error) => this.#fail(error),
    };
    follow(follower).then(
      (end) => (over ? end() : (this.#stop = end)),
      (error) => this.#fail(typed(error)),
    );
  }

  #take(delta) {
    if (this.#onDelta) tell(this.#onDelta, delta);
    else if (!this.#queue.push(delta)) {
      this.#stop();
      this.#fail(lagged());
    }
  }

  #fail(error) {
    this.#end({ success: false, error });
  }

  #end(response) {
    this.#queue?.close(response.error);
    this.#settle(response);
  }

  /** Closes the connection. A message that was sent by then stays sent, and paid. */
  cancel() {
    this.#stop();
    this.#fail(failure("cancelled", "the caller gave the call up"));
  }

  [Symbol.asyncIterator]() {
    if (!this.#queue) throw failure("invalid", "a reply with a listener is not iterated over");
    return this.#queue[Symbol.asyncIterator]();
  }
}
