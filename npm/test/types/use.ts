// What a user of TypeScript writes, and what the compiler must refuse. Compiled, never run.

import { AvaloClient, AvaloError, AvaloSDK, browserStore, cookieStore, memoryStore, unwrap, upload } from "@avalo/sdk";
import type { ApiResponse, Event, FeedPage, Message, MessageKind, ProblemCode } from "@avalo/sdk";
import { sendMessage, subscribeToMessages } from "@avalo/sdk/chat";
import { getFeed } from "@avalo/sdk/feed";
import { forward, refreshSession, serverSDK, standIn } from "@avalo/sdk/server";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <T extends true>(): T | undefined => undefined;

const sdk = new AvaloSDK({ apiEndpoint: "/api", tokenStore: browserStore(), timeout: 5_000 });
const client: AvaloClient = sdk;

export async function answers(): Promise<number> {
  const response = await sdk.feed.getFeed({ limit: 20 });
  same<Equal<typeof response, ApiResponse<FeedPage>>>();
  // Neither side can be read before it is known which one it is.
  // @ts-expect-error data may be missing
  response.data.posts;
  if (!response.success) {
    const code: ProblemCode | (string & {}) = response.error.code;
    return response.error.kind === "rate_limited" ? (response.error.retryAfter ?? 0) : code.length;
  }
  same<Equal<typeof response.data, FeedPage>>();
  const page = await unwrap(getFeed(client));
  same<Equal<typeof page, FeedPage>>();
  const nothing = await unwrap(sdk.feed.deletePost({ postId: "post_1" }));
  same<Equal<typeof nothing, null>>();
  return page.posts.length;
}

export function requests(): void {
  void sdk.chat.sendMessage({ chatId: "cht_1", content: "hi" }, { idempotencyKey: "a", timeout: 1_000 });
  void sendMessage(client, { chatId: "cht_1", content: "hi" }, { signal: new AbortController().signal });
  const file = { kind: "feed_image", file: new Blob([]) } as const;
  void sdk.feed.upload(file, { onProgress: ({ loaded, total }) => loaded / total });
  void upload(client, file, { timeout: 1_000 });
  // @ts-expect-error a file is no text
  void upload(client, { kind: "feed_image", file: "bytes" });
  // @ts-expect-error the chat is missing
  void sdk.chat.sendMessage({ content: "hi" });
  // @ts-expect-error there is no such field
  void sdk.chat.sendMessage({ chatId: "cht_1", content: "hi", colour: "red" });
  // @ts-expect-error an amount is a number
  void sdk.payments.sendTip({ recipientId: "usr_1", amount: "10" });
  // @ts-expect-error a request names what is known
  void sdk.chat.sendMessage({ chatId: "cht_1", content: "hi", kind: "hologram" });
  // @ts-expect-error there is no such operation
  void sdk.feed.getFed();
  // @ts-expect-error an endpoint is needed
  new AvaloSDK({});
  // @ts-expect-error a handle is not replaced
  sdk.chat = sdk.chat;
}

export async function live(message: Message): Promise<void> {
  const chat = sdk.chat.subscribeToMessages({ chatId: "cht_1" }, (item) => same<Equal<typeof item, Message>>());
  const error: AvaloError | undefined = await chat.closed;
  chat.unsubscribe();
  for await (const item of subscribeToMessages(client, { chatId: "cht_1" })) same<Equal<typeof item, Message>>();
  for await (const event of sdk.events()) same<Equal<typeof event, Event>>();
  const reply = sdk.ai.streamMessage({ chatId: "aic_1", content: "hello" });
  for await (const words of reply) same<Equal<typeof words, string>>();
  const whole = await unwrap(reply.response);
  same<Equal<typeof whole.charged, number>>();
  // A name of a later version is no error, and known names are completed and narrowed.
  const kind: MessageKind | (string & {}) = message.kind;
  if (error?.code === "session_revoked" || kind === "image") sdk.dispose();
}

export async function session(): Promise<string> {
  const restored = await sdk.restore();
  same<Equal<typeof restored, ApiResponse<string | null>>>();
  const leave = sdk.onSession(({ event, detail }) => `${event} ${detail}`);
  leave();
  // @ts-expect-error a listener is needed
  client.onSession();
  return restored.data ?? "nobody";
}

export const stores = [memoryStore(), cookieStore({ get: () => undefined, set: () => {} }, { secure: false })];

export async function server(request: Request, cookies: { get(name: string): { value: string } | undefined }) {
  const { userId, changes } = await refreshSession({ apiEndpoint: "https://api.avalo.app", cookies });
  same<Equal<typeof userId, string | undefined>>();
  for (const [name, value, { maxAge }] of changes) cookieStore({ get: () => name + value + maxAge, set: () => {} });
  const session: string | undefined = standIn({ apiEndpoint: "https://api.avalo.app", cookies });
  // @ts-expect-error a client may sign in, so it needs cookies that can be set
  serverSDK({ apiEndpoint: "https://api.avalo.app", cookies });
  const writable = { ...cookies, set: () => {} };
  const client: AvaloSDK = serverSDK({ apiEndpoint: "https://api.avalo.app", cookies: writable, cookie: { name: "session" } });
  const response: Response = await forward(request, { under: "/api", apiEndpoint: client.endpoint, cookies: writable });
  return [session, response];
}
