//! AI companions, conversations with them, and the checks of what people write and show.
//!
//! A companion is always an AI and says so. What a user may do with companions follows from a tier: free
//! ones have 10 messages a day to basic companions and pay tokens beyond, 1, 2 or 4 for a message by the
//! companion's class; plans include all messages. A plan's month costs 195, 395 or 745 tokens: the
//! platform's 39, 79 and 149 PLN at its settlement rate of 0.20 PLN for a token. All of it is the
//! platform's income, and nothing is given back.

mod companion;
mod conversation;
mod moderation;
mod plan;
mod writing;

use avalo_sdk_macros::model;

pub use self::{
    companion::{
        AiCompanion, CompanionClass, CompanionPage, CompanionRelationship, CompanionSummary, CompanionTone,
        CompanionVisibility, CreateCompanion, DeleteCompanion, GalleryPhoto, GetCompanion, GetCompanions,
        UnlockGalleryPhoto, UnlockedGalleryPhoto, UpdateCompanion,
    },
    conversation::{AiChat, AiChatPage, AiChatState, AiMessage, AiMessagePage, AiReply, AiRole},
    moderation::{
        DetectNsfw, ImageScores, ImageVerdict, ModerateText, ModerationAction, ModerationFlag, TextScores,
        TextVerdict,
    },
    plan::{
        AiPlan, AiPlanStatus, AiTier, AiUsage, CancelAiSubscription, GetAiPlan, GetAiUsage, SubscribeToAi,
    },
    writing::{ContentLength, ContentTone, GenerateContent, GeneratedContent},
};
use crate::{
    model::{AiChatId, CompanionId, Cursor},
    operation::operations,
};

/// With which companion to open a chat.
#[model]
#[derive(Default)]
pub struct StartChat {
    /// The companion.
    pub companion_id: CompanionId,
}

/// Which of the caller's chats with companions to read.
#[model]
#[derive(Default)]
pub struct ListAiChats {
    /// How many, 1 to 100; 20 if absent.
    #[range(1..=100)]
    pub limit: Option<u32>,
    /// Where to go on, from the page before.
    pub cursor: Option<Cursor>,
}

/// Which chat to read.
#[model]
#[derive(Default)]
pub struct GetAiChat {
    /// The chat.
    pub chat_id: AiChatId,
}

/// Which messages to read.
#[model]
#[derive(Default)]
pub struct GetAiMessages {
    /// The chat.
    pub chat_id: AiChatId,
    /// How many, 1 to 100; 20 if absent.
    #[range(1..=100)]
    pub limit: Option<u32>,
    /// Where to go on, from the page before.
    pub cursor: Option<Cursor>,
}

/// A message to a companion, answered at once.
#[model]
#[derive(Default)]
pub struct SendAiMessage {
    /// The chat.
    pub chat_id: AiChatId,
    /// What to say, 1 to 2,000 characters, not blank.
    #[length(1..=2000)]
    #[form(Words)]
    pub content: String,
}

/// A message to a companion, answered as the words come.
#[model]
#[derive(Default)]
pub struct StreamMessage {
    /// The chat.
    pub chat_id: AiChatId,
    /// What to say, 1 to 2,000 characters, not blank.
    #[length(1..=2000)]
    #[form(Words)]
    pub content: String,
}

/// Which chat to close.
#[model]
#[derive(Default)]
pub struct CloseAiChat {
    /// The chat.
    pub chat_id: AiChatId,
}

/// Which chat to open to NSFW content, or to close to it.
#[model]
#[derive(Default)]
pub struct EnableNsfw {
    /// The chat.
    pub chat_id: AiChatId,
    /// Whether it is open to it; it is if absent.
    pub enabled: Option<bool>,
}

operations! {
    /// AI companions, conversations with them, and the checks of what people write and show.
    Ai = "ai";

    /// Reads the companions that there are, the best liked first, and the caller's own.
    ///
    /// Those of a tier that the caller does not have are there too: `accessible` says which. Fails with
    /// `invalid_cursor`.
    get_companions(GetCompanions) -> CompanionPage {
        GET "/v1/ai/companions", auth: User, retry: Safe
    }

    /// Reads one companion.
    ///
    /// Fails with `not_found`, also for one that is another user's alone, was stopped by the platform, or
    /// whose owner is gone or on the other side of a block.
    get_companion(GetCompanion) -> AiCompanion {
        GET "/v1/ai/companions/{companionId}", auth: User, retry: Safe
    }

    /// Makes a companion of the caller's own, on the tier `creator`.
    ///
    /// One that everyone may find waits 24 hours for the platform to look at it. Fails with
    /// `tier_required`, `verification_required` for NSFW, `content_blocked`, `validation_failed`.
    create_companion(CreateCompanion) -> AiCompanion {
        POST "/v1/ai/companions", auth: User, retry: Keyed
    }

    /// Changes a companion of the caller's own. What everyone may find is looked at again.
    ///
    /// Fails with `not_found`, `not_author`, `tier_required`, `verification_required` for NSFW,
    /// `content_blocked`, `validation_failed`.
    update_companion(UpdateCompanion) -> AiCompanion {
        PATCH "/v1/ai/companions/{companionId}", auth: User, retry: Keyed
    }

    /// Deletes a companion of the caller's own. Chats with it can still be read. One that is gone is
    /// deleted.
    ///
    /// Fails with `not_author`.
    delete_companion(DeleteCompanion) -> () {
        DELETE "/v1/ai/companions/{companionId}", auth: User, retry: Keyed
    }

    /// Opens a chat with a companion, which says hello. A chat with it that is open is answered as it is.
    ///
    /// Fails with `not_found`, `tier_required` for a companion that the caller's tier does not include,
    /// `failed_precondition` when three chats are open on the free tier, `too_fast` for the fourth chat
    /// within a minute.
    start_chat(StartChat) -> AiChat {
        POST "/v1/ai/chats", auth: User, retry: Keyed
    }

    /// Reads the caller's chats with companions, the one with the latest activity first.
    ///
    /// Fails with `invalid_cursor`.
    list_chats(ListAiChats) -> AiChatPage {
        GET "/v1/ai/chats", auth: User, retry: Safe
    }

    /// Reads one chat with a companion.
    ///
    /// Fails with `not_found`, and with `not_participant` for a chat of another user, as all that name a
    /// chat.
    get_chat(GetAiChat) -> AiChat {
        GET "/v1/ai/chats/{chatId}", auth: User, retry: Safe
    }

    /// Reads the messages of a chat with a companion, newest first.
    ///
    /// Fails with `not_found`, `not_participant`, `invalid_cursor`.
    get_messages(GetAiMessages) -> AiMessagePage {
        GET "/v1/ai/chats/{chatId}/messages", auth: User, retry: Safe
    }

    /// Sends a message to a companion and answers its reply.
    ///
    /// Plans include it. On the free tier, 10 messages a day to basic companions cost nothing; others cost
    /// 1, 2 or 4 tokens by the companion's class, also in a chat that was opened on a plan which has ended.
    /// Safe to repeat: the idempotency key travels with every attempt, and one key is charged once.
    ///
    /// Fails with `content_blocked`, `insufficient_balance`, `chat_closed`, `not_participant`, and
    /// `not_found` when the companion is gone; then nothing is said and nothing is charged.
    send_message(SendAiMessage) -> AiReply {
        POST "/v1/ai/chats/{chatId}/messages", auth: User, retry: Keyed
    }

    /// Sends a message to a companion and streams its reply as the words come.
    ///
    /// The answer is `text/event-stream`: events `delta` with the next piece of the reply as
    /// `{"text": "…"}`, then one event `message` with what `ai.sendMessage` would have answered. The pieces
    /// together are the reply's `content`. The same key gets the same stream again from its start, and is
    /// charged once. It costs what
    /// `ai.sendMessage` costs.
    ///
    /// Fails with `content_blocked`, `insufficient_balance`, `chat_closed`, `not_participant`, and `not_found`.
    stream_message(StreamMessage) -> AiReply {
        POST "/v1/ai/chats/{chatId}/messages/stream", auth: User, retry: Keyed, stream
    }

    /// Closes a chat with a companion. Nothing is given back. One that is closed stays so.
    ///
    /// Fails with `not_found`, `not_participant`.
    close_chat(CloseAiChat) -> AiChat {
        POST "/v1/ai/chats/{chatId}/close", auth: User, retry: Keyed
    }

    /// Opens a chat to NSFW content, or closes it to it again: only the chat's owner can.
    ///
    /// Fails with `verification_required`, `tier_required` below the tier `intimate`, `territory_blocked`
    /// unless the caller's profile names a country in which it is allowed, `failed_precondition` for a
    /// companion that has no such side, `chat_closed`, `not_found`, `not_participant`.
    enable_nsfw(EnableNsfw) -> AiChat {
        PUT "/v1/ai/chats/{chatId}/nsfw", auth: Verified, retry: Safe
    }

    /// Checks a text as the platform checks messages, without sending it.
    moderate_content(ModerateText) -> TextVerdict {
        POST "/v1/ai/moderate", auth: User, retry: Keyed
    }

    /// Checks an image that the caller has uploaded.
    ///
    /// Fails with `not_found`, `failed_precondition` before its bytes are there, `unsupported_media_type`
    /// for what is no image.
    detect_nsfw(DetectNsfw) -> ImageVerdict {
        POST "/v1/ai/moderate/image", auth: User, retry: Keyed
    }

    /// Writes texts for a creator to choose from: 1 token each, included in every plan.
    ///
    /// Fails with `creator_required`, `content_blocked`, `insufficient_balance`, `validation_failed`.
    generate_content(GenerateContent) -> GeneratedContent {
        POST "/v1/ai/generate", auth: Creator, retry: Keyed
    }

    /// Reads what the caller has used of the tier, and what was paid beside it.
    get_usage(GetAiUsage) -> AiUsage {
        GET "/v1/ai/usage", auth: User, retry: Safe
    }

    /// Pays for a photo of a companion, once.
    ///
    /// Fails with `not_found`, `insufficient_balance`; for a photo for adults also with
    /// `verification_required`, `tier_required` and `territory_blocked`.
    unlock_gallery_photo(UnlockGalleryPhoto) -> UnlockedGalleryPhoto {
        POST "/v1/ai/companions/{companionId}/gallery/{photoId}/unlock", auth: User, retry: Keyed
    }

    /// Reads the caller's plan.
    get_plan(GetAiPlan) -> AiPlan {
        GET "/v1/ai/plan", auth: User, retry: Safe
    }

    /// Takes a plan: 30 days from now for 195, 395 or 745 tokens, and again every 30 days.
    ///
    /// A larger plan begins at once, and what is left of the smaller one's price counts towards it, rounded
    /// down. A plan that was cancelled and still runs goes on at no charge. Fails with
    /// `insufficient_balance`, `already_exists` for the plan that is there, `failed_precondition` for a
    /// smaller one, which can be had when the larger has ended, and `validation_failed` for `free`.
    subscribe(SubscribeToAi) -> AiPlan {
        POST "/v1/ai/plan", auth: User, retry: Keyed
    }

    /// Cancels the caller's plan: it runs to the end of the month that was paid for. Without a plan it
    /// changes nothing.
    cancel_subscription(CancelAiSubscription) -> AiPlan {
        DELETE "/v1/ai/plan", auth: User, retry: Keyed
    }
}
