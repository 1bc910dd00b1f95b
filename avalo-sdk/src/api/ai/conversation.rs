//! Chats with companions and the messages in them.

use avalo_sdk_macros::model;

use super::companion::CompanionSummary;
use crate::model::{AiChatId, Cursor, MessageId, Timestamp, Tokens};

/// Whether a chat with a companion goes on.
#[model]
pub enum AiChatState {
    /// It takes messages.
    Open,
    /// It was closed, and can be read.
    Closed,
}

/// A chat with a companion.
#[model]
pub struct AiChat {
    /// The chat.
    pub id: AiChatId,
    /// With whom.
    pub companion: CompanionSummary,
    /// Whether it takes messages.
    pub state: AiChatState,
    /// Whether NSFW content is open in it: its owner has asked for it, and tier, verification and
    /// territory allow it now.
    pub nsfw_enabled: bool,
    /// What the next message costs.
    pub message_price: Tokens,
    /// How many messages to basic companions are still free today; absent where messages are included.
    pub free_messages_left: Option<u32>,
    /// How many messages are in it, those of both sides.
    pub messages: u32,
    /// Units that the model read and wrote for it, four characters each.
    pub model_tokens: u32,
    /// What its messages have cost so far.
    pub charged: Tokens,
    /// When it was opened.
    pub created_at: Timestamp,
    /// When something was last said in it.
    pub active_at: Timestamp,
}

/// A page of chats, the one with the latest activity first.
#[model]
pub struct AiChatPage {
    /// The chats.
    pub chats: Vec<AiChat>,
    /// Where the next page starts; absent on the last.
    pub next_cursor: Option<Cursor>,
}

/// Who said something.
#[model]
pub enum AiRole {
    /// The user.
    User,
    /// The companion, which is an AI.
    Assistant,
}

/// A message of a chat with a companion.
#[model]
pub struct AiMessage {
    /// The message.
    pub id: MessageId,
    /// Its chat.
    pub chat_id: AiChatId,
    /// Who said it.
    pub role: AiRole,
    /// Whether an AI wrote it: an app says so beside the message.
    pub is_ai: bool,
    /// What was said.
    pub content: String,
    /// Whether the check of its words wants a person to look at it.
    pub flagged: bool,
    /// What it cost.
    pub price: Tokens,
    /// When it was said.
    pub created_at: Timestamp,
}

/// A page of messages, newest first.
#[model]
pub struct AiMessagePage {
    /// The messages.
    pub messages: Vec<AiMessage>,
    /// Where the next page starts; absent on the last.
    pub next_cursor: Option<Cursor>,
}

/// A message that was sent, and the companion's answer to it.
#[model]
pub struct AiReply {
    /// The caller's message.
    pub sent: AiMessage,
    /// The companion's.
    pub reply: AiMessage,
    /// What the message cost.
    pub charged: Tokens,
    /// How many messages to basic companions are still free today; absent where messages are included.
    pub free_messages_left: Option<u32>,
}
