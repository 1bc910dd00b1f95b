// The chats: the list is rendered by the server, the chat itself lives in the browser.

import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { Avatar } from "../../components/avatar";
import { Frame } from "../../components/frame";
import { Notice } from "../../components/notice";
import { avalo, browserSession } from "../../lib/avalo";
import { Chat } from "./chat";

export const metadata: Metadata = { title: "Chats" };

export default async function Chats({ searchParams }: { searchParams: Promise<{ chat?: string }> }) {
  const { chat } = await searchParams;
  const { success, data, error } = await (await avalo()).chat.getChats({ limit: 50 });
  const session = await browserSession();
  if (error?.kind === "unauthenticated" || !session) redirect("/sign-in");
  if (!success || data.chats.length === 0) {
    return (
      <Frame here="chats">
        <Notice title={success ? "No chats yet" : "The chats could not be read"}>
          <p>{success ? "A chat begins with a match, or with somebody who writes to you." : error.message}</p>
        </Notice>
      </Frame>
    );
  }
  const open = data.chats.find(({ id }) => id === chat) ?? data.chats[0]!;
  return (
    <Frame here="chats">
      <nav className="people" aria-label="Chats">
        {data.chats.map(({ id, other, unread }) => (
          <Link key={id} href={`/chats?chat=${id}`} aria-current={id === open.id ? "true" : undefined}>
            <Avatar name={other.displayName} id={other.id} />
            <span>{other.displayName}</span>
            {unread > 0 && id !== open.id && <span className="unread">{unread}</span>}
          </Link>
        ))}
      </nav>
      <Chat key={open.id} session={session} chatId={open.id} other={open.other.displayName} free={open.freeMessagesLeft} />
    </Frame>
  );
}
