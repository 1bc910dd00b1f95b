// What several parts of the application show: read once, and read anew when an event says that it has changed.

import { useAvaloEvents, useAvaloQuery } from "@avalo/react";
import { createContext, useContext, type ReactNode } from "react";

function useReads() {
  const wallet = useAvaloQuery(["wallet"], (sdk, options) => sdk.payments.getWallet({}, options));
  const chats = useAvaloQuery(["chats"], (sdk, options) => sdk.chat.getChats({ limit: 50 }, options));
  useAvaloEvents(({ kind }) => {
    // After a `resync` nobody knows what was missed.
    if (kind === "wallet_update" || kind === "resync") void wallet.refetch();
    if (kind === "chat_message" || kind === "chat_update" || kind === "resync") void chats.refetch();
  });
  return { wallet, chats };
}

const Shared = createContext<ReturnType<typeof useReads> | undefined>(undefined);

export function SharedReads({ children }: { children: ReactNode }) {
  return <Shared value={useReads()}>{children}</Shared>;
}

/** The wallet and the chats of the user who is signed in. */
export function useShared() {
  const shared = useContext(Shared);
  if (!shared) throw new Error("this belongs below <SharedReads>");
  return shared;
}
