"use client";

import { unwrap, type AvaloError, type Message } from "@avalo/sdk";
import { useEffect, useRef, useState } from "react";
import { Notice } from "../../components/notice";
import { browserSDK } from "./sdk";

interface Props {
  session: string;
  chatId: string;
  other: string;
  free?: number;
}

/** One chat: what was said, what arrives while it is open, and a line to write. */
export function Chat({ session, chatId, other, free }: Props) {
  const sdk = () => browserSDK(session);
  const [messages, setMessages] = useState<Message[]>();
  const [error, setError] = useState<AvaloError>();
  const [draft, setDraft] = useState("");
  const [sending, setSending] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const end = useRef<HTMLDivElement>(null);

  // A message may come twice: as what a call answers, and as an event.
  const add = (more: Message[]) =>
    setMessages((known = []) => {
      const all = new Map([...known, ...more].map((message) => [message.id, message]));
      return [...all.values()].sort((one, two) => one.createdAt.localeCompare(two.createdAt));
    });

  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    setError(undefined);
    const show = (more: Message[]) => {
      add(more);
      // Whoever sees them has read them; what fails here is made good by the next message.
      void sdk().chat.markAsRead({ chatId });
    };
    // First the subscription, so that nothing falls between it and the page.
    sdk().chat.subscribeToMessages({ chatId }, (message) => show([message]), { signal, onError: setError });
    unwrap(sdk().chat.getMessages({ chatId, limit: 50 }, { signal })).then(
      (page) => show(page.messages),
      (failed: AvaloError) => signal.aborted || setError(failed),
    );
    return () => leaving.abort();
  }, [session, chatId, attempt]);

  useEffect(() => {
    end.current?.scrollIntoView({ block: "nearest" });
  }, [messages]);

  async function send() {
    const content = draft.trim();
    if (!content || sending) return;
    setSending(true);
    const response = await sdk().chat.sendMessage({ chatId, content });
    setSending(false);
    setError(response.error);
    if (!response.success) return;
    setDraft("");
    add([response.data]);
  }

  const me = (JSON.parse(session) as { userId: string }).userId;
  return (
    <section className="chat" aria-label={`Chat with ${other}`}>
      <header>
        <h1>{other}</h1>
        {free !== undefined && free > 0 && <span className="faint">{free} free messages left</span>}
      </header>
      <div className="messages" aria-live="polite">
        {!messages && !error && <div className="loading" role="status" aria-label="Loading" />}
        {messages?.length === 0 && (
          <Notice title="Say hello">
            <p>Nothing has been written here yet.</p>
          </Notice>
        )}
        {messages?.map((message) => (
          <p key={message.id} className={message.senderId === me ? "mine" : "theirs"}>
            {message.deleted ? <em>deleted</em> : message.content}
          </p>
        ))}
        <div ref={end} />
      </div>
      {error && (
        <p className="failure" role="alert">
          {error.message} <button onClick={() => setAttempt(attempt + 1)}>Try again</button>
        </p>
      )}
      <form action={send}>
        <input
          aria-label="Message"
          placeholder={`Write to ${other}`}
          value={draft}
          onChange={({ target }) => setDraft(target.value)}
          maxLength={2000}
          autoComplete="off"
        />
        <button className="button strong" disabled={sending || !draft.trim()}>
          Send
        </button>
      </form>
    </section>
  );
}
