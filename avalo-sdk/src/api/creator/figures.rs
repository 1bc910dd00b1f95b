//! A creator's figures at a glance.

use avalo_sdk_macros::model;

use super::{content::ContentPerformance, revenue::CreatorRevenueDay, supporters::Fan};
use crate::{
    api::payments::Period,
    model::{Timestamp, Tokens},
};

/// What a period brought.
#[model]
pub struct CreatorStats {
    /// The period.
    pub period: Period,
    /// Its first moment; absent for everything.
    pub since: Option<Timestamp>,
    /// What came to the creator in it.
    pub revenue: Tokens,
    /// How many payments that were.
    pub payments: u32,
    /// How many people they came from.
    pub fans: u32,
    /// How many of those who follow the creator began to in the period.
    pub new_followers: u32,
    /// How many subscriptions began in it.
    pub new_subscribers: u32,
    /// What was published and unlocked in it.
    pub content: ContentFigures,
    /// How the creator's chats went in it.
    pub chats: ChatFigures,
}

/// What was published and unlocked.
#[model]
pub struct ContentFigures {
    /// How many posts were published and are still there.
    pub posts: u32,
    /// How many of those have a price.
    pub gated_posts: u32,
    /// How many unlocks of posts were paid.
    pub unlocks: u32,
    /// What they cost on average, rounded down; 0 if there were none.
    pub average_unlock_price: Tokens,
}

/// How a creator's chats went.
#[model]
pub struct ChatFigures {
    /// How many of the open chats had any activity.
    pub active_chats: u32,
    /// How many messages came.
    pub messages_received: u32,
    /// How many the creator wrote.
    pub messages_sent: u32,
    /// How long the others waited for an answer, in seconds on average, rounded down; absent if
    /// nothing was answered.
    pub average_response_seconds: Option<u32>,
}

/// What a creator looks at first.
#[model]
pub struct CreatorDashboard {
    /// What came in since midnight UTC.
    pub revenue_today: Tokens,
    /// What came in on the last 7 UTC days, today included.
    pub revenue_last_7_days: Tokens,
    /// What came in on the last 30 UTC days, today included: the sum of `revenue_by_day`.
    pub revenue_last_30_days: Tokens,
    /// What ever came in.
    pub revenue_all_time: Tokens,
    /// The last 30 UTC days, the oldest first, today last.
    pub revenue_by_day: Vec<CreatorRevenueDay>,
    /// What may be withdrawn.
    pub withdrawable: Tokens,
    /// What is locked for withdrawals under way.
    pub pending_withdrawal: Tokens,
    /// How many follow the creator.
    pub followers: u32,
    /// How many subscribe now.
    pub subscribers: u32,
    /// How much content waits for its time.
    pub scheduled: u32,
    /// The posts that were unlocked most often, 10 at most.
    pub top_posts: Vec<ContentPerformance>,
    /// The most generous fans of all time, 5 at most.
    pub top_fans: Vec<Fan>,
}
