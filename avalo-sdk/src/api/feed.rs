//! Posts, comments, stories and the media in them.

mod media;
mod post;
mod story;

use avalo_sdk_macros::model;

pub use self::{
    media::{UploadGrant, UploadKind},
    post::{Comment, CommentPage, FeedPage, Post, PostKind, UnlockedPost, Visibility},
    story::{Story, StoryList, UnlockedStory},
};
use crate::{
    model::{CommentId, Cursor, PostId, StoryId, Tokens, UserId},
    operation::operations,
};

/// Which part of the feed to read.
#[model]
#[derive(Default)]
pub struct GetFeed {
    /// How many posts, 1 to 100; 20 if absent.
    #[range(1..=100)]
    pub limit: Option<u32>,
    /// Where to go on, from the page before.
    pub cursor: Option<Cursor>,
}

/// A post to publish.
#[model]
pub struct CreatePost {
    /// What it consists of.
    pub kind: PostKind,
    /// The words, 1 to 5,000 characters, at most 2,000 when gated; not blank.
    #[length(1..=5_000)]
    #[form(Words)]
    pub content: String,
    /// Up to 10 addresses from `request_upload`, at most 5 when gated: none for a text, at least one
    /// image or one video for those kinds. `profile_photo`, `chat_image`, `chat_video` and `chat_audio` have no
    /// place here, and an address is used once.
    #[length(..=10)]
    #[each(1..=500)]
    pub media_urls: Vec<String>,
    /// Who may see it; everyone if absent.
    pub visibility: Option<Visibility>,
    /// Asks a price of 5 to 10,000 tokens; for creators only.
    #[range(5..=10_000)]
    pub unlock_price: Option<Tokens>,
}

/// Which post to read.
#[model]
pub struct GetPost {
    /// The post.
    pub post_id: PostId,
}

/// What to change in a post. Absent fields stay as they are.
#[model]
pub struct UpdatePost {
    /// The post.
    pub post_id: PostId,
    /// The words, 1 to 5,000 characters, at most 2,000 when gated; not blank.
    #[length(1..=5_000)]
    #[form(Words)]
    pub content: Option<String>,
    /// Who may see it.
    pub visibility: Option<Visibility>,
}

/// Which post to delete.
#[model]
pub struct DeletePost {
    /// The post.
    pub post_id: PostId,
}

/// Which post to like.
#[model]
pub struct LikePost {
    /// The post.
    pub post_id: PostId,
}

/// Which post to like no longer.
#[model]
pub struct UnlikePost {
    /// The post.
    pub post_id: PostId,
}

/// A comment to write.
#[model]
pub struct CommentOnPost {
    /// The post.
    pub post_id: PostId,
    /// The words, 1 to 2,000 characters, not blank.
    #[length(1..=2_000)]
    #[form(Words)]
    pub content: String,
    /// The comment that this one answers.
    pub parent_comment_id: Option<CommentId>,
}

/// Which comments to read.
#[model]
pub struct GetComments {
    /// The post.
    pub post_id: PostId,
    /// How many, 1 to 100; 20 if absent.
    #[range(1..=100)]
    pub limit: Option<u32>,
    /// Where to go on, from the page before.
    pub cursor: Option<Cursor>,
}

/// Which comment to delete.
#[model]
pub struct DeleteComment {
    /// The post.
    pub post_id: PostId,
    /// The comment.
    pub comment_id: CommentId,
}

/// Whose posts to read.
#[model]
pub struct GetUserPosts {
    /// The author.
    pub user_id: UserId,
    /// How many, 1 to 100; 20 if absent.
    #[range(1..=100)]
    pub limit: Option<u32>,
    /// Where to go on, from the page before.
    pub cursor: Option<Cursor>,
}

/// Which post was shared.
#[model]
pub struct SharePost {
    /// The post.
    pub post_id: PostId,
}

/// Which post to unlock.
#[model]
pub struct UnlockPost {
    /// The post.
    pub post_id: PostId,
}

/// A story to publish for 24 hours.
#[model]
pub struct CreateStory {
    /// The address of one image or video, from `request_upload`; used once.
    #[length(1..=500)]
    pub media_url: String,
    /// Words beside it, 1 to 500 characters, not blank.
    #[length(1..=500)]
    #[form(Words)]
    pub caption: Option<String>,
    /// Asks a price of 50 to 500 tokens; for creators only.
    #[range(50..=500)]
    pub unlock_price: Option<Tokens>,
}

/// Whose stories to read.
#[model]
#[derive(Default)]
pub struct GetStories {
    /// One author; everyone the caller follows, and the caller, if absent.
    pub author_id: Option<UserId>,
}

/// Which story to pay for.
#[model]
pub struct UnlockStory {
    /// The story.
    pub story_id: StoryId,
}

/// Which story was looked at.
#[model]
pub struct ViewStory {
    /// The story.
    pub story_id: StoryId,
}

/// Which story to delete.
#[model]
pub struct DeleteStory {
    /// The story.
    pub story_id: StoryId,
}

/// A file that the caller wants to upload.
#[model]
pub struct RequestUpload {
    /// What it is for.
    pub kind: UploadKind,
    /// Its name, 1 to 256 characters.
    #[length(1..=256)]
    #[form(Words)]
    pub filename: String,
    /// Its media type, such as `image/jpeg`.
    #[length(1..=100)]
    pub content_type: String,
    /// Its size in bytes, at least 1.
    #[range(1..=9_007_199_254_740_991)]
    pub size: i64,
}

operations! {
    /// Posts, comments, stories and the media in them.
    Feed = "feed";

    /// Reads what the people the caller follows, and the caller, have posted, newest first.
    ///
    /// Fails with `invalid_cursor`.
    get_feed(GetFeed) -> FeedPage {
        GET "/v1/feed", auth: User, retry: Safe
    }

    /// Publishes a post. Followers see it in their feed and as a live event.
    ///
    /// Fails with `validation_failed`, `creator_required` for a price, `content_blocked`; with
    /// `failed_precondition` for a file that has not arrived or is used already.
    create_post(CreatePost) -> Post {
        POST "/v1/posts", auth: User, retry: Keyed
    }

    /// Reads one post.
    ///
    /// Fails with `not_found`, also for a post that is not for the caller: its visibility, a block.
    /// Who has paid for it keeps seeing it whatever its visibility becomes.
    get_post(GetPost) -> Post {
        GET "/v1/posts/{postId}", auth: User, retry: Safe
    }

    /// Changes a post of the caller's own.
    ///
    /// Fails with `not_found`, `not_author`, `validation_failed`, `content_blocked`.
    update_post(UpdatePost) -> Post {
        PATCH "/v1/posts/{postId}", auth: User, retry: Keyed
    }

    /// Deletes a post with its media: its author's, or any by the staff. One that is gone is deleted.
    ///
    /// Fails with `not_author`.
    delete_post(DeletePost) -> () {
        DELETE "/v1/posts/{postId}", auth: User, retry: Keyed
    }

    /// Reads what one user has posted, as much of it as the caller may see, newest first.
    ///
    /// Fails with `not_found`, also where one of the two has blocked the other, and `invalid_cursor`.
    get_user_posts(GetUserPosts) -> FeedPage {
        GET "/v1/profiles/{userId}/posts", auth: User, retry: Safe
    }

    /// Counts that the caller has shared a post, once for each user.
    ///
    /// Where it was shared is the app's business. Fails with `not_found`.
    share_post(SharePost) -> Post {
        POST "/v1/posts/{postId}/share", auth: User, retry: Keyed
    }

    /// Likes a post. Liking it again changes nothing.
    ///
    /// Fails with `not_found`.
    like_post(LikePost) -> Post {
        PUT "/v1/posts/{postId}/like", auth: User, retry: Safe
    }

    /// Takes a like back. Without a like it changes nothing.
    ///
    /// Fails with `not_found`.
    unlike_post(UnlikePost) -> Post {
        DELETE "/v1/posts/{postId}/like", auth: User, retry: Keyed
    }

    /// Writes a comment, or an answer to one.
    ///
    /// Fails with `not_found` for the post and for the comment to answer, `validation_failed`,
    /// `content_blocked`.
    comment_on_post(CommentOnPost) -> Comment {
        POST "/v1/posts/{postId}/comments", auth: User, retry: Keyed
    }

    /// Reads the comments of a post, oldest first, but for those from the other side of a block.
    ///
    /// Fails with `not_found`, `invalid_cursor`.
    get_comments(GetComments) -> CommentPage {
        GET "/v1/posts/{postId}/comments", auth: User, retry: Safe
    }

    /// Deletes a comment: for its author, the post's author and the staff. Answers to it stay, and stand
    /// for themselves. One that is gone is deleted.
    ///
    /// Fails with `not_author`, and with `not_found` where others see no such post.
    delete_comment(DeleteComment) -> () {
        DELETE "/v1/posts/{postId}/comments/{commentId}", auth: User, retry: Keyed
    }

    /// Pays for a gated post, once: 80 % goes to the creator, the rest to the platform.
    ///
    /// A post that is open to the caller already costs nothing, and neither do the author's own.
    ///
    /// Fails with `not_found`, `insufficient_balance`.
    unlock_post(UnlockPost) -> UnlockedPost {
        POST "/v1/posts/{postId}/unlock", auth: User, retry: Keyed
    }

    /// Publishes a story for 24 hours. A user has at most three at a time. Followers see it as a live
    /// event.
    ///
    /// Fails with `story_limit_reached`, `validation_failed`, `creator_required` for a price,
    /// `content_blocked`; with `failed_precondition` for a file that has not arrived or is used already.
    create_story(CreateStory) -> Story {
        POST "/v1/stories", auth: User, retry: Keyed
    }

    /// Reads the stories that are alive, newest first.
    ///
    /// Fails with `not_found` for an author who is not there or on the other side of a block.
    get_stories(GetStories) -> StoryList {
        GET "/v1/stories", auth: User, retry: Safe
    }

    /// Pays for a story, once: 65 % go to its author, the rest to the platform. It stays open to the
    /// caller as long as it lives.
    ///
    /// Fails with `not_found`, `story_expired`, `insufficient_balance`.
    unlock_story(UnlockStory) -> UnlockedStory {
        POST "/v1/stories/{storyId}/unlock", auth: User, retry: Keyed
    }

    /// Counts that the caller has looked at a story, once for each viewer; its author is none. The author
    /// sees how many there were.
    ///
    /// Fails with `not_found`, `story_expired`, and with `failed_precondition` for a story that the caller
    /// has yet to pay for.
    view_story(ViewStory) -> Story {
        PUT "/v1/stories/{storyId}/view", auth: User, retry: Safe
    }

    /// Deletes a story with its medium: its author's, or any by the staff. One that is gone is deleted.
    ///
    /// Fails with `not_author`.
    delete_story(DeleteStory) -> () {
        DELETE "/v1/stories/{storyId}", auth: User, retry: Keyed
    }

    /// Asks for leave to upload a file; the bytes then go to the address in the answer.
    ///
    /// Fails with `payload_too_large`, `unsupported_media_type`, `creator_required` for
    /// `creator_content`, `validation_failed`.
    request_upload(RequestUpload) -> UploadGrant {
        POST "/v1/media/uploads", auth: User, retry: Keyed
    }
}
