// What a user of TypeScript writes, and what the compiler must refuse. Compiled, never run.

import {
  AvaloProvider,
  useAvalo,
  useAvaloEvents,
  useAvaloMutation,
  useAvaloQuery,
  useAvaloSubscription,
  useSession,
} from "@avalo/react";
import { AvaloSDK, browserStore } from "@avalo/sdk";
import type { ApiResponse, AvaloError, Event, FeedPage, Message, TipReceipt } from "@avalo/sdk";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <T extends true>(): T | undefined => undefined;

const options = { apiEndpoint: "/api", tokenStore: browserStore() };
const sdk = new AvaloSDK(options);

export const providers = [
  <AvaloProvider sdk={sdk} key="given">
    <Reads />
  </AvaloProvider>,
  <AvaloProvider options={options} key="made" />,
  // @ts-expect-error one of the two is needed
  <AvaloProvider key="neither" />,
  // @ts-expect-error and not both
  <AvaloProvider sdk={sdk} options={options} key="both" />,
];

export function Reads() {
  const feed = useAvaloQuery(["feed", { limit: 20 }], (sdk, options) => sdk.feed.getFeed({ limit: 20 }, options), { enabled: true });
  same<Equal<typeof feed.data, FeedPage | undefined>>();
  same<Equal<typeof feed.error, AvaloError | undefined>>();
  const again: Promise<ApiResponse<FeedPage>> = feed.refetch();
  // @ts-expect-error there may be nothing yet
  feed.data.posts;
  // @ts-expect-error a key is a list
  useAvaloQuery("feed", (sdk, options) => sdk.feed.getFeed({}, options));
  // @ts-expect-error a read answers what the SDK answers
  useAvaloQuery(["feed"], () => 7);
  return <button onClick={() => void again}>{feed.isLoading || feed.isFetching}</button>;
}

export function Writes() {
  const tip = useAvaloMutation(
    (sdk, amount: number, options) => sdk.payments.sendTip({ recipientId: "usr_1", amount }, options),
    { onSuccess: (receipt, amount) => same<Equal<typeof receipt, TipReceipt> & Equal<typeof amount, number>>() },
  );
  same<Equal<typeof tip.data, TipReceipt | undefined>>();
  const receipt: Promise<TipReceipt> = tip.mutateAsync(10);
  tip.mutate(10);
  // @ts-expect-error it takes a number
  tip.mutate("10");
  // @ts-expect-error and needs it
  tip.mutate();
  const logout = useAvaloMutation((sdk, _: void, options) => sdk.auth.logout({}, options));
  return <button onClick={() => logout.mutate()} disabled={tip.isPending || !receipt} onBlur={tip.reset} />;
}

export function Live({ chatId }: { chatId: string }) {
  const { error, restart } = useAvaloSubscription(
    (sdk, listener, options) => sdk.chat.subscribeToMessages({ chatId }, listener, options),
    (message) => same<Equal<typeof message, Message>>(),
    [chatId],
    { enabled: true, onError: (error) => error.kind },
  );
  useAvaloEvents((event) => same<Equal<typeof event, Event>>());
  const { userId, isLoading } = useSession();
  same<Equal<typeof userId, string | undefined>>();
  const client: AvaloSDK = useAvalo();
  return <button onClick={restart}>{isLoading ? client.endpoint : (error?.message ?? userId)}</button>;
}

export function Inferred() {
  // What is listened to says what is heard.
  useAvaloSubscription(
    (sdk, listener, options) => sdk.notifications.subscribeToNotifications(listener, options),
    (notification) => notification.id.length,
  );
  return null;
}
