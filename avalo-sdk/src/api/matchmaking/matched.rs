//! Two who like each other.

use avalo_sdk_macros::model;

use super::suggestion::MatchReason;
use crate::{
    api::profiles::UserSummary,
    model::{ChatId, Cursor, MatchId, Timestamp, Tokens},
};

/// A match as one of the two sees it.
#[model]
pub struct Match {
    /// The match.
    pub id: MatchId,
    /// The other one.
    pub user: UserSummary,
    /// How well they fitted when they became a match, 0 to 100.
    pub score: u32,
    /// Why.
    pub reasons: Vec<MatchReason>,
    /// The chat.
    pub chat_id: ChatId,
    /// How many messages the chat's payer may still send for nothing.
    pub free_messages_remaining: u32,
    /// When they became a match.
    pub created_at: Timestamp,
    /// When anything last happened in the chat.
    pub last_activity_at: Timestamp,
}

/// A page of matches, the one with the latest activity first.
#[model]
pub struct MatchPage {
    /// The matches.
    pub matches: Vec<Match>,
    /// Where the next page starts; absent on the last.
    pub next_cursor: Option<Cursor>,
}

/// What became of a match that was ended.
#[model]
pub struct UnmatchReceipt {
    /// The escrow of the chat that returned to its payer; 0 if there was none.
    pub refunded: Tokens,
}

/// The free messages of a match's chat.
#[model]
pub struct FreeMessagesStatus {
    /// How many the payer had: 4.
    pub limit: u32,
    /// How many the payer has sent.
    pub used: u32,
    /// How many are left.
    pub remaining: u32,
    /// Whether the caller's next message is one of them: the caller is the payer, some are left, and
    /// the chat is open. Messages of the other side always cost nothing.
    pub eligible: bool,
    /// When they end; absent, for they do not.
    pub expires_at: Option<Timestamp>,
}
