//! Tiers, plans and what was used of them.

use avalo_sdk_macros::model;

use crate::model::{Timestamp, Tokens};

/// How much of the companions a user has.
#[model]
pub enum AiTier {
    /// Nothing a month: 10 free messages a day to basic companions, then tokens by class; 3 open chats.
    Free,
    /// 195 tokens a month: messages are included.
    Plus,
    /// 395 tokens a month: messages and NSFW companions are included.
    Intimate,
    /// 745 tokens a month: as `intimate`, and companions of the user's own.
    Creator,
}

/// Whether a plan goes on.
#[model]
pub enum AiPlanStatus {
    /// It renews itself at the end of the month.
    Active,
    /// It runs to the end of the month that was paid for.
    Cancelled,
}

/// A user's plan.
#[model]
pub struct AiPlan {
    /// The tier that holds now.
    pub tier: AiTier,
    /// Whether it goes on; absent on the free tier, which is no plan.
    pub status: Option<AiPlanStatus>,
    /// What a month costs, 30 days.
    pub price: Tokens,
    /// What was paid now, for an answer to `ai.subscribe`; nothing otherwise.
    pub charged: Tokens,
    /// When the month that was paid for began.
    pub started_at: Option<Timestamp>,
    /// When it ends.
    pub period_ends_at: Option<Timestamp>,
}

/// What a user has used.
#[model]
pub struct AiUsage {
    /// The tier that holds now.
    pub tier: AiTier,
    /// Messages sent to companions since midnight UTC.
    pub messages_today: u32,
    /// How many messages to basic companions are still free today; absent where messages are included.
    pub free_messages_left: Option<u32>,
    /// When the day begins anew: the next midnight UTC.
    pub resets_at: Timestamp,
    /// Chats that are open.
    pub open_chats: u32,
    /// How many may be open at once; absent where there is no limit.
    pub open_chats_limit: Option<u32>,
    /// Tokens paid in the last 30 days for messages, photos and texts; a plan's price is not in it.
    pub charged: Tokens,
    /// Units that the model read and wrote in the last 30 days, four characters each.
    pub model_tokens: u32,
}

/// Asks for the caller's plan.
#[model]
#[derive(Default)]
pub struct GetAiPlan {}

/// Which plan to take.
#[model]
pub struct SubscribeToAi {
    /// The tier: `plus`, `intimate` or `creator`.
    pub tier: AiTier,
}

/// Ends the caller's plan.
#[model]
#[derive(Default)]
pub struct CancelAiSubscription {}

/// Asks what the caller has used.
#[model]
#[derive(Default)]
pub struct GetAiUsage {}
