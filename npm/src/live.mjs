// Live events: one connection for all subscriptions of a client, open while there is one.

import { failure } from "./error.mjs";
import { Queue, lagged, tell } from "./queue.mjs";
import { typed } from "./response.mjs";
import { onAbort } from "./signal.mjs";

export class Live {
  #follow;
  #subscriptions = new Set();
  #stop;

  /** `follow` opens the connection: it tells a follower what comes and resolves to what ends it. */
  constructor(follow) {
    this.#follow = follow;
  }

  subscribe(choose, onItem, options) {
    const subscription = new LiveSubscription(choose, onItem, options ?? {}, () => this.#leave(subscription));
    if (options?.signal?.aborted) return subscription;
    this.#subscriptions.add(subscription);
    if (!this.#stop) this.#open();
    return subscription;
  }

  #open() {
    const subscriptions = this.#subscriptions;
    // Whoever subscribes after this connection has ended gets another one, of which this knows nothing.
    const ends = (error) => {
      if (this.#subscriptions !== subscriptions) return;
      this.#subscriptions = new Set();
      this.#stop = undefined;
      for (const subscription of subscriptions) subscription.end(error);
    };
    const part = (text) => {
      const event = JSON.parse(text);
      for (const subscription of [...subscriptions]) subscription.take(event);
    };
    let over = false;
    let stop = () => (over = true);
    this.#stop = () => stop();
    this.#follow({ part, done: () => ends(), failed: ends }).then(
      (end) => (over ? end() : (stop = end)),
      (error) => ends(typed(error)),
    );
  }

  #leave(subscription) {
    this.#subscriptions.delete(subscription);
    if (this.#subscriptions.size === 0) {
      this.#stop?.();
      this.#stop = undefined;
      this.#subscriptions = new Set();
    }
  }

  /** Ends all subscriptions. */
  close() {
    for (const subscription of [...this.#subscriptions]) subscription.unsubscribe();
  }
}

/** What somebody wants to hear. */
class LiveSubscription {
  /** Resolves once nothing comes any more: to the error that ended it, or to nothing. */
  closed;
  #choose;
  /** Whether it takes only some of the events. */
  #part;
  #onItem;
  #onError;
  #queue;
  #leave;
  #close;
  #deaf = () => {};

  constructor(choose, onItem, { onError, signal, part }, leave) {
    this.closed = new Promise((resolve) => (this.#close = resolve));
    this.#choose = choose;
    this.#onItem = onItem;
    this.#onError = onError;
    this.#leave = leave;
    this.#part = part;
    if (!onItem) this.#queue = new Queue(() => this.unsubscribe());
    if (signal?.aborted) this.end();
    else this.#deaf = onAbort(signal, () => this.unsubscribe());
  }

  /** Takes what it wants of an event. */
  take(event) {
    // Whoever takes only some would not notice that others are missing.
    if (event.kind === "resync" && this.#part) {
      this.#leave();
      this.end(failure("conflict", "events were missed that the server no longer keeps: read again what is shown"));
      return;
    }
    const item = this.#choose(event);
    if (item === undefined) return;
    if (this.#onItem) tell(this.#onItem, item);
    else if (!this.#queue.push(item)) {
      this.#leave();
      this.end(lagged());
    }
  }

  end(error) {
    this.#deaf();
    this.#queue?.close(error);
    if (error) tell(this.#onError, error);
    this.#close(error);
  }

  /** Hears no more. The connection closes with the last subscription. */
  unsubscribe() {
    this.#leave();
    this.end();
  }

  [Symbol.asyncIterator]() {
    if (!this.#queue) throw failure("invalid", "a subscription with a listener is not iterated over");
    return this.#queue[Symbol.asyncIterator]();
  }
}
