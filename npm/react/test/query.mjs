// Reads, against a client whose answers come when the test says so.

import { act, holds, probe, stub } from "./page.mjs";
import { useAvaloQuery } from "@avalo/react";
import { equal } from "../../test/check.mjs";

const read = (key, enabled) => () =>
  useAvaloQuery([key], (sdk, options) => sdk.call(key, options), enabled === undefined ? undefined : { enabled });
const refetch = (page) => act(async () => void page.now().refetch());
const told = ({ data, error, isLoading, isFetching }) => `${data} ${error?.kind} ${isLoading} ${isFetching}`;

await holds("a read is loading, then there; read again it stays, and comes from the server", async () => {
  const { sdk, calls } = stub();
  const page = await probe({ sdk }, read("feed"));
  equal(told(page.seen[0]), "undefined undefined true true");
  equal(calls[0].options.fresh, undefined);
  await calls[0].succeed("one");
  equal(told(page.now()), "one undefined false false");
  let again;
  await act(async () => void (again = page.now().refetch()));
  equal(told(page.now()), "one undefined false true");
  equal(calls[1].options.fresh, true);
  await calls[1].fail("network");
  equal((await again).error.kind, "network");
  equal(told(page.now()), "one network false false");
  await refetch(page);
  await calls[2].succeed("two");
  equal(told(page.now()), "two undefined false false");
  equal(calls.length, 3);
  await page.unmount();
});

await holds("a read that fails says so, and loads again", async () => {
  const { sdk, calls } = stub();
  const page = await probe({ sdk }, read("feed"));
  await calls[0].fail("server");
  equal(told(page.now()), "undefined server false false");
  await refetch(page);
  equal(told(page.now()), "undefined undefined true true");
  await calls[1].succeed("one");
  equal(told(page.now()), "one undefined false false");
  await page.unmount();
});

await holds("a component that goes gives its read up and hears no more of it", async () => {
  const { sdk, calls } = stub();
  const page = await probe({ sdk }, read("feed"));
  const { refetch: again } = page.now();
  await page.unmount();
  equal(calls[0].options.signal.aborted, true);
  const renders = page.seen.length;
  await calls[0].succeed("late");
  void again();
  equal(calls[1].options.signal.aborted, true);
  await calls[1].succeed("later");
  equal(page.seen.length, renders);
});

await holds("answers that come out of order change nothing", async () => {
  const { sdk, calls } = stub();
  const page = await probe({ sdk }, read("one"));
  await page.set(read("two"));
  equal(told(page.now()), "undefined undefined true true");
  equal(calls[0].options.signal.aborted, true);
  await calls[1].succeed("of two");
  await calls[0].succeed("of one");
  equal(told(page.now()), "of two undefined false false");
  // Two attempts at the same thing: the later one counts.
  await refetch(page);
  await refetch(page);
  await calls[3].succeed("last");
  await calls[2].fail("network");
  equal(told(page.now()), "last undefined false false");
  await page.unmount();
});

await holds("an old refetch reads what is shown by now", async () => {
  const { sdk, calls } = stub();
  const page = await probe({ sdk }, read("one"));
  const { refetch: old } = page.now();
  await page.set(read("two"));
  await calls[1].succeed("of two");
  await act(async () => void old());
  equal(calls[2].params, "two");
  await calls[2].succeed("of two again");
  equal(told(page.now()), "of two again undefined false false");
  await page.unmount();
});

await holds("another key has data of its own", async () => {
  const { sdk, calls } = stub();
  const page = await probe({ sdk }, read("one"));
  await calls[0].succeed("of one");
  const renders = page.seen.length;
  await page.set(read("two"));
  equal(page.seen.slice(renders).some(({ data }) => data === "of one"), false);
  await page.unmount();
});

await holds("a key is compared by content", async () => {
  const { sdk, calls } = stub();
  const of = (key) => () => useAvaloQuery(key, (sdk, options) => sdk.call(undefined, options));
  const page = await probe({ sdk }, of(["chat", { id: 1, limit: 2 }]));
  await page.set(of(["chat", { limit: 2, id: 1 }]));
  equal(calls.length, 1);
  await page.set(of(["chat", { limit: 3, id: 1 }]));
  equal(calls.length, 2);
  await page.unmount();
});

await holds("what is not enabled waits, and what no longer is, ends", async () => {
  const { sdk, calls } = stub();
  const page = await probe({ sdk }, read("feed", false));
  equal(told(page.now()), "undefined undefined false false");
  equal(calls.length, 0);
  await page.set(read("feed", true));
  equal(calls.length, 1);
  equal(told(page.now()), "undefined undefined true true");
  await page.set(read("feed", false));
  equal(calls[0].options.signal.aborted, true);
  equal(told(page.now()), "undefined undefined false false");
  await page.unmount();
});

await holds("StrictMode leaves one read, and what a caller throws is an error", async () => {
  const { sdk, calls } = stub();
  const page = await probe({ sdk }, read("feed"), { strict: true });
  equal(calls.map(({ options }) => options.signal.aborted).join(), "true,false");
  await calls[1].succeed("one");
  equal(told(page.now()), "one undefined false false");
  await page.unmount();
  const thrower = () => useAvaloQuery(["bad"], (sdk) => sdk.no.such());
  const other = await probe({ sdk }, thrower);
  equal(told(other.now()), "undefined internal false false");
  await other.unmount();
});
