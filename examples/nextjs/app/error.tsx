"use client";

import { Notice } from "../components/notice";

export default function Failed({ reset }: { error: Error; reset: () => void }) {
  return (
    <main className="feed">
      <Notice title="Something went wrong">
        <p>It is not your fault. Trying again may help.</p>
        <button className="button" onClick={reset}>
          Try again
        </button>
      </Notice>
    </main>
  );
}
