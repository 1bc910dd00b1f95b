//! Ways to support someone: tips, gifts, subscriptions.

use avalo_sdk_macros::model;

use crate::{
    api::{chat::Message, profiles::UserSummary},
    model::{GiftId, SubscriptionId, TierId, Timestamp, Tokens},
};

/// What became of a tip.
#[model]
pub struct TipReceipt {
    /// What was paid.
    pub amount: Tokens,
    /// What the recipient got: 80 %, rounded down.
    pub recipient_share: Tokens,
    /// What the platform kept.
    pub fee: Tokens,
    /// The sender's balance afterwards.
    pub balance: Tokens,
}

/// A gift of the catalogue.
#[model]
pub struct Gift {
    /// The gift: `rose`, `heart`, `star`, `diamond`, `crown`, `fire`, `rocket` or `trophy`.
    pub id: GiftId,
    /// The name shown.
    pub name: String,
    /// What it costs, 5 to 1,000 tokens.
    pub price: Tokens,
}

/// The catalogue, the cheapest first.
#[model]
pub struct GiftList {
    /// The gifts.
    pub gifts: Vec<Gift>,
}

/// What became of a gift.
#[model]
pub struct GiftReceipt {
    /// The gift.
    pub gift_id: GiftId,
    /// What was paid.
    pub price: Tokens,
    /// What the recipient got: the price less the fee.
    pub recipient_share: Tokens,
    /// What the platform kept: 35 %, rounded down.
    pub fee: Tokens,
    /// The sender's balance afterwards.
    pub balance: Tokens,
    /// The message that shows it, if the two have an open chat.
    pub chat_message: Option<Message>,
}

/// How a subscription stands.
#[model]
pub enum SubscriptionStatus {
    /// Renews itself at the end of the period.
    Active,
    /// Was cancelled and goes on to the end of the period.
    Cancelled,
    /// Is over: cancelled before, or another period was not possible.
    Ended,
}

/// A subscription to a creator.
#[model]
pub struct Subscription {
    /// The subscription.
    pub id: SubscriptionId,
    /// The creator.
    pub creator: UserSummary,
    /// The tier.
    pub tier_id: TierId,
    /// What a period costs. It stays what it was at the start.
    pub price: Tokens,
    /// How it stands.
    pub status: SubscriptionStatus,
    /// When it began.
    pub started_at: Timestamp,
    /// When the period that is paid ends.
    pub period_ends_at: Timestamp,
}

/// A user's subscriptions, the newest first.
#[model]
pub struct SubscriptionList {
    /// The subscriptions.
    pub subscriptions: Vec<Subscription>,
}
