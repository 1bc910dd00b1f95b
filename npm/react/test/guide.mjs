// The listings of docs/guides/tanstack-query.md at work, against the reference server at AVALO_URL.

import { act, createElement, holds, show, until } from "./page.mjs";
import { AvaloSDK, unwrap } from "@avalo/sdk";
import { QueryClientProvider } from "@tanstack/react-query";
import { queryClient, sdk } from "guide/client";
import { Feed } from "guide/feed";
import { Balance, Messages, useLiveCache } from "guide/live";
import { Tip } from "guide/tip";
import { equal } from "../../test/check.mjs";
import { control, streams, url } from "../../test/server.mjs";

const text = () => document.body.textContent;
const press = (label) =>
  act(async () => [...document.querySelectorAll("button")].find(({ textContent }) => textContent === label).click());
const below = (...children) => () => createElement(QueryClientProvider, { client: queryClient }, ...children);

await control("reset", {});
await unwrap(sdk.auth.login({ email: "user6@avalo.test", password: "Password1" }));

await holds("the guide's feed is read page by page", async () => {
  const page = await show({ sdk }, below(createElement(Feed)), undefined, { strict: true });
  await until("it is there", () => document.querySelectorAll("article").length === 20);
  await press("Older posts");
  await until("there is more", () => document.querySelectorAll("article").length > 20);
  await page.unmount();
});

await holds("the guide's tip is paid once, and the wallet and the messages follow what happens", async () => {
  const creator = new AvaloSDK({ apiEndpoint: url });
  await unwrap(creator.auth.login({ email: "user1@avalo.test", password: "Password1" }));
  const { id: chatId } = await unwrap(sdk.chat.createChat({ userId: "usr_1" }));
  const Live = () => (useLiveCache(), null);
  const all = below(
    createElement(Live, { key: 1 }),
    createElement(Balance, { key: 2 }),
    createElement(Messages, { key: 3, chatId }),
    createElement(Tip, { key: 4, recipientId: "usr_1", amount: 10 }),
  );
  const page = await show({ sdk }, all, undefined, { strict: true });
  const balance = () => Number(document.querySelector("b").textContent);
  await until("the balance is there", () => balance() > 0);
  const before = balance();
  await until("events are heard", async () => (await streams()) === 1);
  await press("Tip 10");
  await until("it is paid", () => text().includes("Thank you for 10 tokens."));
  await until("the wallet follows", () => balance() === before - 10);
  await act(() => unwrap(creator.chat.sendMessage({ chatId, content: "thank you for the lamp" })));
  await until("the message is there", () => text().includes("thank you for the lamp"));
  // Whoever signs out leaves nothing behind.
  await act(() => sdk.signOut());
  equal(queryClient.getQueryData(["wallet"]), undefined);
  await page.unmount();
});
queryClient.clear();
