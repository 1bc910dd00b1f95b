//! Conversations and the messages in them.

use avalo_sdk_macros::model;

use crate::model::{ChatId, MessageId, Timestamp, Tokens, UserId};

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
    /// A gift.
    Gift,
}

/// A message.
#[model]
pub struct Message {
    /// The message.
    pub id: MessageId,
    /// The conversation.
    pub chat_id: ChatId,
    /// Who sent it.
    pub sender_id: UserId,
    /// What it consists of.
    pub kind: MessageKind,
    /// The words.
    pub content: String,
    /// Where the medium is.
    pub media_url: Option<String>,
    /// What the sender paid for it.
    pub price: Tokens,
    /// Whether the recipient has read it.
    pub read: bool,
    /// The sender's own name for it, as given to `send_message`.
    pub client_id: Option<String>,
    /// When the server took it.
    pub created_at: Timestamp,
}

/// What to listen to: everything that happens to the caller.
#[model]
#[derive(Default)]
pub struct SubscribeToMessages {}

crate::operation::operations! {
    /// Conversations and the messages in them.
    Chat = "chat";

    /// Live events, see `Chat::subscribe_to_messages`.
    subscribe_to_messages(SubscribeToMessages) -> crate::event::Event { GET "/v1/events", auth: User, retry: Safe, stream }
}
