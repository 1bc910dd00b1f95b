// Small parts that several pages use.

import type { AvaloError } from "@avalo/sdk";
import type { CSSProperties, ReactNode } from "react";

/** A user without a photo: the initials, in a colour of their own. */
export function Avatar({ name, id }: { name: string; id: string }) {
  const hue = [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0) * 47) % 360, 7);
  const initials = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word[0] ?? "")
    .join("");
  return (
    <span className="avatar" style={{ "--hue": hue } as CSSProperties} aria-hidden="true">
      {initials.toUpperCase()}
    </span>
  );
}

/** Nothing to show: why, and what to do about it. */
export function Notice({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="notice" role="status">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** Something that could not be had, and another try. */
export function Failure({ title, error, retry }: { title: string; error: AvaloError; retry: () => unknown }) {
  return (
    <Notice title={title}>
      <p>{error.message}</p>
      <button className="button" onClick={() => void retry()}>
        Try again
      </button>
    </Notice>
  );
}

/** The shape of what is on its way. */
export function Loading({ rows, kind = "block" }: { rows: number; kind?: "block" | "line" }) {
  return (
    <div className="skeletons" role="status" aria-label="Loading">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={`skeleton ${kind}`}>
          <i />
          <div>
            <b />
            <b />
          </div>
        </div>
      ))}
    </div>
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

const icon = (path: string) =>
  function Icon() {
    return (
      <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
        <path d={path} />
      </svg>
    );
  };

export const FeedIcon = icon("M4 11 12 4l8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1z");
export const ChatIcon = icon("M4 6.5A2.5 2.5 0 0 1 6.5 4h11A2.5 2.5 0 0 1 20 6.5v7a2.5 2.5 0 0 1-2.5 2.5H11l-5 4v-4a2 2 0 0 1-2-2z");
export const WalletIcon = icon("M4 8a2 2 0 0 1 2-2h11v3M4 8v9a2 2 0 0 0 2 2h13a1 1 0 0 0 1-1v-8a1 1 0 0 0-1-1H5a1 1 0 0 1-1-1zm12 6h.01");
export const HeartIcon = icon("M12 20s-7.5-4.6-7.5-10.2A4.3 4.3 0 0 1 12 7a4.3 4.3 0 0 1 7.5 2.8C19.5 15.4 12 20 12 20z");
export const CommentIcon = icon("M5 5h14v10h-8l-4 4v-4H5z");
export const LockIcon = icon("M7 11V8a5 5 0 0 1 10 0v3m-11 0h12v9H6z");
export const SendIcon = icon("M5 12 20 5l-4 15-4-6zm7 2 8-9");
export const BackIcon = icon("M15 5 8 12l7 7");

const day = new Intl.DateTimeFormat("en", { day: "numeric", month: "short" });
const minute = new Intl.DateTimeFormat("en", { hour: "numeric", minute: "2-digit" });

/** When something happened: the day, or the time of day. */
export function When({ at, time = false }: { at: string; time?: boolean }) {
  return <time dateTime={at}>{(time ? minute : day).format(new Date(at))}</time>;
}
