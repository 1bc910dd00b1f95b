// Items that come by themselves, for a reader who asks for them.

import { failure } from "./error.mjs";

/** How many items wait for a slow reader before it is told that it is too slow. */
const LIMIT = 1024;

/** An async iterable that is fed from outside. */
export class Queue {
  #items = [];
  #readers = [];
  #end;
  #onReturn;

  /** `onReturn` is called when the reader leaves early. */
  constructor(onReturn) {
    this.#onReturn = onReturn;
  }

  /** Gives an item to the reader. Returns whether there was room. */
  push(item) {
    if (this.#end) return true;
    const reader = this.#readers.shift();
    if (reader) reader.resolve({ value: item, done: false });
    else this.#items.push(item);
    return this.#items.length <= LIMIT;
  }

  /** Nothing comes any more: after what is waiting, the reader gets the error, or the end. */
  close(error) {
    if (this.#end) return;
    this.#end = { error };
    for (const reader of this.#readers.splice(0)) this.#finish(reader);
  }

  #finish({ resolve, reject }) {
    const { error } = this.#end;
    this.#end = {};
    if (error) reject(error);
    else resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator]() {
    return {
      next: () =>
        new Promise((resolve, reject) => {
          if (this.#items.length > 0) resolve({ value: this.#items.shift(), done: false });
          else if (this.#end) this.#finish({ resolve, reject });
          else this.#readers.push({ resolve, reject });
        }),
      return: async () => {
        this.close();
        this.#items = [];
        this.#onReturn();
        return { value: undefined, done: true };
      },
    };
  }
}

/** What a reader is told who was too slow. */
export const lagged = () =>
  failure("conflict", `more than ${LIMIT} items waited for their reader: read again what is shown, and subscribe anew`);

/** Calls a listener. What it throws is its own matter and ends nothing here. */
export function tell(listener, value) {
  try {
    listener?.(value);
  } catch (error) {
    (globalThis.reportError ?? console.error)(error);
  }
}
