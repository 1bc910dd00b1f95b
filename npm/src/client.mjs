// The client without any operation: each call brings its own.

// First, because the module's text packs best when it is the beginning of the bundle.
import { start } from "./module.mjs";

import { absolute } from "./engine.mjs";
import { failure } from "./error.mjs";
import { EVENTS } from "./generated/events.mjs";
import { Host } from "./host.mjs";
import { Live } from "./live.mjs";
import { checkTimeout } from "./options.mjs";
import { tell } from "./queue.mjs";
import { Reply } from "./reply.mjs";
import { respond, typed } from "./response.mjs";
import { memoryStore, userOf } from "./stores.mjs";
import { topicOf } from "./topics.mjs";

/** The fetch that the caller of a client gave, for what does not pass through the engine. */
export let fetchOf;

/**
 * A client of the Avalo API that knows no operation by itself: a page loads those that it calls and no
 * others. Nothing is compiled or sent before the first call.
 */
export class AvaloClient {
  #options;
  #host;
  #starting;
  #disposed;
  /** Who hears of the session. They stay where they are when another engine takes over. */
  #listeners = new Set();
  /** Whose session it is, as far as that is known without an engine. */
  #stored;
  #live = new Live((follower) => this.#follow(follower));

  static {
    fetchOf = (client) => client.#options.fetch;
  }

  constructor(options) {
    // Kept here and not in the engine alone: another engine has the session too, when one broke.
    this.#options = {
      ...options,
      tokenStore: options?.tokenStore ?? memoryStore(),
      onSession: (event) => this.#tell(event),
    };
    if (options?.onSession) this.onSession(options.onSession);
  }

  /** The engine, made now if there is none or the last one broke. */
  async #engine() {
    if (this.#host?.broken) this.#host = this.#starting = undefined;
    try {
      if (!this.#disposed) this.#host ??= await (this.#starting ??= start(this.#options, Host));
    } catch (error) {
      this.#starting = undefined;
      throw error;
    }
    // It may have been disposed of while the engine started.
    if (this.#disposed) throw disposed();
    return this.#host;
  }

  async #follow(follower) {
    const host = await this.#engine();
    return host.follow((number) => host.core.listen(number, EVENTS), follower);
  }

  #tell(event) {
    // An engine that says so knows, even if it could not read the store; and the next one begins with this.
    if (this.#host) {
      this.#host.loaded = true;
      this.#stored = this.userId;
    }
    for (const { hear } of [...this.#listeners]) tell(hear, event);
  }

  /** Tells what happens to the session from now on. Returns what ends that. */
  onSession(hear) {
    // An object of its own, because a listener may be given twice.
    const listener = { hear };
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** The user who is signed in, if there is one. It is known from `restore` or the first call on. */
  get userId() {
    return this.#host?.loaded ? this.#host.core.userId : this.#stored;
  }

  /** Looks into the store whose session it holds. Nothing is compiled or sent. */
  restore() {
    return respond(async () => {
      if (this.#disposed) throw disposed();
      if (!this.#host?.loaded) {
        const stored = await userOf(this.#options.tokenStore);
        // Somebody may have signed in or out while the store was read.
        if (!this.#host?.loaded) this.#stored = stored;
      }
      return this.userId ?? null;
    });
  }

  /** Where the API is: what was given, with the page's own origin before a path. */
  get endpoint() {
    return absolute(`${this.#options.apiEndpoint ?? ""}`);
  }

  /** Calls the operation of a row: what the functions of `@avalo/sdk/feed` and its like do. */
  call(row, params, options) {
    return respond(async () => {
      const begin = prepare(row, params, options);
      const host = await this.#engine();
      const text = await host.wait((number) => begin(host.core, "call", number), options?.signal);
      try {
        return text ? JSON.parse(text) : null;
      } catch {
        throw failure("decode", `${row.split(" ", 1)}: the answer is no JSON`);
      }
    });
  }

  /** Subscribes to the topic of a row: with its parameters, if it has some, a listener and options. */
  subscribe(row, ...args) {
    const [choose, onItem, options] = topicOf(row, args);
    return this.#live.subscribe(choose, onItem, { ...options, part: true });
  }

  /** Everything that happens to the user, as it happens. */
  events(onEvent, options) {
    return this.#live.subscribe((event) => event, onEvent, options);
  }

  /** Asks for an answer that comes in parts. */
  reply(row, params, onDelta, options) {
    return new Reply(onDelta, options, async (follower) => {
      const begin = prepare(row, params, options);
      const host = await this.#engine();
      return host.follow((number) => begin(host.core, "stream", number), follower);
    });
  }

  /** Ends the session on this device at once, without the server. */
  signOut() {
    return respond(async () => {
      const host = await this.#engine();
      await host.wait((number) => host.core.signOut(number));
      return null;
    });
  }

  /** Gives up whatever is under way; later calls fail as `cancelled`. The session stays where it is kept. */
  dispose() {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#live.close();
    this.#host?.end(disposed());
    this.#host = undefined;
  }
}

const disposed = () => failure("cancelled", "the SDK was disposed of");

/** What a caller gave, checked, as a beginning of the engine's work. */
function prepare(row, params = {}, options) {
  const { timeout, idempotencyKey, fresh = false } = options ?? {};
  checkTimeout(timeout);
  if (idempotencyKey !== undefined && typeof idempotencyKey !== "string") {
    throw failure("invalid", "idempotencyKey is a string");
  }
  let json;
  try {
    json = JSON.stringify(params);
  } catch (error) {
    throw failure("invalid", `the parameters cannot be JSON: ${typed(error).message}`);
  }
  return (core, how, number) => core[how](number, `${row}`, `${json}`, timeout, idempotencyKey, fresh === true);
}
