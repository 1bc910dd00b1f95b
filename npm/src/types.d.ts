import type { FeedApi, Handles } from "./generated/handles.js";
import type * as t from "./generated/types.js";

/** One of these names, or one that a later version of the API has. */
export type Open<Name extends string> = Name | (string & {});

/** What sort of failure it is, the same in every language. */
export type ErrorKind =
  /** The request is wrong: a field, an identifier, a number. Sending it again will not help. */
  | "invalid"
  /** Nobody is signed in, or the session has ended. */
  | "unauthenticated"
  /** The caller may not do this. */
  | "forbidden"
  /** There is no such thing. */
  | "not_found"
  /** The current state does not allow this. */
  | "conflict"
  /** Too few tokens, or a payment was declined. */
  | "payment"
  /** Too many requests; `retryAfter` says when there is room again. */
  | "rate_limited"
  /** The server was not reached, or its answer was lost. */
  | "network"
  /** The time that the call was given is over. */
  | "timeout"
  /** The caller ended the call. */
  | "cancelled"
  /** The server failed. */
  | "server"
  /** The answer is not what the contract promises. */
  | "decode"
  /** The SDK was set up with something that cannot work. */
  | "config"
  /** WebAssembly is switched off here: by a Content-Security-Policy without `'wasm-unsafe-eval'`, or by lockdown mode. */
  | "wasm_unavailable"
  /** The SDK itself failed. The next call works on a new engine. */
  | "internal";

/** Why a call failed. Decide by `kind`, or by `code` where the server's word matters. */
export declare class AvaloError extends Error {
  readonly name: "AvaloError";
  /** What sort of failure it is. */
  readonly kind: ErrorKind;
  /** The server's word, or the kind if no server said one. */
  readonly code: Open<t.ProblemCode | ErrorKind>;
  /** The HTTP status, if the server answered. */
  readonly statusCode?: number;
  /** In how many seconds another try makes sense. */
  readonly retryAfter?: number;
  /** The request, as the server's log names it. */
  readonly requestId?: string;
  /** What is worth logging. It holds no token, no body and no query. */
  toJSON(): Record<string, unknown>;
}

/** What a call resolves to. It never rejects. */
export type ApiResponse<T> =
  | { readonly success: true; readonly data: T; readonly error?: undefined }
  | { readonly success: false; readonly error: AvaloError; readonly data?: undefined };

/** The data of a response, or its `AvaloError` thrown. */
export declare function unwrap<T>(response: ApiResponse<T> | PromiseLike<ApiResponse<T>>): Promise<T>;

/** How one call differs from the others. */
export interface CallOptions {
  /** Aborting it ends the call and the exchange that is under way; the call fails as `cancelled`. */
  signal?: AbortSignal;
  /** The time that the call may take, in milliseconds, waits and retries included; the client's own if absent. */
  timeout?: number;
  /** A key of the caller's own, 1 to 255 characters. Calls with the same key are carried out once. */
  idempotencyKey?: string;
  /** Asks the server even where an answer is kept, and for no less than what is true after this call began. */
  fresh?: boolean;
}

/** How a subscription is set up. */
export interface SubscribeOptions {
  /** Hears what ended the subscription, if it was not unsubscribed. */
  onError?: (error: AvaloError) => void;
  /** Aborting it unsubscribes. */
  signal?: AbortSignal;
}

/**
 * What arrives by itself. All subscriptions of a client share one connection, which reconnects by itself and goes
 * on after the last event.
 *
 * Without a listener it is iterated over: `for await (const item of subscription)`. Leaving the loop unsubscribes;
 * an error that ends the subscription is thrown there. A reader who lets 1,024 items wait gets a `conflict`.
 */
export interface LiveSubscription<T> extends AsyncIterable<T> {
  /** Hears no more. The connection closes with the last subscription. */
  unsubscribe(): void;
  /** Resolves once nothing comes any more: to the error that ended it, or to nothing. */
  readonly closed: Promise<AvaloError | undefined>;
}

/**
 * An answer that comes in parts. It was asked for when it was made.
 *
 * Without a listener its parts are iterated over; all of them together are the content of the whole.
 */
export interface ReplyStream extends AsyncIterable<string> {
  /** The whole, or why there is none. */
  readonly response: Promise<ApiResponse<t.AiReply>>;
  /** Closes the connection. A message that was sent by then stays sent, and paid. */
  cancel(): void;
}

/** What happened to the session. */
export interface SessionEvent {
  /** `ended` says that the server ended it. */
  event: "signed_in" | "refreshed" | "signed_out" | "ended";
  /** The user who signed in, or the code with which the server ended the session. */
  detail?: string;
}

/** Where a session is kept. Its text means something to the engine only. A store that fails or hangs for 2 s is done without. */
export interface TokenStore {
  /** The text that was saved last, or nothing. */
  load(): string | null | undefined | Promise<string | null | undefined>;
  /** Keeps a text in place of the one before. */
  save(session: string): unknown;
  /** Forgets the text. */
  clear(): unknown;
}

/** How a client is set up. */
export interface AvaloOptions {
  /** Where the API is: `https://api.avalo.app`, or in a browser a path such as `/api`. */
  apiEndpoint: string;
  /** The time that a call may take, in milliseconds, waits and retries included. 90,000 if absent. */
  timeout?: number;
  /** How often a request that may be repeated is sent again. 3 if absent. */
  retryAttempts?: number;
  /** How many requests go in any 60 seconds, retries included. 100 if absent. */
  requestsPerMinute?: number;
  /** Where the session is kept. In memory if absent. */
  tokenStore?: TokenStore;
  /** Hears what happens to the session. It may call the SDK. */
  onSession?: (event: SessionEvent) => void;
  /** Used in place of the global `fetch`. */
  fetch?: typeof globalThis.fetch;
  /**
   * Where `@avalo/sdk/core.wasm` is hosted, or the module compiled from it. Only `@avalo/sdk/slim` needs it, which
   * is the same without the module inside.
   */
  wasm?: string | URL | object;
  /** Lets tokens travel unencrypted to hosts that are not this machine. For development only. */
  dangerouslyAllowHttp?: boolean;
}

/** A file to upload. */
export interface UploadFile {
  /** What it is for. The purpose sets the largest size. */
  kind: t.UploadKind;
  /** The bytes. */
  file: Blob;
  /** Its name; that of a `File` if absent. */
  filename?: string;
  /** Its media type, such as `image/jpeg`; that of the `Blob` if absent. */
  contentType?: string;
}

/** How an upload is done. */
export interface UploadOptions extends CallOptions {
  /** Hears how many bytes have left. In a page with a `fetch` of its own there is nothing to hear. */
  onProgress?: (progress: { loaded: number; total: number }) => void;
}

/**
 * A client of the Avalo API that knows no operation by itself: a page loads those that it calls and no others.
 *
 * ```ts
 * import { AvaloClient } from "@avalo/sdk";
 * import { getFeed } from "@avalo/sdk/feed";
 * const client = new AvaloClient({ apiEndpoint: "/api" });
 * const page = await getFeed(client, { limit: 20 });
 * ```
 *
 * Making one does nothing else: the engine is compiled by the first call.
 */
export declare class AvaloClient {
  constructor(options: AvaloOptions);
  /** The user who is signed in, if there is one. It is known from `restore` or the first call on. */
  readonly userId: string | undefined;
  /**
   * Looks into the store whose session it holds, for a page that must know before it calls anything: the user's id,
   * or null. Nothing is sent; whether the server still accepts the session, the first call says.
   */
  restore(): Promise<ApiResponse<string | null>>;
  /**
   * Tells what happens to the session from now on, as the option of this name does. The listener may call the SDK.
   * Returns what ends that.
   */
  onSession(listener: (event: SessionEvent) => void): () => void;
  /** Where the API is. */
  readonly endpoint: string;
  /**
   * Everything that happens to the user, as it happens. An event of the kind `resync` says that events were missed
   * which the server no longer has: read again what is shown.
   */
  events(onEvent?: (event: t.Event) => void, options?: SubscribeOptions): LiveSubscription<t.Event>;
  /** Ends the session on this device at once, without the server. */
  signOut(): Promise<ApiResponse<null>>;
  /** Gives up whatever is under way; later calls fail as `cancelled`. The session stays where it is kept. */
  dispose(): void;
}

/** What JavaScript adds to the feed. */
export interface Uploads {
  /**
   * Uploads a file and answers the address to use in a post, a story, a profile or a message. The bytes are sent
   * once: a connection that breaks, or over which nothing moves for 60 s, is an error of the kind `network`, and
   * another call starts anew. Without a `timeout` they may take as long as they move.
   */
  upload(file: UploadFile, options?: UploadOptions): Promise<ApiResponse<string>>;
}

/** What `sdk.feed.upload` does, for a client that loads only what it uses. */
export declare function upload(
  client: AvaloClient,
  file: UploadFile,
  options?: UploadOptions,
): Promise<ApiResponse<string>>;

/**
 * A client of the Avalo API with its ten domains.
 *
 * ```ts
 * const sdk = new AvaloSDK({ apiEndpoint: "https://api.avalo.app" });
 * const response = await sdk.feed.getFeed({ limit: 20 });
 * if (response.success) console.log(response.data.posts.length);
 * else console.error(response.error.code, response.error.message);
 * ```
 */
export declare class AvaloSDK extends AvaloClient {}
export interface AvaloSDK extends Handles {
  /** Posts, comments, stories and the media in them. */
  readonly feed: FeedApi & Uploads;
}

/** A session in the browser, for all tabs of one origin: in `localStorage`, or another `Storage`. */
export declare function browserStore(options?: {
  /** Under which name; `avalo.session` if absent. */
  key?: string;
  /** In place of `localStorage`. */
  storage?: BrowserStorage;
}): TokenStore;

/** What `localStorage` and `sessionStorage` do. */
export interface BrowserStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** A session in memory, shared by the clients that are given the store. */
export declare function memoryStore(session?: string): TokenStore;

/** Cookies of a server that renders pages: what `await cookies()` of Next.js gives, and its like elsewhere. */
export interface Cookies {
  /** The value of a cookie, by itself or in an object. */
  get(name: string): string | { value: string } | undefined;
  /** Sets a cookie. It may throw where cookies are read only. */
  set(name: string, value: string, attributes: CookieAttributes): unknown;
}

/** What a browser is told about a cookie. */
export interface CookieAttributes {
  httpOnly?: boolean;
  secure?: boolean;
  sameSite?: "lax" | "strict" | "none";
  path?: string;
  domain?: string;
  /** In seconds. */
  maxAge?: number;
}

/**
 * A session in a cookie that scripts do not see, for servers that render pages: `avalo-session`, for 30 days,
 * `httpOnly`, `secure` and `lax` if nothing else is said. Where cookies may only be read, as in a server component,
 * the session is kept in the store for as long as that lives.
 */
export declare function cookieStore(cookies: Cookies, options?: CookieAttributes & { name?: string }): TokenStore;
