// The untyped client: every operation by its id.

import { AvaloClient } from "./client.mjs";
import { AvaloError } from "./error.mjs";
import { operations } from "./generated/operations.mjs";

/** A client of the Avalo API with all operations. */
export class AvaloCore extends AvaloClient {
  /**
   * Calls an operation such as `feed.getFeed` and resolves to its answer.
   *
   * `timeout` is in milliseconds, waits and retries included; aborting `signal` ends the call and
   * the exchange that is under way. Rejects with an `AvaloError`.
   */
  async call(operation, params, options) {
    const row = operations.find((row) => row.startsWith(`${operation} `));
    if (row) return this.callRow(row, params, options);
    const message = `${operation} is no operation; one is called chat.sendMessage`;
    throw new AvaloError({ kind: "invalid", message });
  }
}
