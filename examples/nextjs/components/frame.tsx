// What is around every page of somebody who is signed in: where one is, who one is, the way out.

import Link from "next/link";
import type { ReactNode } from "react";
import { signOut } from "../app/actions";
import { avalo } from "../lib/avalo";
import { Avatar } from "./avatar";

export async function Frame({ here, children }: { here: "feed" | "chats"; children: ReactNode }) {
  const sdk = await avalo();
  // Both at once; a page does without whichever fails.
  const [me, wallet] = await Promise.all([sdk.auth.getCurrentUser(), sdk.payments.getWallet()]);
  return (
    <>
      <header className="bar">
        <Link className="brand" href="/">
          <Mark /> Avalo
        </Link>
        <nav aria-label="Pages">
          <Link href="/" aria-current={here === "feed" ? "page" : undefined}>
            Feed
          </Link>
          <Link href="/chats" aria-current={here === "chats" ? "page" : undefined}>
            Chats
          </Link>
        </nav>
        <div className="me">
          {wallet.success && (
            <span className="balance" title="What can be spent">
              <b>{wallet.data.balance.toLocaleString("en")}</b> tokens
            </span>
          )}
          {me.success && <Avatar name={me.data.displayName} id={me.data.id} />}
          <form action={signOut}>
            <button className="quiet">Sign out</button>
          </form>
        </div>
      </header>
      <main className={here}>{children}</main>
    </>
  );
}

export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" />
      <path d="M9 23 16 8l7 15M12 18h8" />
    </svg>
  );
}
