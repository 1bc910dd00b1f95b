//! A message and what it costs.

use avalo_sdk_macros::model;

use crate::model::{ChatId, Cursor, MessageId, Timestamp, Tokens, UserId};

/// What a message consists of.
#[model]
pub enum MessageKind {
    /// Words only.
    Text,
    /// An image.
    Image,
    /// A video.
    Video,
    /// A voice recording.
    Audio,
    /// A gift, sent with `payments.sendGift`.
    Gift,
}

/// A message.
#[model]
pub struct Message {
    /// The message.
    pub id: MessageId,
    /// The chat.
    pub chat_id: ChatId,
    /// Who sent it.
    pub sender_id: UserId,
    /// What it consists of.
    pub kind: MessageKind,
    /// The words; may be empty beside a medium, and are where the message was deleted.
    pub content: String,
    /// Whether it was deleted: neither words nor medium are left.
    pub deleted: bool,
    /// Where the medium is.
    pub media_url: Option<String>,
    /// How long a recording or video is, in seconds.
    pub duration_seconds: Option<u32>,
    /// What the sender paid for it.
    pub price: Tokens,
    /// Whether the recipient has read it.
    pub read: bool,
    /// The sender's own name for it, as given to `send_message`.
    pub client_id: Option<String>,
    /// When the server took it.
    pub created_at: Timestamp,
}

/// A page of messages, newest first: the next page holds older ones.
#[model]
pub struct MessagePage {
    /// The messages.
    pub messages: Vec<Message>,
    /// Where the next page starts; absent on the last.
    pub next_cursor: Option<Cursor>,
}

/// What a message of the caller would cost at this moment.
#[model]
pub struct MessageQuote {
    /// The words that count: addresses and emoji do not.
    pub words: u32,
    /// What sending it would take from escrow: nothing while messages are free.
    pub price: Tokens,
    /// Whether it would use up a free message.
    pub uses_free_message: bool,
    /// Whether a deposit is needed before it can be sent.
    pub needs_deposit: bool,
}

/// What is left to read in a chat.
#[model]
pub struct Unread {
    /// How many messages the caller has not read.
    pub unread: u32,
}
