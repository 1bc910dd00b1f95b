// The feed, page after page.

import { useAvaloMutation, useAvaloQuery } from "@avalo/react";
import type { Post } from "@avalo/sdk";
import { useState } from "react";
import { Avatar, CommentIcon, Failure, HeartIcon, Loading, LockIcon, Notice, When } from "../parts";

export function Feed() {
  return (
    <>
      <h1>Your feed</h1>
      <Page />
    </>
  );
}

/** One page of posts and, once it is asked for, what comes after it. */
function Page({ cursor }: { cursor?: string }) {
  const [goesOn, setGoesOn] = useState(false);
  const { data, error, isLoading, refetch } = useAvaloQuery(["feed", cursor], (sdk, options) =>
    sdk.feed.getFeed({ limit: 10, ...(cursor && { cursor }) }, options),
  );
  if (isLoading) return <Loading rows={cursor ? 2 : 4} />;
  if (!data) return error && <Failure title="The feed could not be read" error={error} retry={refetch} />;
  if (data.posts.length === 0) {
    return <Notice title="Nothing here yet">Follow somebody, and what they write appears here.</Notice>;
  }
  return (
    <>
      {data.posts.map((post) => (
        <Entry key={post.id} post={post} />
      ))}
      {!data.nextCursor ? null : goesOn ? (
        <Page cursor={data.nextCursor} />
      ) : (
        <button className="button more" onClick={() => setGoesOn(true)}>
          Older posts
        </button>
      )}
    </>
  );
}

function Entry({ post: read }: { post: Post }) {
  // Whatever is done to a post answers the post as it is then.
  const [post, setPost] = useState(read);
  const like = useAvaloMutation(
    (sdk, { id, liked }: Post, options) =>
      liked ? sdk.feed.unlikePost({ postId: id }, options) : sdk.feed.likePost({ postId: id }, options),
    { onSuccess: setPost },
  );
  const unlock = useAvaloMutation((sdk, { id }: Post, options) => sdk.feed.unlockPost({ postId: id }, options), {
    onSuccess: ({ post }) => setPost(post),
  });
  // What is on its way is shown as done: if it fails, the heart goes back by itself.
  const liked = like.isPending ? !post.liked : post.liked;
  const likes = post.likes + Number(liked) - Number(post.liked);
  const error = like.error ?? unlock.error;
  return (
    <article className="post">
      <Avatar name={post.author.displayName} id={post.author.id} />
      <div>
        <header>
          <b>{post.author.displayName}</b>
          {post.author.isVerified && <span className="verified" role="img" aria-label="Verified" />}
          {post.visibility !== "public" && <span className="tag">{post.visibility}</span>}
          <When at={post.createdAt} />
        </header>
        <p className={post.locked ? "locked" : undefined}>{post.content}</p>
        <footer>
          <button aria-pressed={liked} aria-label={liked ? "Unlike" : "Like"} onClick={() => like.mutate(post)}>
            <HeartIcon /> {likes}
          </button>
          <span title="Comments">
            <CommentIcon /> {post.comments}
          </span>
          {post.locked && (
            <button className="unlock" disabled={unlock.isPending} onClick={() => unlock.mutate(post)}>
              <LockIcon /> Unlock for {post.unlockPrice} tokens
            </button>
          )}
        </footer>
        {error && (
          <p className="failure" role="alert">
            {error.message}
          </p>
        )}
      </div>
    </article>
  );
}
