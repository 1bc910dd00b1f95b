//! Posts and what is said below them.

use avalo_sdk_macros::model;

use crate::{
    api::profiles::UserSummary,
    model::{CommentId, Cursor, PostId, Timestamp, Tokens},
};

/// What a post consists of.
#[model]
pub enum PostKind {
    /// Words and nothing else.
    Text,
    /// Words and at least one image.
    Image,
    /// Words and at least one video.
    Video,
}

/// Who may see a post.
#[model]
pub enum Visibility {
    /// Everyone.
    Public,
    /// Those who follow the author.
    Followers,
    /// Those who subscribe to the author.
    Subscribers,
}

/// A post. One that is gated and not unlocked shows its price and neither content nor media.
#[model]
pub struct Post {
    /// The post.
    pub id: PostId,
    /// Who wrote it.
    pub author: UserSummary,
    /// What it consists of.
    pub kind: PostKind,
    /// The words; while it is locked the first 80 characters, of a short text the first half, and an
    /// ellipsis.
    pub content: String,
    /// Where the media are; empty while it is locked.
    pub media_urls: Vec<String>,
    /// Who may see it.
    pub visibility: Visibility,
    /// Whether it has a price.
    pub gated: bool,
    /// Whether the caller has yet to pay for it.
    pub locked: bool,
    /// The price of a gated post, 5 to 10,000 tokens.
    pub unlock_price: Option<Tokens>,
    /// How many users like it.
    pub likes: u32,
    /// How many users have shared it.
    pub shares: u32,
    /// How many comments it has.
    pub comments: u32,
    /// Whether the caller likes it.
    pub liked: bool,
    /// When it was published.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// A page of posts, newest first.
#[model]
pub struct FeedPage {
    /// The posts.
    pub posts: Vec<Post>,
    /// Where the next page starts; absent on the last.
    pub next_cursor: Option<Cursor>,
}

/// A post that the caller may read whole.
#[model]
pub struct UnlockedPost {
    /// The post with its content and media.
    pub post: Post,
    /// What this call charged: the price the first time, nothing after that.
    pub charged: Tokens,
    /// Whether it was open to the caller before.
    pub already_unlocked: bool,
}

/// A comment.
#[model]
pub struct Comment {
    /// The comment.
    pub id: CommentId,
    /// The post.
    pub post_id: PostId,
    /// Who wrote it.
    pub author: UserSummary,
    /// The words.
    pub content: String,
    /// The comment that this one answers.
    pub parent_comment_id: Option<CommentId>,
    /// When it was written.
    pub created_at: Timestamp,
}

/// A page of comments, oldest first.
#[model]
pub struct CommentPage {
    /// The comments.
    pub comments: Vec<Comment>,
    /// Where the next page starts; absent on the last.
    pub next_cursor: Option<Cursor>,
}
