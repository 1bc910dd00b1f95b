// The feed, rendered by the server: the browser gets HTML, and no script of the SDK.

import type { Post } from "@avalo/sdk";
import Link from "next/link";
import { redirect } from "next/navigation";
import { Avatar } from "../components/avatar";
import { Frame } from "../components/frame";
import { Notice } from "../components/notice";
import { avalo } from "../lib/avalo";

export default async function Feed({ searchParams }: { searchParams: Promise<{ after?: string }> }) {
  const { after } = await searchParams;
  const sdk = await avalo();
  const { success, data, error } = await sdk.feed.getFeed({ limit: 10, ...(after && { cursor: after }) });
  if (error?.kind === "unauthenticated") redirect("/sign-in");
  return (
    <Frame here="feed">
      <h1>Your feed</h1>
      {!success && (
        <Notice title="The feed could not be read">
          <p>{error.message}</p>
          <Link className="button" href="/">
            Try again
          </Link>
        </Notice>
      )}
      {success && data.posts.length === 0 && (
        <Notice title="Nothing here yet">
          <p>Follow somebody, and what they write appears here.</p>
        </Notice>
      )}
      {data?.posts.map((post) => <Entry key={post.id} post={post} />)}
      {data?.nextCursor && (
        <Link className="button" href={`/?after=${data.nextCursor}`}>
          Older posts
        </Link>
      )}
    </Frame>
  );
}

function Entry({ post }: { post: Post }) {
  const { author } = post;
  return (
    <article className="post">
      <Avatar name={author.displayName} id={author.id} />
      <div>
        <header>
          <b>{author.displayName}</b>
          {author.isVerified && (
            <span className="verified" title="Verified">
              ✓
            </span>
          )}
          {post.visibility !== "public" && <span className="tag">{post.visibility}</span>}
          <time dateTime={post.createdAt}>{day.format(new Date(post.createdAt))}</time>
        </header>
        <p className={post.locked ? "locked" : undefined}>{post.content}</p>
        <footer>
          <span>{counted(post.likes, "like")}</span>
          <span>{counted(post.comments, "comment")}</span>
          {post.locked && <span className="price">{post.unlockPrice} tokens to unlock</span>}
        </footer>
      </div>
    </article>
  );
}

const day = new Intl.DateTimeFormat("en", { day: "numeric", month: "short", timeZone: "UTC" });
const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`;
