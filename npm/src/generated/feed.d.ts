// Written by `cargo xtask generate` from the tables in avalo-sdk/src/api. Do not edit.

import type { AvaloClient, ApiResponse, CallOptions, ReplyStream, LiveSubscription, SubscribeOptions } from "../types.js";
import type * as t from "./types.js";

/**
 * Reads what the people the caller follows, and the caller, have posted, newest first.
 *
 * Fails with `invalid_cursor`.
 *
 * `GET /v1/feed`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `validation_failed`,
 * `internal`, `unavailable`.
 */
export declare function getFeed(client: AvaloClient, params?: t.GetFeed, options?: CallOptions): Promise<ApiResponse<t.FeedPage>>;

/**
 * Publishes a post. Followers see it in their feed and as a live event.
 *
 * Fails with `validation_failed`, `creator_required` for a price, `content_blocked`; with
 * `failed_precondition` for a file that has not arrived or is used already.
 *
 * `POST /v1/posts`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `creator_required`, `idempotency_in_flight`, `failed_precondition`, `payload_too_large`,
 * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `content_blocked`, `internal`,
 * `unavailable`.
 */
export declare function createPost(client: AvaloClient, params: t.CreatePost, options?: CallOptions): Promise<ApiResponse<t.Post>>;

/**
 * Reads one post.
 *
 * Fails with `not_found`, also for a post that is not for the caller: its visibility, a block. Who has paid
 * for it keeps seeing it whatever its visibility becomes.
 *
 * `GET /v1/posts/{postId}`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `not_found`, `validation_failed`,
 * `internal`, `unavailable`.
 */
export declare function getPost(client: AvaloClient, params: t.GetPost, options?: CallOptions): Promise<ApiResponse<t.Post>>;

/**
 * Changes a post of the caller's own.
 *
 * Fails with `not_found`, `not_author`, `validation_failed`, `content_blocked`.
 *
 * `PATCH /v1/posts/{postId}`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `not_author`, `not_found`, `idempotency_in_flight`, `payload_too_large`, `unsupported_media_type`,
 * `validation_failed`, `idempotency_key_reused`, `content_blocked`, `internal`, `unavailable`.
 */
export declare function updatePost(client: AvaloClient, params: t.UpdatePost, options?: CallOptions): Promise<ApiResponse<t.Post>>;

/**
 * Deletes a post with its media: its author's, or any by the staff. One that is gone is deleted.
 *
 * Fails with `not_author`.
 *
 * `DELETE /v1/posts/{postId}`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`, `not_author`,
 * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function deletePost(client: AvaloClient, params: t.DeletePost, options?: CallOptions): Promise<ApiResponse<null>>;

/**
 * Reads what one user has posted, as much of it as the caller may see, newest first.
 *
 * Fails with `not_found`, also where one of the two has blocked the other, and `invalid_cursor`.
 *
 * `GET /v1/profiles/{userId}/posts`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `not_found`,
 * `validation_failed`, `internal`, `unavailable`.
 */
export declare function getUserPosts(client: AvaloClient, params: t.GetUserPosts, options?: CallOptions): Promise<ApiResponse<t.FeedPage>>;

/**
 * Counts that the caller has shared a post, once for each user.
 *
 * Where it was shared is the app's business. Fails with `not_found`.
 *
 * `POST /v1/posts/{postId}/share`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`, `not_found`,
 * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function sharePost(client: AvaloClient, params: t.SharePost, options?: CallOptions): Promise<ApiResponse<t.Post>>;

/**
 * Likes a post. Liking it again changes nothing.
 *
 * Fails with `not_found`.
 *
 * `PUT /v1/posts/{postId}/like`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `not_found`, `validation_failed`,
 * `internal`, `unavailable`.
 */
export declare function likePost(client: AvaloClient, params: t.LikePost, options?: CallOptions): Promise<ApiResponse<t.Post>>;

/**
 * Takes a like back. Without a like it changes nothing.
 *
 * Fails with `not_found`.
 *
 * `DELETE /v1/posts/{postId}/like`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`, `not_found`,
 * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function unlikePost(client: AvaloClient, params: t.UnlikePost, options?: CallOptions): Promise<ApiResponse<t.Post>>;

/**
 * Writes a comment, or an answer to one.
 *
 * Fails with `not_found` for the post and for the comment to answer, `validation_failed`, `content_blocked`.
 *
 * `POST /v1/posts/{postId}/comments`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `not_found`, `idempotency_in_flight`, `payload_too_large`, `unsupported_media_type`, `validation_failed`,
 * `idempotency_key_reused`, `content_blocked`, `internal`, `unavailable`.
 */
export declare function commentOnPost(client: AvaloClient, params: t.CommentOnPost, options?: CallOptions): Promise<ApiResponse<t.Comment>>;

/**
 * Reads the comments of a post, oldest first, but for those from the other side of a block.
 *
 * Fails with `not_found`, `invalid_cursor`.
 *
 * `GET /v1/posts/{postId}/comments`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `not_found`,
 * `validation_failed`, `internal`, `unavailable`.
 */
export declare function getComments(client: AvaloClient, params: t.GetComments, options?: CallOptions): Promise<ApiResponse<t.CommentPage>>;

/**
 * Deletes a comment: for its author, the post's author and the staff. Answers to it stay, and stand for
 * themselves. One that is gone is deleted.
 *
 * Fails with `not_author`, and with `not_found` where others see no such post.
 *
 * `DELETE /v1/posts/{postId}/comments/{commentId}`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`, `not_author`,
 * `not_found`, `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`,
 * `unavailable`.
 */
export declare function deleteComment(client: AvaloClient, params: t.DeleteComment, options?: CallOptions): Promise<ApiResponse<null>>;

/**
 * Pays for a gated post, once: 80 % goes to the creator, the rest to the platform.
 *
 * A post that is open to the caller already costs nothing, and neither do the author's own.
 *
 * Fails with `not_found`, `insufficient_balance`.
 *
 * `POST /v1/posts/{postId}/unlock`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `insufficient_balance`, `not_found`, `idempotency_in_flight`, `validation_failed`,
 * `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function unlockPost(client: AvaloClient, params: t.UnlockPost, options?: CallOptions): Promise<ApiResponse<t.UnlockedPost>>;

/**
 * Publishes a story for 24 hours. A user has at most three at a time. Followers see it as a live event.
 *
 * Fails with `story_limit_reached`, `validation_failed`, `creator_required` for a price, `content_blocked`;
 * with `failed_precondition` for a file that has not arrived or is used already.
 *
 * `POST /v1/stories`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `creator_required`, `idempotency_in_flight`, `failed_precondition`, `story_limit_reached`,
 * `payload_too_large`, `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`,
 * `content_blocked`, `internal`, `unavailable`.
 */
export declare function createStory(client: AvaloClient, params: t.CreateStory, options?: CallOptions): Promise<ApiResponse<t.Story>>;

/**
 * Reads the stories that are alive, newest first.
 *
 * Fails with `not_found` for an author who is not there or on the other side of a block.
 *
 * `GET /v1/stories`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `not_found`, `validation_failed`,
 * `internal`, `unavailable`.
 */
export declare function getStories(client: AvaloClient, params?: t.GetStories, options?: CallOptions): Promise<ApiResponse<t.StoryList>>;

/**
 * Pays for a story, once: 65 % go to its author, the rest to the platform. It stays open to the caller as
 * long as it lives.
 *
 * Fails with `not_found`, `story_expired`, `insufficient_balance`.
 *
 * `POST /v1/stories/{storyId}/unlock`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `insufficient_balance`, `not_found`, `idempotency_in_flight`, `story_expired`, `validation_failed`,
 * `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function unlockStory(client: AvaloClient, params: t.UnlockStory, options?: CallOptions): Promise<ApiResponse<t.UnlockedStory>>;

/**
 * Counts that the caller has looked at a story, once for each viewer; its author is none. The author sees how
 * many there were.
 *
 * Fails with `not_found`, `story_expired`, and with `failed_precondition` for a story that the caller has yet
 * to pay for.
 *
 * `PUT /v1/stories/{storyId}/view`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `not_found`, `failed_precondition`,
 * `story_expired`, `validation_failed`, `internal`, `unavailable`.
 */
export declare function viewStory(client: AvaloClient, params: t.ViewStory, options?: CallOptions): Promise<ApiResponse<t.Story>>;

/**
 * Deletes a story with its medium: its author's, or any by the staff. One that is gone is deleted.
 *
 * Fails with `not_author`.
 *
 * `DELETE /v1/stories/{storyId}`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`, `not_author`,
 * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function deleteStory(client: AvaloClient, params: t.DeleteStory, options?: CallOptions): Promise<ApiResponse<null>>;

/**
 * Asks for leave to upload a file; the bytes then go to the address in the answer.
 *
 * Fails with `payload_too_large`, `unsupported_media_type`, `creator_required` for `creator_content`,
 * `validation_failed`.
 *
 * `POST /v1/media/uploads`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `creator_required`, `idempotency_in_flight`, `payload_too_large`, `unsupported_media_type`,
 * `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function requestUpload(client: AvaloClient, params: t.RequestUpload, options?: CallOptions): Promise<ApiResponse<t.UploadGrant>>;

/** Posts, comments, stories and the media in them. */
export interface FeedApi {
  /**
   * Reads what the people the caller follows, and the caller, have posted, newest first.
   *
   * Fails with `invalid_cursor`.
   *
   * `GET /v1/feed`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `validation_failed`,
   * `internal`, `unavailable`.
   */
  getFeed(params?: t.GetFeed, options?: CallOptions): Promise<ApiResponse<t.FeedPage>>;
  /**
   * Publishes a post. Followers see it in their feed and as a live event.
   *
   * Fails with `validation_failed`, `creator_required` for a price, `content_blocked`; with
   * `failed_precondition` for a file that has not arrived or is used already.
   *
   * `POST /v1/posts`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `creator_required`, `idempotency_in_flight`, `failed_precondition`, `payload_too_large`,
   * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `content_blocked`, `internal`,
   * `unavailable`.
   */
  createPost(params: t.CreatePost, options?: CallOptions): Promise<ApiResponse<t.Post>>;
  /**
   * Reads one post.
   *
   * Fails with `not_found`, also for a post that is not for the caller: its visibility, a block. Who has paid
   * for it keeps seeing it whatever its visibility becomes.
   *
   * `GET /v1/posts/{postId}`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `not_found`, `validation_failed`,
   * `internal`, `unavailable`.
   */
  getPost(params: t.GetPost, options?: CallOptions): Promise<ApiResponse<t.Post>>;
  /**
   * Changes a post of the caller's own.
   *
   * Fails with `not_found`, `not_author`, `validation_failed`, `content_blocked`.
   *
   * `PATCH /v1/posts/{postId}`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`,
   * `token_expired`, `not_author`, `not_found`, `idempotency_in_flight`, `payload_too_large`,
   * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `content_blocked`, `internal`,
   * `unavailable`.
   */
  updatePost(params: t.UpdatePost, options?: CallOptions): Promise<ApiResponse<t.Post>>;
  /**
   * Deletes a post with its media: its author's, or any by the staff. One that is gone is deleted.
   *
   * Fails with `not_author`.
   *
   * `DELETE /v1/posts/{postId}`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`, `not_author`,
   * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  deletePost(params: t.DeletePost, options?: CallOptions): Promise<ApiResponse<null>>;
  /**
   * Reads what one user has posted, as much of it as the caller may see, newest first.
   *
   * Fails with `not_found`, also where one of the two has blocked the other, and `invalid_cursor`.
   *
   * `GET /v1/profiles/{userId}/posts`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `not_found`,
   * `validation_failed`, `internal`, `unavailable`.
   */
  getUserPosts(params: t.GetUserPosts, options?: CallOptions): Promise<ApiResponse<t.FeedPage>>;
  /**
   * Counts that the caller has shared a post, once for each user.
   *
   * Where it was shared is the app's business. Fails with `not_found`.
   *
   * `POST /v1/posts/{postId}/share`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`, `not_found`,
   * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  sharePost(params: t.SharePost, options?: CallOptions): Promise<ApiResponse<t.Post>>;
  /**
   * Likes a post. Liking it again changes nothing.
   *
   * Fails with `not_found`.
   *
   * `PUT /v1/posts/{postId}/like`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `not_found`, `validation_failed`,
   * `internal`, `unavailable`.
   */
  likePost(params: t.LikePost, options?: CallOptions): Promise<ApiResponse<t.Post>>;
  /**
   * Takes a like back. Without a like it changes nothing.
   *
   * Fails with `not_found`.
   *
   * `DELETE /v1/posts/{postId}/like`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`, `not_found`,
   * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  unlikePost(params: t.UnlikePost, options?: CallOptions): Promise<ApiResponse<t.Post>>;
  /**
   * Writes a comment, or an answer to one.
   *
   * Fails with `not_found` for the post and for the comment to answer, `validation_failed`,
   * `content_blocked`.
   *
   * `POST /v1/posts/{postId}/comments`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`,
   * `token_expired`, `not_found`, `idempotency_in_flight`, `payload_too_large`, `unsupported_media_type`,
   * `validation_failed`, `idempotency_key_reused`, `content_blocked`, `internal`, `unavailable`.
   */
  commentOnPost(params: t.CommentOnPost, options?: CallOptions): Promise<ApiResponse<t.Comment>>;
  /**
   * Reads the comments of a post, oldest first, but for those from the other side of a block.
   *
   * Fails with `not_found`, `invalid_cursor`.
   *
   * `GET /v1/posts/{postId}/comments`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `not_found`,
   * `validation_failed`, `internal`, `unavailable`.
   */
  getComments(params: t.GetComments, options?: CallOptions): Promise<ApiResponse<t.CommentPage>>;
  /**
   * Deletes a comment: for its author, the post's author and the staff. Answers to it stay, and stand for
   * themselves. One that is gone is deleted.
   *
   * Fails with `not_author`, and with `not_found` where others see no such post.
   *
   * `DELETE /v1/posts/{postId}/comments/{commentId}`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`, `not_author`,
   * `not_found`, `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`,
   * `unavailable`.
   */
  deleteComment(params: t.DeleteComment, options?: CallOptions): Promise<ApiResponse<null>>;
  /**
   * Pays for a gated post, once: 80 % goes to the creator, the rest to the platform.
   *
   * A post that is open to the caller already costs nothing, and neither do the author's own.
   *
   * Fails with `not_found`, `insufficient_balance`.
   *
   * `POST /v1/posts/{postId}/unlock`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `insufficient_balance`, `not_found`, `idempotency_in_flight`, `validation_failed`,
   * `idempotency_key_reused`, `internal`, `unavailable`.
   */
  unlockPost(params: t.UnlockPost, options?: CallOptions): Promise<ApiResponse<t.UnlockedPost>>;
  /**
   * Publishes a story for 24 hours. A user has at most three at a time. Followers see it as a live event.
   *
   * Fails with `story_limit_reached`, `validation_failed`, `creator_required` for a price, `content_blocked`;
   * with `failed_precondition` for a file that has not arrived or is used already.
   *
   * `POST /v1/stories`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `creator_required`, `idempotency_in_flight`, `failed_precondition`, `story_limit_reached`,
   * `payload_too_large`, `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`,
   * `content_blocked`, `internal`, `unavailable`.
   */
  createStory(params: t.CreateStory, options?: CallOptions): Promise<ApiResponse<t.Story>>;
  /**
   * Reads the stories that are alive, newest first.
   *
   * Fails with `not_found` for an author who is not there or on the other side of a block.
   *
   * `GET /v1/stories`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `not_found`, `validation_failed`,
   * `internal`, `unavailable`.
   */
  getStories(params?: t.GetStories, options?: CallOptions): Promise<ApiResponse<t.StoryList>>;
  /**
   * Pays for a story, once: 65 % go to its author, the rest to the platform. It stays open to the caller as
   * long as it lives.
   *
   * Fails with `not_found`, `story_expired`, `insufficient_balance`.
   *
   * `POST /v1/stories/{storyId}/unlock`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `insufficient_balance`, `not_found`, `idempotency_in_flight`, `story_expired`, `validation_failed`,
   * `idempotency_key_reused`, `internal`, `unavailable`.
   */
  unlockStory(params: t.UnlockStory, options?: CallOptions): Promise<ApiResponse<t.UnlockedStory>>;
  /**
   * Counts that the caller has looked at a story, once for each viewer; its author is none. The author sees
   * how many there were.
   *
   * Fails with `not_found`, `story_expired`, and with `failed_precondition` for a story that the caller has
   * yet to pay for.
   *
   * `PUT /v1/stories/{storyId}/view`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `not_found`, `failed_precondition`,
   * `story_expired`, `validation_failed`, `internal`, `unavailable`.
   */
  viewStory(params: t.ViewStory, options?: CallOptions): Promise<ApiResponse<t.Story>>;
  /**
   * Deletes a story with its medium: its author's, or any by the staff. One that is gone is deleted.
   *
   * Fails with `not_author`.
   *
   * `DELETE /v1/stories/{storyId}`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`, `not_author`,
   * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  deleteStory(params: t.DeleteStory, options?: CallOptions): Promise<ApiResponse<null>>;
  /**
   * Asks for leave to upload a file; the bytes then go to the address in the answer.
   *
   * Fails with `payload_too_large`, `unsupported_media_type`, `creator_required` for `creator_content`,
   * `validation_failed`.
   *
   * `POST /v1/media/uploads`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `creator_required`, `idempotency_in_flight`, `payload_too_large`, `unsupported_media_type`,
   * `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  requestUpload(params: t.RequestUpload, options?: CallOptions): Promise<ApiResponse<t.UploadGrant>>;
}
