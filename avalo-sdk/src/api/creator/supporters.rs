//! Who pays a creator.

use avalo_sdk_macros::model;

use crate::{
    api::{payments::SubscriptionStatus, profiles::UserSummary},
    model::{Cursor, SubscriptionId, TierId, Timestamp, Tokens},
};

/// Someone by whom a creator earned.
#[model]
pub struct Fan {
    /// Who.
    pub user: UserSummary,
    /// What came to the creator by them.
    pub amount: Tokens,
    /// How many payments that were.
    pub payments: u32,
    /// When the last of them was.
    pub last_payment_at: Timestamp,
}

/// A page of fans, the most generous first.
#[model]
pub struct FanPage {
    /// The fans.
    pub fans: Vec<Fan>,
    /// Where the next page starts; absent on the last.
    pub next_cursor: Option<Cursor>,
}

/// Someone who subscribes.
#[model]
pub struct Subscriber {
    /// The subscription.
    pub subscription_id: SubscriptionId,
    /// Who.
    pub user: UserSummary,
    /// The tier.
    pub tier_id: TierId,
    /// What it is called.
    pub tier_name: String,
    /// What a period costs.
    pub price: Tokens,
    /// Whether it renews itself or was cancelled.
    pub status: SubscriptionStatus,
    /// When it began.
    pub started_at: Timestamp,
    /// When the period that is paid for ends.
    pub period_ends_at: Timestamp,
}

/// A page of subscribers, whoever came last first.
#[model]
pub struct SubscriberPage {
    /// The subscribers.
    pub subscribers: Vec<Subscriber>,
    /// Where the next page starts; absent on the last.
    pub next_cursor: Option<Cursor>,
}

/// What one tier brings.
#[model]
pub struct TierAnalytics {
    /// The tier.
    pub tier_id: TierId,
    /// What it is called.
    pub name: String,
    /// How many subscribe to it now.
    pub subscribers: u32,
    /// What came to the creator by it in the last 30 days.
    pub revenue_last_30_days: Tokens,
}

/// How subscriptions develop. The tiers add up to the whole.
#[model]
pub struct SubscriberAnalytics {
    /// How many subscribe now.
    pub subscribers: u32,
    /// How many of those have cancelled and will not renew.
    pub cancelled: u32,
    /// How many subscriptions began in the last 30 days.
    pub new_last_30_days: u32,
    /// How many ended in the last 30 days.
    pub ended_last_30_days: u32,
    /// Which part of the subscriptions that ran 30 days ago has ended since, 0 to 1; 0 if none ran.
    pub churn: f64,
    /// How many subscriptions there ever were.
    pub all_time: u32,
    /// What came to the creator by subscriptions in the last 30 days.
    pub revenue_last_30_days: Tokens,
    /// The same for each tier, the cheapest first.
    pub tiers: Vec<TierAnalytics>,
}
