import type { ReactNode } from "react";

/** Nothing to show, or nothing that could be had: what it is, and what to do. */
export function Notice({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="notice" role="status">
      <h2>{title}</h2>
      {children}
    </div>
  );
}
