//! Conversations and the messages in them.
//!
//! Who opens a chat is its payer; in the chat of a match, whoever liked first. The other side earns if it is a creator who earns from chats, else
//! the platform does. The payer's first four messages are free; after them the payer puts a deposit
//! of 100 tokens into the chat: 35 are the platform's fee, 65 wait in escrow. Each further message of
//! the payer moves its price from escrow to the earner. What is left when the chat closes, when the
//! earner gives it back or after 48 hours of silence returns to the payer, the fee never does:
//! `deposits = fees + prices + refunds`. Messages of the other side cost nothing and use up nothing.

mod conversation;
mod message;
mod presence;

use avalo_sdk_macros::model;

pub use self::{
    conversation::{
        AutoReload, ChatPage, ChatPricing, ChatState, Conversation, DepositReceipt, EscrowRefund,
    },
    message::{Message, MessageKind, MessagePage, MessageQuote, Unread},
    presence::{Presence, PresenceList, PresenceStatus},
};
use crate::{
    event::Event,
    model::{ChatId, Cursor, MessageId, Tokens, UserId},
    operation::operations,
};

/// Which of the caller's chats to read.
#[model]
#[derive(Default)]
pub struct GetChats {
    /// How many, 1 to 100; 20 if absent.
    #[range(1..=100)]
    pub limit: Option<u32>,
    /// Where to go on, from the page before.
    pub cursor: Option<Cursor>,
}

/// With whom to open a chat.
#[model]
#[derive(Default)]
pub struct CreateChat {
    /// The other participant.
    pub user_id: UserId,
}

/// Which chat to read.
#[model]
#[derive(Default)]
pub struct GetChat {
    /// The chat.
    pub chat_id: ChatId,
}

/// Which messages to read.
#[model]
#[derive(Default)]
pub struct GetMessages {
    /// The chat.
    pub chat_id: ChatId,
    /// How many, 1 to 100; 20 if absent.
    #[range(1..=100)]
    pub limit: Option<u32>,
    /// Where to go on, from the page before.
    pub cursor: Option<Cursor>,
}

/// A message whose price is wanted.
#[model]
#[derive(Default)]
pub struct QuoteMessage {
    /// The chat.
    pub chat_id: ChatId,
    /// What it would say, at most 2,000 characters; may be empty beside a medium.
    #[length(..=2_000)]
    pub content: String,
    /// What it would consist of; text if absent.
    pub kind: Option<MessageKind>,
    /// How long the recording or video is, 1 to 3,600 seconds.
    #[range(1..=3_600)]
    pub duration_seconds: Option<u32>,
}

/// A message to send.
#[model]
#[derive(Default)]
pub struct SendMessage {
    /// The chat.
    pub chat_id: ChatId,
    /// What to say: 1 to 2,000 characters; may be empty beside a medium.
    #[length(..=2_000)]
    pub content: String,
    /// What it consists of; text if absent. Gifts are sent with `payments.sendGift`.
    pub kind: Option<MessageKind>,
    /// The address of the medium, from `feed.requestUpload` for `chat_image`, `chat_video` or
    /// `chat_audio`; one that the sender did not upload is refused.
    #[length(1..=500)]
    pub media_url: Option<String>,
    /// How long the recording or video is, 1 to 3,600 seconds.
    #[range(1..=3_600)]
    pub duration_seconds: Option<u32>,
    /// A name of the sender's own, 1 to 64 characters, once per chat. Whoever sends it again, even
    /// after days, gets the first message back.
    #[length(1..=64)]
    pub client_id: Option<String>,
    /// The most the message may cost; at a higher price it is refused.
    pub max_price: Option<Tokens>,
}

/// A first message to somebody the caller has no chat with.
#[model]
#[derive(Default)]
pub struct SendIntroMessage {
    /// For whom it is.
    pub recipient_id: UserId,
    /// What to say: 1 to 500 characters.
    #[length(1..=500)]
    #[form(Words)]
    pub content: String,
    /// The most it may cost; at a higher price it is refused.
    pub max_price: Option<Tokens>,
}

/// Which chat to pay into.
#[model]
#[derive(Default)]
pub struct Deposit {
    /// The chat.
    pub chat_id: ChatId,
}

/// Whether a chat pays into itself.
#[model]
#[derive(Default)]
pub struct SetAutoReload {
    /// The chat.
    pub chat_id: ChatId,
    /// Whether it does.
    pub enabled: bool,
    /// The most that it takes from the wallet all in all, 100 to 10,000 tokens; 100 if absent. Without
    /// effect when it is switched off.
    #[range(100..=10_000)]
    pub cap: Option<Tokens>,
}

/// Which message to delete.
#[model]
#[derive(Default)]
pub struct DeleteMessage {
    /// The chat.
    pub chat_id: ChatId,
    /// The message.
    pub message_id: MessageId,
}

/// Which chat to close.
#[model]
#[derive(Default)]
pub struct CloseChat {
    /// The chat.
    pub chat_id: ChatId,
}

/// Which chat's escrow to give back.
#[model]
#[derive(Default)]
pub struct RefundByEarner {
    /// The chat.
    pub chat_id: ChatId,
}

/// What the caller has read.
#[model]
#[derive(Default)]
pub struct MarkAsRead {
    /// The chat.
    pub chat_id: ChatId,
    /// The messages, at most 100; all that there are if empty.
    #[length(..=100)]
    pub message_ids: Vec<MessageId>,
}

/// Whether the caller is writing.
#[model]
#[derive(Default)]
pub struct SetTyping {
    /// The chat.
    pub chat_id: ChatId,
    /// Whether the caller is. It ends by itself after 5 seconds and with the message.
    pub typing: bool,
}

/// Whether the caller is there.
#[model]
pub struct SetPresence {
    /// The status. It turns to offline 5 minutes after it was last set.
    pub status: PresenceStatus,
    /// A few words beside it, at most 100 characters.
    #[length(..=100)]
    pub custom_status: Option<String>,
}

/// Whose presence to read.
#[model]
#[derive(Default)]
pub struct GetPresence {
    /// The users, 1 to 100.
    #[length(1..=100)]
    pub user_ids: Vec<UserId>,
}

/// What to change in a creator's prices. Absent fields stay as they are.
#[model]
#[derive(Default)]
pub struct UpdatePricing {
    /// The chat to change alone; the prices of all chats that have none of their own if absent.
    pub chat_id: Option<ChatId>,
    /// How many words a token buys, 5 to 20; 0 returns to the standard.
    #[zero_or(5..=20)]
    pub words_per_token: Option<u32>,
    /// The price of a message however long it is, 0 to 1,000; 0 counts words.
    #[range(0..=1_000)]
    pub base_price: Option<Tokens>,
    /// The price of a medium, 0 to 1,000; 0 returns to the standard.
    #[range(0..=1_000)]
    pub media_price: Option<Tokens>,
    /// The price of an intro message, 0 to 1,000; not for a single chat.
    #[range(0..=1_000)]
    pub intro_price: Option<Tokens>,
    /// Whether the creator earns from chats opened from now on; on until switched off. Not for a
    /// single chat.
    pub earns: Option<bool>,
}

/// What to listen to: everything that happens to the caller.
#[model]
#[derive(Default)]
pub struct SubscribeToMessages {}

operations! {
    /// Conversations and the messages in them.
    Chat = "chat";

    /// Reads the caller's chats, the one with the latest activity first.
    get_chats(GetChats) -> ChatPage {
        GET "/v1/chats", auth: User, retry: Safe
    }

    /// Opens the chat with a user: the caller becomes its payer.
    ///
    /// Two users have one chat. If it is there it is answered as it is; if it was closed it is open
    /// again, with the same roles, and free messages that were used stay used.
    ///
    /// Fails with `cannot_target_self`, `not_found`, `blocked`, `messages_disabled`, and
    /// `failed_precondition` for a user who asks a price for a first message or when 50 chats that the
    /// caller pays for are open (100 for Royal members).
    create_chat(CreateChat) -> Conversation {
        POST "/v1/chats", auth: User, retry: Keyed
    }

    /// Reads one chat of the caller's.
    ///
    /// Fails with `not_found`, and `not_participant` for a chat of others.
    get_chat(GetChat) -> Conversation {
        GET "/v1/chats/{chatId}", auth: User, retry: Safe
    }

    /// Reads the messages of a chat, newest first.
    ///
    /// Fails as `get_chat`, and with `invalid_cursor`.
    get_messages(GetMessages) -> MessagePage {
        GET "/v1/chats/{chatId}/messages", auth: User, retry: Safe
    }

    /// Says what a message would cost, without sending it.
    ///
    /// Fails as `get_chat`, with `chat_closed`, `blocked`, and with `failed_precondition` when the other
    /// side's account is not active.
    quote_message(QuoteMessage) -> MessageQuote {
        POST "/v1/chats/{chatId}/quote", auth: User, retry: Keyed
    }

    /// Sends a message to a chat. Both sides get it as a live event.
    ///
    /// Safe to repeat: the idempotency key travels with every attempt, and a `client_id` makes one
    /// message of however many calls. Fails as `get_chat`, with `deposit_required` once the free
    /// messages are used up and the escrow does not cover the price, with `content_blocked` and
    /// `spam_detected` for what may not be said, with `too_fast` and `rate_limited` for what comes too
    /// fast, with `above_maximum` beyond `max_price`, with `chat_closed` and `blocked`, with
    /// `failed_precondition` when the other side's account is not active or the medium has not arrived
    /// or was used before; then nothing is sent and nothing is charged.
    send_message(SendMessage) -> Message {
        POST "/v1/chats/{chatId}/messages", auth: User, retry: Keyed
    }

    /// Sends a first message and opens the chat with it, for the recipient's price.
    ///
    /// 65 % of the price goes to the recipient, the rest to the platform. There is one at a time:
    /// until the recipient has answered the next is refused with `already_exists`, and so is one to
    /// somebody the caller has a chat with. Fails with `cannot_target_self`, `not_found`, `blocked`,
    /// `messages_disabled`, `content_blocked`, `spam_detected`, `above_maximum`, `too_fast`,
    /// `failed_precondition` and `insufficient_balance` too.
    send_intro_message(SendIntroMessage) -> Message {
        POST "/v1/chats/intro", auth: User, retry: Keyed
    }

    /// Puts 100 tokens of the payer into the chat: 35 as the platform's fee, 65 into escrow.
    ///
    /// Possible once the free messages are used up, and again whenever the escrow is too small. Fails
    /// as `get_chat`, with `failed_precondition` before, and when the other side's account is not
    /// active; with `permission_denied` for the other side, `insufficient_balance`, `chat_closed`,
    /// `blocked`.
    deposit(Deposit) -> DepositReceipt {
        POST "/v1/chats/{chatId}/deposit", auth: User, retry: Keyed
    }

    /// Lets a chat make deposits from its payer's wallet: 100 tokens, of which 35 are the fee, whenever a
    /// message costs more than the escrow holds or leaves less than 20 tokens in it.
    ///
    /// It goes on until the deposits since it was switched on reach `cap`, or the wallet has no 100 tokens;
    /// then messages need a deposit again. Setting it again changes the cap and forgets no deposit. It
    /// ends with the chat. Fails with `permission_denied` for the other side, `chat_closed`, `blocked`,
    /// `validation_failed`.
    set_auto_reload(SetAutoReload) -> Conversation {
        PUT "/v1/chats/{chatId}/auto-reload", auth: User, retry: Safe
    }

    /// Closes a chat, for either side. The escrow that is left returns to the payer.
    ///
    /// Fails as `get_chat`.
    close_chat(CloseChat) -> EscrowRefund {
        POST "/v1/chats/{chatId}/close", auth: User, retry: Keyed
    }

    /// Gives the escrow that is left back to the payer, of the earner's own will.
    ///
    /// Fails as `get_chat`, and with `permission_denied` for anyone else.
    refund_by_earner(RefundByEarner) -> EscrowRefund {
        POST "/v1/chats/{chatId}/refund", auth: User, retry: Keyed
    }

    /// Marks messages of the other side as read, which the other side sees.
    ///
    /// Fails as `get_chat`, and with `not_found` for a message that is not in the chat; then none is
    /// marked.
    mark_as_read(MarkAsRead) -> Unread {
        POST "/v1/chats/{chatId}/read", auth: User, retry: Keyed
    }

    /// Deletes a message of the caller's own, or any as a moderator. Both sides see that there was one, and
    /// get a `MessageDeleted` event; what it said and its medium are gone. What was paid for it stays paid.
    ///
    /// Fails with `not_found` for a message that is not in the chat, and `permission_denied` for one of
    /// the other side.
    delete_message(DeleteMessage) -> Message {
        DELETE "/v1/chats/{chatId}/messages/{messageId}", auth: User, retry: Keyed
    }

    /// Tells the other side that the caller is writing, or no longer.
    ///
    /// Fails as `get_chat`, with `chat_closed` and `blocked`.
    set_typing(SetTyping) -> () {
        PUT "/v1/chats/{chatId}/typing", auth: User, retry: Never
    }

    /// Tells the people the caller has chats with whether the caller is there.
    set_presence(SetPresence) -> Presence {
        PUT "/v1/presence", auth: User, retry: Safe
    }

    /// Reads whether up to 100 users are there.
    get_presence(GetPresence) -> PresenceList {
        POST "/v1/presence/query", auth: User, retry: Keyed
    }

    /// Sets what the caller's chats cost their payers, all of them or one.
    ///
    /// Fails as `get_chat`, and with `permission_denied` for a chat in which the caller does not earn.
    update_pricing(UpdatePricing) -> ChatPricing {
        PATCH "/v1/chats/pricing", auth: Creator, retry: Keyed
    }

    /// Listens to live events: messages, receipts and everything else that happens to the caller.
    ///
    /// A subscription reconnects by itself and goes on where it stopped.
    subscribe_to_messages(SubscribeToMessages) -> Event {
        GET "/v1/events", auth: User, retry: Safe, stream
    }
}
