// Providers, subscriptions and sessions, against the reference server at AVALO_URL.

import { act, createElement, holds, probe, show, until } from "./page.mjs";
import { useAvalo, useAvaloEvents, useAvaloMutation, useAvaloQuery, useAvaloSubscription, useSession } from "@avalo/react";
import { AvaloSDK, memoryStore, unwrap } from "@avalo/sdk";
import * as React from "react";
import { renderToString } from "react-dom/server";
import { AvaloProvider } from "@avalo/react";
import { equal } from "../../test/check.mjs";
import { control, streams, url } from "../../test/server.mjs";

const login = (number) => ({ email: `user${number}@avalo.test`, password: "Password1" });
const options = { apiEndpoint: url, requestsPerMinute: 100_000 };

async function user(number, more) {
  const sdk = new AvaloSDK({ ...options, ...more });
  await unwrap(sdk.auth.login(login(number)));
  return sdk;
}

const open = (count) => until(`${count} streams are open`, async () => (await streams()) === count);
const requests = async (operation) => {
  const { requests } = await (await fetch(`${url}/_test/requests?bodies=false&limit=10000`)).json();
  return requests.filter((request) => request.operation === operation).length;
};
const feed = () => useAvaloQuery(["feed"], (sdk, options) => sdk.feed.getFeed({ limit: 3 }, options));

await control("reset", {});

await holds("a provider's own client survives StrictMode and goes with the provider", async () => {
  const page = await probe({ options }, useAvalo, { strict: true });
  const sdk = page.now();
  equal((await sdk.payments.getPackages()).success, true);
  await page.set(useAvalo);
  equal(page.now(), sdk);
  await page.unmount();
  equal((await sdk.payments.getPackages()).error?.kind, "cancelled");
});

await holds("a client that is given is not disposed of", async () => {
  const sdk = new AvaloSDK(options);
  const page = await probe({ sdk }, useAvalo, { strict: true });
  equal(page.now(), sdk);
  await page.unmount();
  equal((await sdk.payments.getPackages()).success, true);
});

if (React.Activity) {
  await holds("what was hidden for a while has a client again", async () => {
    const seen = [];
    const Inner = () => (seen.push(useAvalo()), null);
    const tree = (mode) => createElement(React.Activity, { mode }, createElement(AvaloProvider, { options }, createElement(Inner)));
    const page = await show({ options }, tree, "visible");
    await page.set("hidden");
    equal((await seen.at(-1).payments.getPackages()).error?.kind, "cancelled");
    await page.set("visible");
    equal((await seen.at(-1).payments.getPackages()).success, true);
    await page.unmount();
  });
}

await holds("a hook without a provider says what is missing", async () => {
  const Lost = () => (useAvalo(), null);
  let message;
  try {
    renderToString(createElement(Lost));
  } catch (error) {
    ({ message } = error);
  }
  equal(/AvaloProvider/.test(message), true);
});

await holds("a server renders without sending anything", async () => {
  let sent = 0;
  const counting = { ...options, fetch: (...args) => (sent++, fetch(...args)) };
  const Page = () => {
    const { isLoading, isFetching, data } = feed();
    const session = useSession();
    useAvaloEvents(() => {});
    const { isPending } = useAvaloMutation((sdk) => sdk.auth.logout());
    return `${isLoading} ${isFetching} ${data} ${session.isLoading} ${session.userId} ${isPending}`;
  };
  const html = renderToString(createElement(AvaloProvider, { options: counting }, createElement(Page)));
  equal(html, "true true undefined true undefined false");
  await new Promise((resolve) => setTimeout(resolve, 50));
  equal(sent, 0);
});

await holds("equal reads of two components in StrictMode are one request", async () => {
  const sdk = await user(6);
  const before = await requests("feed.getFeed");
  const seen = [];
  const Reader = ({ at }) => ((seen[at] = feed()), null);
  const pair = () => [0, 1].map((at) => createElement(Reader, { key: at, at }));
  const page = await show({ sdk }, pair, undefined, { strict: true });
  await until("both are there", () => seen.every(({ data }) => data));
  equal(seen[0].data.posts.length, 3);
  equal((await requests("feed.getFeed")) - before, 1);
  await page.unmount();
});

await holds("a double click is charged once, though the answer is lost", async () => {
  const sdk = await user(6);
  const balance = async () => (await unwrap(sdk.payments.getWallet({}, { fresh: true }))).balance;
  const before = await balance();
  await control("faults", [{ route: "payments.sendTip", nth: 1, fault: { kind: "drop_after_commit" } }]);
  const tip = () => useAvaloMutation((sdk, tip, options) => sdk.payments.sendTip(tip, options));
  const page = await probe({ sdk }, tip, { strict: true });
  const click = () => page.now().mutate({ recipientId: "usr_1", amount: 10 });
  await act(async () => (click(), click()));
  await until("it is paid", () => page.now().data);
  await control("faults", []);
  equal(await balance(), before - 10);
  await page.unmount();
});

await holds("StrictMode leaves one subscription, and its end none", async () => {
  const [sdk, creator] = [await user(6), await user(1)];
  const { id: chatId } = await unwrap(sdk.chat.createChat({ userId: "usr_1" }));
  const heard = [];
  const listen = (tag) => () =>
    useAvaloSubscription(
      (sdk, listener, options) => sdk.chat.subscribeToMessages({ chatId }, listener, options),
      ({ content }) => heard.push(`${tag}: ${content}`),
      [chatId],
    );
  const page = await probe({ sdk }, listen("first"), { strict: true });
  await open(1);
  await unwrap(creator.chat.sendMessage({ chatId, content: "the lamp is lit again" }));
  await until("it was heard", () => heard.length > 0);
  // The latest handler hears, over the same connection.
  await page.set(listen("second"));
  await unwrap(creator.chat.sendMessage({ chatId, content: "and the door is open" }));
  await until("it was heard", () => heard.length > 1);
  equal(heard.join(), "first: the lamp is lit again,second: and the door is open");
  equal(await streams(), 1);
  await page.unmount();
  await open(0);
});

await holds("a subscription begins anew with another dependency", async () => {
  const sdk = await user(6);
  const begun = [];
  const listen = (chatId, enabled) => () =>
    useAvaloSubscription(
      (sdk, listener, options) => (begun.push(chatId), sdk.chat.subscribeToMessages({ chatId }, listener, options)),
      () => {},
      [chatId],
      { enabled },
    );
  const page = await probe({ sdk }, listen("cht_1"));
  await page.set(listen("cht_1"));
  await page.set(listen("cht_2"));
  equal(begun.join(), "cht_1,cht_2");
  await open(1);
  await page.set(listen("cht_2", false));
  await open(0);
  await page.unmount();
});

await holds("a sign-in begins what nobody could hear before it, and the session is told", async () => {
  const store = memoryStore();
  const sdk = new AvaloSDK({ ...options, tokenStore: store });
  const errors = [];
  const both = () => ({
    session: useSession(),
    live: useAvaloEvents(() => {}, { onError: ({ kind }) => errors.push(kind) }),
  });
  const told = ({ session }) => `${session.userId} ${session.isLoading}`;
  const page = await probe({ sdk }, both, { strict: true });
  equal(told(page.seen[0]), "undefined true");
  await until("nobody is there", () => told(page.now()) === "undefined false");
  await until("it was refused", () => page.now().live.error);
  equal(errors.join(), "unauthenticated");
  await act(() => sdk.auth.login(login(7)));
  equal(told(page.now()), "usr_7 false");
  await open(1);
  equal(page.now().live.error, undefined);
  // Another page finds the session in the store before it calls anything.
  const other = await probe({ options: { ...options, tokenStore: store } }, useSession);
  await until("it is known", () => other.now().userId);
  equal(other.now().userId, "usr_7");
  await other.unmount();
  await act(() => sdk.signOut());
  await until("nobody is there", () => told(page.now()) === "undefined false");
  await open(0);
  await page.unmount();
});
