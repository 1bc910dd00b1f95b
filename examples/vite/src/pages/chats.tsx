// The chats: people beside what they say, or one after the other where there is little room.

import { Avatar, Failure, Loading, Notice } from "../parts";
import { useShared } from "../shared";
import { Chat } from "./chat";

export function Chats({ userId, chatId }: { userId: string; chatId: string | undefined }) {
  const { data, error, refetch } = useShared().chats;
  if (!data) {
    if (!error) return <Loading rows={5} kind="line" />;
    return <Failure title="The chats could not be read" error={error} retry={refetch} />;
  }
  if (data.chats.length === 0) {
    return <Notice title="No chats yet">A chat begins with a match, or with somebody who writes to you.</Notice>;
  }
  const open = data.chats.find(({ id }) => id === chatId);
  return (
    <div className={open ? "split is-open" : "split"}>
      <nav className="people" aria-label="Chats">
        {data.chats.map(({ id, other, unread, lastMessage }) => (
          <a key={id} href={`#/chats/${id}`} aria-current={id === open?.id ? "true" : undefined}>
            <Avatar name={other.displayName} id={other.id} />
            <span>
              <b>{other.displayName}</b>
              <small>{lastMessage?.content ?? "Say hello"}</small>
            </span>
            {unread > 0 && id !== open?.id && <span className="count">{unread}</span>}
          </a>
        ))}
      </nav>
      {open ? (
        <Chat key={open.id} userId={userId} chat={open} />
      ) : (
        <section className="chat none">
          <Notice title="Choose a chat">What is written there arrives here by itself.</Notice>
        </section>
      )}
    </div>
  );
}
