// The client that the components below a provider share.

import { AvaloSDK } from "@avalo/sdk";
import { createContext, createElement, useContext, useEffect, useState } from "react";

const Context = createContext(undefined);

/** Gives the components below it a client: one that is given, or one of its own, made of options. */
export function AvaloProvider({ sdk, options, children }) {
  const own = useOwn(sdk ? undefined : options);
  return createElement(Context.Provider, { value: sdk ?? own }, children);
}

/** The client of the provider above. */
export function useAvalo() {
  const sdk = useContext(Context);
  if (!sdk) throw new Error("there is no client here: put an <AvaloProvider> with `sdk` or `options` above");
  return sdk;
}

/**
 * A client that lives as long as its component. Disposing of it is final, and an effect that ends may begin again
 * at once, as under StrictMode, or much later, as in a hidden <Activity>: the first keeps the client, the second
 * gets a new one.
 */
function useOwn(options) {
  // Making one compiles and sends nothing, so one that is made and never used costs nothing.
  const make = () => options && { sdk: new AvaloSDK(options) };
  const [own, setOwn] = useState(make);
  useEffect(() => {
    if (!own || own.isOver) {
      setOwn(make);
      return undefined;
    }
    own.isUsed = true;
    return () => {
      own.isUsed = false;
      queueMicrotask(() => {
        if (own.isUsed) return;
        own.isOver = true;
        own.sdk.dispose();
      });
    };
    // The options are read when the client is made.
  }, [own, !options]);
  return own?.sdk;
}
