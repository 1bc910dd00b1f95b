import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import "./styles/base.css";
import "./styles/parts.css";
import "./styles/bar.css";
import "./styles/feed.css";
import "./styles/door.css";
import "./styles/chats.css";

export const metadata: Metadata = { title: { default: "Avalo", template: "%s · Avalo" }, description: "An example on the Avalo SDK." };
export const viewport: Viewport = { colorScheme: "light dark" };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
