// Writes, against a client whose answers come when the test says so.

import { act, holds, probe, stub } from "./page.mjs";
import { useAvaloMutation } from "@avalo/react";
import { equal } from "../../test/check.mjs";

const write = (options) => () => useAvaloMutation((sdk, variables, options) => sdk.call(variables, options), options);
const told = ({ data, error, isPending }) => `${data} ${error?.kind} ${isPending}`;

await holds("a double click is one write, with one key", async () => {
  const { sdk, calls } = stub();
  const page = await probe({ sdk }, write());
  equal(told(page.now()), "undefined undefined false");
  const { mutate, mutateAsync } = page.now();
  let joined;
  await act(async () => {
    mutate({ amount: 10, to: "usr_1" });
    joined = mutateAsync({ to: "usr_1", amount: 10 });
  });
  equal(calls.length, 1);
  equal(told(page.now()), "undefined undefined true");
  await calls[0].succeed("paid");
  equal(await joined, "paid");
  equal(told(page.now()), "paid undefined false");
  equal(page.now().mutate, mutate);
  // The next one is a write of its own.
  await act(async () => mutate({ amount: 10, to: "usr_1" }));
  equal(calls.length, 2);
  equal(calls[0].options.idempotencyKey.length > 20, true);
  equal(calls[0].options.idempotencyKey === calls[1].options.idempotencyKey, false);
  await page.unmount();
});

await holds("other variables are another write, and the last one is shown", async () => {
  const { sdk, calls } = stub();
  const page = await probe({ sdk }, write());
  // Two files of one name are two.
  const [one, two] = [new Blob(["a"]), new Blob(["b"])];
  await act(async () => [one, two, one].forEach((file) => page.now().mutate({ file })));
  equal(calls.length, 2);
  await calls[1].succeed("of two");
  equal(told(page.now()), "undefined undefined true");
  await calls[0].succeed("of one");
  equal(told(page.now()), "of one undefined false");
  await page.unmount();
});

await holds("what fails rejects for those who wait, throws nothing at others, and is forgotten on reset", async () => {
  const { sdk, calls } = stub();
  const page = await probe({ sdk }, write());
  let kind;
  await act(async () => {
    page.now().mutate(1);
    page.now().mutateAsync(1).catch((error) => (kind = error.kind));
  });
  await calls[0].fail("payment");
  equal(kind, "payment");
  equal(told(page.now()), "undefined payment false");
  await act(async () => page.now().reset());
  equal(told(page.now()), "undefined undefined false");
  // Reset while it is under way: it goes on unseen.
  await act(async () => page.now().mutate(2));
  await act(async () => page.now().reset());
  await calls[1].succeed("unseen");
  equal(told(page.now()), "undefined undefined false");
  await page.unmount();
});

await holds("a write goes on without its component, and its caller is told", async () => {
  const { sdk, calls } = stub();
  const log = [];
  const options = {
    onSuccess: (data, variables) => log.push(`${data} of ${variables}`),
    onError: (error) => log.push(error.kind),
    onSettled: () => log.push("over"),
  };
  const page = await probe({ sdk }, write(options), { strict: true });
  await act(async () => page.now().mutate("one"));
  await act(async () => page.now().mutate("two"));
  await page.unmount();
  const renders = page.seen.length;
  await calls[0].succeed("data");
  await calls[1].fail("conflict");
  equal(log.join(), "data of one,over,conflict,over");
  equal(page.seen.length, renders);
});
