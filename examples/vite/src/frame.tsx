// What is around every page of somebody who is signed in: where one is, what one has, the way out.

import { useAvalo, useAvaloQuery } from "@avalo/react";
import type { ReactNode } from "react";
import { Avatar, ChatIcon, FeedIcon, Mark, WalletIcon } from "./parts";
import { useShared } from "./shared";

interface Props {
  here: string;
  children: ReactNode;
}

const pages = [
  ["feed", "Feed", FeedIcon],
  ["chats", "Chats", ChatIcon],
  ["wallet", "Wallet", WalletIcon],
] as const;

export function Frame({ here, children }: Props) {
  const sdk = useAvalo();
  const { data: me } = useAvaloQuery(["me"], (sdk, options) => sdk.auth.getCurrentUser({}, options));
  const {
    wallet: { data: wallet },
    chats: { data: chats },
  } = useShared();
  const unread = chats?.chats.reduce((sum, chat) => sum + chat.unread, 0) ?? 0;

  async function signOut() {
    const { success } = await sdk.auth.logout();
    // A server that is not reached keeps nobody in.
    if (!success) await sdk.signOut();
    location.hash = "";
  }

  return (
    <div className={`frame at-${here}`}>
      <header className="bar">
        <a className="brand" href="#/feed">
          <Mark /> Avalo
        </a>
        <nav aria-label="Pages">
          {pages.map(([page, title, Icon]) => (
            <a key={page} href={`#/${page}`} aria-current={here === page ? "page" : undefined}>
              <Icon />
              {title}
              {page === "chats" && unread > 0 && here !== "chats" && <span className="count">{unread}</span>}
            </a>
          ))}
        </nav>
        <div className="me">
          {wallet && (
            <a className="balance" href="#/wallet" title="What can be spent">
              <b>{wallet.balance.toLocaleString("en")}</b> tokens
            </a>
          )}
          {me && <Avatar name={me.displayName} id={me.id} />}
          <button className="quiet" onClick={signOut}>
            Sign out
          </button>
        </div>
      </header>
      <main className={here}>{children}</main>
    </div>
  );
}
