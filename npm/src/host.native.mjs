// The host of an engine that has a machine of its own: what is left of its work here is the session.

import { Host as Whole } from "./host.mjs";

export class Host extends Whole {
  /** Ends everything, and the engine itself, which is no garbage of JavaScript's. */
  end(error) {
    super.end(error);
    this.core.close();
  }
}
