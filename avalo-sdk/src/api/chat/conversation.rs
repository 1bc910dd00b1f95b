//! A chat, its prices and its money.

use avalo_sdk_macros::model;

use super::message::Message;
use crate::{
    api::profiles::UserSummary,
    model::{ChatId, Cursor, Timestamp, Tokens, UserId},
};

/// How far a chat is.
#[model]
pub enum ChatState {
    /// The payer has free messages left, or has never needed a deposit.
    Free,
    /// The free messages are used up and the escrow is empty.
    AwaitingDeposit,
    /// The escrow pays for the next messages.
    Paid,
    /// Nobody can write; `create_chat` opens it again.
    Closed,
}

/// What messages cost their payer.
#[model]
pub struct ChatPricing {
    /// How many words a token buys, rounded up in the sender's disfavour: 11, with a Royal earner 7,
    /// or 5 to 20 as the earner set it.
    pub words_per_token: u32,
    /// The price of a message however long it is, at most 1,000; 0 counts words.
    pub base_price: Tokens,
    /// The price of a medium, at most 1,000; 0 asks 5 for an image and, for each 30 s begun, 1 for a
    /// recording and 2 for a video.
    pub media_price: Tokens,
    /// The price of an intro message, at most 1,000; 0 makes it free.
    pub intro_price: Tokens,
}

/// Deposits that a chat makes by itself.
#[model]
pub struct AutoReload {
    /// The most that it takes from the payer's wallet all in all.
    pub cap: Tokens,
    /// What it has taken since it was switched on, fees included.
    pub spent: Tokens,
}

/// A chat as one of its two participants sees it.
#[model]
pub struct Conversation {
    /// The chat.
    pub id: ChatId,
    /// The other participant.
    pub other: UserSummary,
    /// How far it is.
    pub state: ChatState,
    /// Who pays: the one who opened it.
    pub payer_id: UserId,
    /// Who earns; the platform if absent.
    pub earner_id: Option<UserId>,
    /// What the payer's messages cost.
    pub pricing: ChatPricing,
    /// How many messages the payer may still send for nothing, at most 4.
    pub free_messages_left: u32,
    /// What is left of the deposits.
    pub escrow: Tokens,
    /// Deposits that the chat makes by itself; for the payer alone, absent while it is off.
    pub auto_reload: Option<AutoReload>,
    /// How many messages the caller has not read.
    pub unread: u32,
    /// The newest message.
    pub last_message: Option<Message>,
    /// When it was opened first.
    pub created_at: Timestamp,
    /// When anything last happened in it.
    pub updated_at: Timestamp,
}

/// A page of chats, the one with the latest activity first.
#[model]
pub struct ChatPage {
    /// The chats.
    pub chats: Vec<Conversation>,
    /// Where the next page starts; absent on the last.
    pub next_cursor: Option<Cursor>,
}

/// What became of a deposit.
#[model]
pub struct DepositReceipt {
    /// The chat after it.
    pub chat: Conversation,
    /// What the payer paid: 100.
    pub paid: Tokens,
    /// What the platform keeps of it: 35.
    pub fee: Tokens,
    /// What went into escrow: 65.
    pub escrowed: Tokens,
}

/// What returned to the payer.
#[model]
pub struct EscrowRefund {
    /// The chat after it.
    pub chat: Conversation,
    /// The escrow that was left; 0 if there was none.
    pub refunded: Tokens,
}
