// Which page is shown: it depends on whether somebody is signed in, and on the address.

import { useSession } from "@avalo/react";
import { useEffect, useSyncExternalStore } from "react";
import { Frame } from "./frame";
import { Chats } from "./pages/chats";
import { Feed } from "./pages/feed";
import { SignIn } from "./pages/sign-in";
import { Wallet } from "./pages/wallet";
import { SharedReads } from "./shared";

export function App() {
  const { userId, isLoading } = useSession();
  const [page, detail] = useRoute();
  const title = userId ? (titles[page] ?? "Feed") : "Sign in";
  useEffect(() => void (document.title = `${title} · Avalo`), [title]);

  // For the moment that it takes to look into the store, nothing is better than the wrong page.
  if (isLoading) return null;
  if (!userId) return <SignIn />;
  return (
    // Another user starts with everything anew.
    <SharedReads key={userId}>
      <Frame here={page in titles ? page : "feed"}>
        {page === "chats" ? <Chats userId={userId} chatId={detail} /> : page === "wallet" ? <Wallet /> : <Feed />}
      </Frame>
    </SharedReads>
  );
}

const titles: Record<string, string> = { feed: "Feed", chats: "Chats", wallet: "Wallet" };

/** The address after `#/`, in parts: an application of three pages needs no router. */
function useRoute(): [page: string, detail?: string] {
  const hash = useSyncExternalStore(onHash, () => location.hash);
  const [page = "", detail] = hash.replace(/^#\/?/, "").split("/");
  return detail ? [page || "feed", detail] : [page || "feed"];
}

function onHash(changed: () => void) {
  addEventListener("hashchange", changed);
  return () => removeEventListener("hashchange", changed);
}
