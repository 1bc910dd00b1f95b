//! Likes, and how many are left.

use avalo_sdk_macros::model;

use crate::{
    api::profiles::UserSummary,
    model::{ChatId, Cursor, MatchId, Timestamp, Tokens, UserId},
};

/// How many likes a user has. 50 at midnight UTC; while there are fewer, each full hour adds 10.
#[model]
pub struct LikeAllowance {
    /// The most there are at a time: 50.
    pub limit: u32,
    /// How many are left; absent for Royal members, whose likes are not counted.
    pub remaining: Option<u32>,
    /// When there are more; absent while none are missing.
    pub next_refill_at: Option<Timestamp>,
}

/// What became of a like.
#[model]
pub struct LikeReceipt {
    /// Whether the two are a match now.
    pub matched: bool,
    /// The match.
    pub match_id: Option<MatchId>,
    /// Its chat.
    pub chat_id: Option<ChatId>,
    /// How many messages the chat's payer may send for nothing.
    pub free_messages_remaining: Option<u32>,
    /// What the like cost: 50 for a super like, else nothing.
    pub charged: Tokens,
    /// How many likes are left; absent for Royal members, whose likes are not counted.
    pub remaining: Option<u32>,
    /// When there are more; absent while none are missing.
    pub next_refill_at: Option<Timestamp>,
}

/// What can be done with a suggestion.
#[model]
pub enum SwipeKind {
    /// A like.
    Like,
    /// A like for 50 tokens.
    SuperLike,
    /// A pass.
    Pass,
}

/// What was taken back.
#[model]
pub struct RewindReceipt {
    /// Whom it was about; they may be suggested again.
    pub user_id: UserId,
    /// What it was.
    pub kind: SwipeKind,
    /// What taking it back cost: 10.
    pub charged: Tokens,
    /// What came back: the price of a super like, else nothing.
    pub refunded: Tokens,
    /// What can be spent now.
    pub balance: Tokens,
}

/// A like that the caller has not answered.
#[model]
pub struct ReceivedLike {
    /// Who likes the caller.
    pub user: UserSummary,
    /// Whether it is a super like.
    pub super_like: bool,
    /// When it came.
    pub liked_at: Timestamp,
}

/// A page of likes: super likes first, then the newest.
#[model]
pub struct LikesReceivedPage {
    /// The likes.
    pub likes: Vec<ReceivedLike>,
    /// Where the next page starts; absent on the last.
    pub next_cursor: Option<Cursor>,
}
