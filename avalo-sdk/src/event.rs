//! Live events, as they travel in the stream of `GET /v1/events`.

use avalo_sdk_macros::model;

use crate::{
    api::{
        chat::Message,
        feed::{Post, Story},
        notifications::Notification,
    },
    model::{ChatId, MatchId, MessageId, Timestamp, Tokens, UserId},
};

/// What happened.
#[model]
pub enum EventKind {
    /// A message arrived in a chat of the user, or the user sent one elsewhere.
    ChatMessage,
    /// A chat was opened, paid into, refunded or closed.
    ChatUpdate,
    /// A message was deleted; what is left of it is in `message`.
    MessageDeleted,
    /// The other side of a chat writes, or stopped writing. Lossy: never sent again.
    TypingIndicator,
    /// The other side read messages.
    ReadReceipt,
    /// Someone the user talks to came or went. Lossy: never sent again.
    PresenceUpdate,
    /// Someone the user follows published a post or a story.
    FeedUpdate,
    /// The user's wallet changed.
    WalletUpdate,
    /// The state of the user's verification changed.
    KycUpdate,
    /// The user and another like each other: a match and its chat are there.
    MatchCreated,
    /// Someone likes the user's profile. `state` is `super` for a super like.
    LikeReceived,
    /// Anything else the user should see.
    Notification,
    /// Events were missed that the server no longer has: read the current state anew.
    Resync,
}

/// A live event. The fields that its kind needs are present.
#[model]
pub struct Event {
    /// What happened.
    pub kind: EventKind,
    /// When it happened.
    pub at: Timestamp,
    /// The chat it belongs to.
    pub chat_id: Option<ChatId>,
    /// Who caused it.
    pub user_id: Option<UserId>,
    /// The match of a `MatchCreated`.
    pub match_id: Option<MatchId>,
    /// The message of a `ChatMessage` or a `MessageDeleted`.
    pub message: Option<Message>,
    /// The messages of a `ReadReceipt`.
    pub message_ids: Option<Vec<MessageId>>,
    /// Whether the other side writes, in a `TypingIndicator`.
    pub typing: Option<bool>,
    /// The new state, where the kind has one: `online`, `closed`, `approved`.
    pub state: Option<String>,
    /// The post of a `FeedUpdate`.
    pub post: Option<Post>,
    /// The story of a `FeedUpdate`.
    pub story: Option<Story>,
    /// The spendable tokens after a `WalletUpdate`.
    pub balance: Option<Tokens>,
    /// What to show, in a `Notification`.
    pub text: Option<String>,
    /// The entry of the inbox, in a `Notification`.
    pub notification: Option<Notification>,
}

impl Event {
    /// An event with no more than its kind and moment.
    pub fn new(kind: EventKind, at: Timestamp) -> Self {
        Self {
            kind,
            at,
            chat_id: None,
            user_id: None,
            match_id: None,
            message: None,
            message_ids: None,
            typing: None,
            state: None,
            post: None,
            story: None,
            balance: None,
            text: None,
            notification: None,
        }
    }
}
