// The wallet, as it is now.

import { useAvaloEvents, useAvaloQuery } from "@avalo/react";

/** The wallet, read anew whenever tokens come or go. Who reads it at once shares one request. */
export function useWallet() {
  const wallet = useAvaloQuery(["wallet"], (sdk, options) => sdk.payments.getWallet({}, options));
  useAvaloEvents(({ kind }) => {
    if (kind === "wallet_update" || kind === "resync") void wallet.refetch();
  });
  return wallet;
}
