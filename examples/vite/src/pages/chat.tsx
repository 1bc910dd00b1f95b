// One chat: what was said, what arrives while it is open, and a line to write.

import { useAvalo, useAvaloMutation, useAvaloQuery, useAvaloSubscription } from "@avalo/react";
import type { Conversation, Message } from "@avalo/sdk";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { Avatar, BackIcon, Failure, Loading, Notice, SendIcon, When } from "../parts";
import { useShared } from "../shared";

export function Chat({ userId, chat }: { userId: string; chat: Conversation }) {
  const { id: chatId, other } = chat;
  const sdk = useAvalo();
  const { refetch: countAnew } = useShared().chats;
  const [arrived, setArrived] = useState<Message[]>([]);
  const [draft, setDraft] = useState("");
  const add = (message: Message) => setArrived((before) => [...before, message]);

  const read = useAvaloQuery(["messages", chatId], (sdk, options) =>
    sdk.chat.getMessages({ chatId, limit: 50 }, options),
  );
  const live = useAvaloSubscription(
    (sdk, listener, options) => sdk.chat.subscribeToMessages({ chatId }, listener, options),
    add,
    [chatId],
  );
  const send = useAvaloMutation(
    (sdk, content: string, options) => sdk.chat.sendMessage({ chatId, content }, options),
    {
      onSuccess(message) {
        add(message);
        setDraft("");
      },
    },
  );

  const messages = inOrder([...(read.data?.messages ?? []), ...arrived]);
  const last = messages.at(-1);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    end.current?.scrollIntoView({ block: "nearest" });
    // Whoever sees it has read it; what fails here is made good by the next message.
    if (last && last.senderId !== userId) void sdk.chat.markAsRead({ chatId }).then(countAnew);
  }, [last?.id]);

  function retry() {
    live.restart();
    void read.refetch();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const content = draft.trim();
    if (content) send.mutate(content);
  }

  const lost = live.error ?? (read.data && read.error);
  return (
    <section className="chat" aria-label={`Chat with ${other.displayName}`}>
      <header>
        <a className="back" href="#/chats" aria-label="All chats">
          <BackIcon />
        </a>
        <Avatar name={other.displayName} id={other.id} />
        <h1>{other.displayName}</h1>
        {chat.state === "free" && <span className="tag">{chat.freeMessagesLeft} free left</span>}
      </header>
      <div className="messages" aria-live="polite">
        {read.isLoading && <Loading rows={3} kind="line" />}
        {read.error && !read.data && <Failure title="The messages could not be read" error={read.error} retry={retry} />}
        {read.data && messages.length === 0 && <Notice title="Say hello">Nothing has been written here yet.</Notice>}
        {messages.map((message) => (
          <p key={message.id} className={message.senderId === userId ? "mine" : "theirs"}>
            {message.deleted ? <em>deleted</em> : message.content}
            <When at={message.createdAt} time />
          </p>
        ))}
        <div ref={end} />
      </div>
      {(send.error ?? lost) && (
        <p className="failure" role="alert">
          {(send.error ?? lost)?.message}
          {lost && !send.error && <button onClick={retry}>Try again</button>}
        </p>
      )}
      <form onSubmit={submit}>
        <input
          aria-label="Message"
          placeholder={`Write to ${other.displayName}`}
          value={draft}
          onChange={({ target }) => setDraft(target.value)}
          maxLength={2000}
          autoComplete="off"
        />
        <button className="button strong" aria-label="Send" disabled={send.isPending || !draft.trim()}>
          <SendIcon />
        </button>
      </form>
    </section>
  );
}

/** Each message once: it may come as what a call answers, and as an event. */
function inOrder(messages: Message[]) {
  const all = new Map(messages.map((message) => [message.id, message]));
  return [...all.values()].sort((one, two) => one.createdAt.localeCompare(two.createdAt));
}
