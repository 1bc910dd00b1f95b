//! A creator's figures, prices and plans.
//!
//! Every figure is read from the books and from what is there: posts, unlocks, tips, gifts,
//! subscriptions and chats. Earnings are what came to the creator, after the platform's part. Days and
//! periods are UTC.

mod content;
mod figures;
mod revenue;
mod schedule;
mod supporters;

use avalo_sdk_macros::model;

pub use self::{
    content::{ContentOrder, ContentPage, ContentPerformance, ContentPricing},
    figures::{ChatFigures, ContentFigures, CreatorDashboard, CreatorStats},
    revenue::{CreatorRevenueDay, CreatorRevenueSource, RevenueBreakdown},
    schedule::{ScheduleState, ScheduledContent, ScheduledPage},
    supporters::{Fan, FanPage, Subscriber, SubscriberAnalytics, SubscriberPage, TierAnalytics},
};
use crate::{
    api::{
        feed::{PostKind, Visibility},
        payments::Period,
    },
    model::{Cursor, ScheduledId, Timestamp, Tokens},
    operation::operations,
};

/// Which period to count.
#[model]
#[derive(Default)]
pub struct GetStats {
    /// How far back; the last 30 days if absent.
    pub period: Option<Period>,
}

/// Asks for the overview.
#[model]
#[derive(Default)]
pub struct GetDashboard {}

/// From when to when revenue is broken down.
#[model]
#[derive(Default)]
pub struct GetRevenueBreakdown {
    /// The first moment.
    pub start: Timestamp,
    /// The moment after the last: not before `start`, at most 366 days after it.
    pub end: Timestamp,
}

/// Asks how subscriptions develop.
#[model]
#[derive(Default)]
pub struct GetSubscriberAnalytics {}

/// Which of the caller's subscribers to read.
#[model]
#[derive(Default)]
pub struct ListSubscribers {
    /// How many, 1 to 100; 20 if absent.
    #[range(1..=100)]
    pub limit: Option<u32>,
    /// Where to go on, from the page before.
    pub cursor: Option<Cursor>,
}

/// Which of the caller's fans to read.
#[model]
#[derive(Default)]
pub struct GetTopFans {
    /// How far back; everything if absent.
    pub period: Option<Period>,
    /// How many, 1 to 100; 20 if absent.
    #[range(1..=100)]
    pub limit: Option<u32>,
    /// Where to go on, from the page before.
    pub cursor: Option<Cursor>,
}

/// Which of the caller's posts to look at.
#[model]
#[derive(Default)]
pub struct GetContentPerformance {
    /// What comes first; the newest if absent.
    pub order: Option<ContentOrder>,
    /// How many, 1 to 100; 20 if absent.
    #[range(1..=100)]
    pub limit: Option<u32>,
    /// Where to go on, from the page before.
    pub cursor: Option<Cursor>,
}

/// Asks what the caller asks for.
#[model]
#[derive(Default)]
pub struct GetContentPricing {}

/// All prices of a creator. What is absent returns to the standard.
#[model]
#[derive(Default)]
pub struct SetContentPricing {
    /// How many words of a message a token buys, 5 to 20; 11 is the standard, 7 for Royal members.
    #[range(5..=20)]
    pub words_per_token: Option<u32>,
    /// The price of a message however long it is, 0 to 1,000; 0, the standard, counts words.
    #[range(0..=1000)]
    pub base_price: Option<Tokens>,
    /// The price of a medium in a message, 0 to 1,000; 0 is the standard: by kind and length.
    #[range(0..=1000)]
    pub media_price: Option<Tokens>,
    /// The price of an intro message, 0 to 1,000; 0 is the standard.
    #[range(0..=1000)]
    pub intro_price: Option<Tokens>,
    /// Whether the creator earns from chats opened from now on; yes is the standard.
    pub earns: Option<bool>,
    /// The price of scheduled gated content that states none, 5 to 10,000; none is the standard.
    #[range(5..=10000)]
    pub unlock_price: Option<Tokens>,
}

/// Content to publish later.
#[model]
pub struct ScheduleContent {
    /// What it consists of.
    pub kind: PostKind,
    /// The words, 1 to 5,000 characters, at most 2,000 when gated; not blank.
    #[length(1..=5000)]
    #[form(Words)]
    pub content: String,
    /// Up to 10 addresses from `feed.requestUpload`, at most 5 when gated, under the rules of
    /// `feed.createPost`. They are used from now on.
    #[length(..=10)]
    #[each(1..=200)]
    pub media_urls: Vec<String>,
    /// Who may see it; everyone if absent.
    pub visibility: Option<Visibility>,
    /// Whether it has a price; yes if `unlock_price` is above 0, no if neither is there.
    pub gated: Option<bool>,
    /// The price, 5 to 10,000 tokens; 0 and absence stand for the creator's own `unlock_price`, which
    /// `set_content_pricing` sets.
    #[range(0..=10000)]
    pub unlock_price: Option<Tokens>,
    /// When to publish it: in the future.
    pub scheduled_for: Timestamp,
}

/// Which of the caller's plans to read.
#[model]
#[derive(Default)]
pub struct ListScheduled {
    /// Only what is in this state; what waits if absent.
    pub state: Option<ScheduleState>,
    /// How many, 1 to 100; 20 if absent.
    #[range(1..=100)]
    pub limit: Option<u32>,
    /// Where to go on, from the page before.
    pub cursor: Option<Cursor>,
}

/// Which plan to take back.
#[model]
#[derive(Default)]
pub struct CancelScheduled {
    /// The scheduled content.
    pub scheduled_id: ScheduledId,
}

operations! {
    /// A creator's figures, prices and plans.
    Creator = "creator";

    /// Counts what a period brought: revenue, fans, content and chats.
    ///
    /// The revenue is that of `payments.getEarningsSummary`. A period without anything answers zeros.
    get_stats(GetStats) -> CreatorStats {
        GET "/v1/creator/stats", auth: Creator, retry: Safe
    }

    /// Gathers what a creator looks at first: revenue by day, the best posts, the most generous fans.
    get_dashboard(GetDashboard) -> CreatorDashboard {
        GET "/v1/creator/dashboard", auth: Creator, retry: Safe
    }

    /// Breaks the revenue of a time down by kind and by UTC day; both add up to its total.
    ///
    /// Fails with `validation_failed`, naming `start` when it is after `end` and `end` when it is more
    /// than 366 days later.
    get_revenue_breakdown(GetRevenueBreakdown) -> RevenueBreakdown {
        GET "/v1/creator/revenue", auth: Creator, retry: Safe
    }

    /// Says how many subscribe, who came and went in the last 30 days, and what each tier brings.
    get_subscriber_analytics(GetSubscriberAnalytics) -> SubscriberAnalytics {
        GET "/v1/creator/subscribers/analytics", auth: Creator, retry: Safe
    }

    /// Lists who subscribes to the caller now, whoever came last first.
    ///
    /// Deleted accounts and the other side of a block are left out. Fails with `invalid_cursor`.
    list_subscribers(ListSubscribers) -> SubscriberPage {
        GET "/v1/creator/subscribers", auth: Creator, retry: Safe
    }

    /// Lists the people by whom the caller earned most, the most generous first.
    ///
    /// Deleted accounts and the other side of a block are left out. Fails with `invalid_cursor`.
    get_top_fans(GetTopFans) -> FanPage {
        GET "/v1/creator/fans", auth: Creator, retry: Safe
    }

    /// Lists the caller's posts with what they brought, the newest or the best first.
    ///
    /// Fails with `invalid_cursor`.
    get_content_performance(GetContentPerformance) -> ContentPage {
        GET "/v1/creator/content", auth: Creator, retry: Safe
    }

    /// Reads the caller's prices.
    get_content_pricing(GetContentPricing) -> ContentPricing {
        GET "/v1/creator/pricing", auth: Creator, retry: Safe
    }

    /// Sets all prices of the caller at once; what is absent returns to the standard.
    ///
    /// The prices of messages are those that `chat.updatePricing` changes one by one. Fails with
    /// `validation_failed`.
    set_content_pricing(SetContentPricing) -> ContentPricing {
        PUT "/v1/creator/pricing", auth: Creator, retry: Safe
    }

    /// Plans a post. At its time it is published as `feed.createPost` would, and followers are told.
    ///
    /// Content whose author is suspended, deleted or no creator by then is not published. Fails with
    /// `validation_failed` also for a time that is not in the future, with `content_blocked`, and with
    /// `failed_precondition` for a file that has not arrived or is used already.
    schedule_content(ScheduleContent) -> ScheduledContent {
        POST "/v1/creator/schedule", auth: Creator, retry: Keyed
    }

    /// Lists the caller's plans, what comes next first.
    ///
    /// Fails with `invalid_cursor`.
    list_scheduled(ListScheduled) -> ScheduledPage {
        GET "/v1/creator/schedule", auth: Creator, retry: Safe
    }

    /// Takes a plan back. Its files may be used again. Doing it twice is doing it once.
    ///
    /// Fails with `not_found`, also for another creator's, and with `failed_precondition` for what is
    /// published already.
    cancel_scheduled(CancelScheduled) -> ScheduledContent {
        DELETE "/v1/creator/schedule/{scheduledId}", auth: Creator, retry: Keyed
    }
}
