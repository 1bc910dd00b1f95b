// Components in a page, for as long as a test looks at them.

import { complaints } from "./dom.mjs";
import { AvaloProvider } from "@avalo/react";
import { AvaloError } from "@avalo/sdk";
import { StrictMode, act, createElement } from "react";
import { createRoot } from "react-dom/client";
import { check } from "../../test/check.mjs";
import { PATIENCE, pause } from "../../test/server.mjs";

export { AvaloError, act, createElement };

/** One thing that must hold, without a complaint of React. */
export const holds = (name, act) =>
  check(`React ${process.env.REACT}: ${name}`, async () => {
    await act();
    const complaint = complaints.splice(0)[0];
    if (complaint) throw new Error(complaint);
  });

/**
 * Shows a component that does nothing but call `hook`: what it was given at each render is in `seen`. Another hook
 * may take its place, which is a render of the same component.
 */
export async function probe(provider, hook, { strict = false } = {}) {
  const seen = [];
  function Probe({ hook }) {
    seen.push(hook());
    return null;
  }
  const page = await show(provider, (hook) => createElement(Probe, { hook }), hook, { strict });
  return { ...page, seen, now: () => seen[seen.length - 1] };
}

/** Shows what `render` makes of a value, below a provider. */
export async function show(provider, render, first, { strict = false } = {}) {
  const root = createRoot(document.body.appendChild(document.createElement("div")));
  const set = (value) =>
    act(async () => {
      const tree = createElement(AvaloProvider, provider, render(value));
      root.render(strict ? createElement(StrictMode, undefined, tree) : tree);
    });
  await set(first);
  return { set, unmount: () => act(async () => root.unmount()) };
}

/** Waits until something holds, while React works; a test that hangs says what for. */
export async function until(what, isSo) {
  const look = async () => {
    await pause(10);
    return isSo();
  };
  for (const end = Date.now() + PATIENCE; !(await act(look)); ) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
  }
}

/** A client without a network: its one read, or write, is answered by the test, call by call. */
export function stub() {
  const calls = [];
  const call = (params, options) =>
    new Promise((resolve) => {
      const settle = (response) => act(async () => resolve(response));
      calls.push({
        ...{ params, options },
        succeed: (data) => settle({ success: true, data }),
        fail: (kind) => settle({ success: false, error: new AvaloError({ kind, message: kind }) }),
      });
    });
  const sdk = { call, onSession: () => () => {}, restore: async () => ({ success: true, data: null }), userId: undefined };
  return { sdk, calls };
}
