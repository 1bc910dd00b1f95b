import type {
  ApiResponse,
  AvaloError,
  AvaloOptions,
  AvaloSDK,
  CallOptions,
  Event,
  LiveSubscription,
  SubscribeOptions,
} from "@avalo/sdk";
import type { DependencyList, ReactElement, ReactNode } from "react";

/** What a provider is given: a client, or options to make one of. */
export type AvaloProviderProps = { children?: ReactNode } & (
  | {
      /** A client of the caller's own, who disposes of it, or never does. */
      sdk: AvaloSDK;
      options?: undefined;
    }
  | {
      /** Read once: for a client of other options, give the provider another `key`. */
      options: AvaloOptions;
      sdk?: undefined;
    }
);

/**
 * Gives the components below it a client. One that it makes of options is its own: it is disposed of when the
 * provider is gone for good, and not by what StrictMode does to it.
 */
export declare function AvaloProvider(props: AvaloProviderProps): ReactElement;

/** The client of the provider above. Throws where there is none. */
export declare function useAvalo(): AvaloSDK;

/** How a read is done. */
export interface AvaloQueryOptions {
  /** Whether it is read by itself: when the component appears, and when the key changes. True if absent. */
  enabled?: boolean;
}

/** What has become of a read. */
export interface AvaloQueryResult<T> {
  /** What was read last. It stays while it is read again, and when that fails; another key has data of its own. */
  data: T | undefined;
  /** Why the last attempt failed. */
  error: AvaloError | undefined;
  /** There is nothing to show yet: the first attempt is under way, or about to begin. */
  isLoading: boolean;
  /** Any attempt is under way. */
  isFetching: boolean;
  /**
   * Reads again, from the server and not from what the SDK kept, and answers what came of it. It never rejects. An
   * attempt that is under way is given up.
   */
  refetch: () => Promise<ApiResponse<T>>;
}

/**
 * Reads something when the component appears and when `key` changes.
 *
 * ```ts
 * const { data, error, isLoading } = useAvaloQuery(["feed"], (sdk, options) => sdk.feed.getFeed({ limit: 20 }, options));
 * ```
 *
 * The options carry the signal that gives the read up when the component goes or the key changes; after that nothing
 * is heard of it, in whatever order answers come. On a server nothing is read, and `isLoading` is true. Equal reads
 * of several components at once are one request.
 *
 * @param key whatever the read depends on, as plain data; compared by content.
 */
export declare function useAvaloQuery<T>(
  key: readonly unknown[],
  read: (sdk: AvaloSDK, options: CallOptions) => Promise<ApiResponse<T>>,
  options?: AvaloQueryOptions,
): AvaloQueryResult<T>;

/** What is called when a write is over, whether its component is still there or not. */
export interface AvaloMutationOptions<T, Variables> {
  onSuccess?: (data: T, variables: Variables) => void;
  onError?: (error: AvaloError, variables: Variables) => void;
  onSettled?: (data: T | undefined, error: AvaloError | undefined, variables: Variables) => void;
}

/** What has become of the last `mutate`, and how to call it. The functions are the same at each render. */
export interface AvaloMutationResult<T, Variables> {
  /** Writes. It never throws. */
  mutate: (variables: Variables) => void;
  /** Writes, and resolves to the data or rejects with the `AvaloError`. */
  mutateAsync: (variables: Variables) => Promise<T>;
  data: T | undefined;
  error: AvaloError | undefined;
  /** With what it was called last. */
  variables: Variables | undefined;
  isPending: boolean;
  /** Forgets data and error. What is under way goes on, unseen. */
  reset: () => void;
}

/**
 * Writes something when `mutate` is called.
 *
 * ```ts
 * const tip = useAvaloMutation((sdk, amount: number, options) =>
 *   sdk.payments.sendTip({ recipientId, amount }, options),
 * );
 * <button onClick={() => tip.mutate(10)} disabled={tip.isPending}>
 * ```
 *
 * Each `mutate` has one idempotency key, which the options carry to one call. While a write is under way, a `mutate`
 * with equal variables joins it, so that a double click pays once; with other variables it is another write. Data
 * and error are those of the last. A write goes on when its component goes.
 */
export declare function useAvaloMutation<T, Variables = void>(
  write: (sdk: AvaloSDK, variables: Variables, options: { idempotencyKey: string }) => Promise<ApiResponse<T>>,
  options?: AvaloMutationOptions<T, Variables>,
): AvaloMutationResult<T, Variables>;

/** How something is listened to. */
export interface AvaloSubscriptionOptions {
  /** Whether it is. True if absent. */
  enabled?: boolean;
  /** Hears what ended the subscription. */
  onError?: (error: AvaloError) => void;
}

/** What has become of a subscription. */
export interface AvaloSubscriptionResult {
  /** What ended it, if something did: a broken connection does not. */
  error: AvaloError | undefined;
  /** Begins anew. It begins anew by itself when somebody signs in. */
  restart: () => void;
}

/**
 * Subscribes while the component is there, and anew when `deps` change.
 *
 * ```ts
 * useAvaloSubscription(
 *   (sdk, listener, options) => sdk.chat.subscribeToMessages({ chatId }, listener, options),
 *   (message) => show(message),
 *   [chatId],
 * );
 * ```
 *
 * `onItem` may be another function at each render: the latest is called, by the same subscription. All subscriptions
 * of a client share one connection. An error of the kind `conflict` says that events were missed: read again what is
 * shown, then `restart`.
 */
export declare function useAvaloSubscription<T>(
  // What is subscribed to says what the items are: a type of the listener's own would be guessed before that.
  subscribe: (sdk: AvaloSDK, listener: (item: any) => void, options: SubscribeOptions) => LiveSubscription<T>,
  onItem: (item: T) => void,
  deps?: DependencyList,
  options?: AvaloSubscriptionOptions,
): AvaloSubscriptionResult;

/**
 * Hears everything that happens to the user while the component is there. An event of the kind `resync` says that
 * events were missed: read again what is shown.
 */
export declare function useAvaloEvents(
  handler: (event: Event) => void,
  options?: AvaloSubscriptionOptions,
): AvaloSubscriptionResult;

/** Who is signed in. */
export interface AvaloSession {
  /** The user's id, if somebody is. Whether the server still accepts the session, the first call says. */
  userId: string | undefined;
  /** Nobody knows yet: on a server, and until the token store was looked at. Show neither door nor room. */
  isLoading: boolean;
}

/** Who is signed in, from the token store on and through every sign-in and sign-out of this client. */
export declare function useSession(): AvaloSession;
