//! Content that waits for its time.

use avalo_sdk_macros::model;

use crate::{
    api::feed::{PostKind, Visibility},
    model::{Cursor, PostId, ScheduledId, Timestamp, Tokens},
};

/// What became of scheduled content.
#[model]
pub enum ScheduleState {
    /// It waits for its time.
    Scheduled,
    /// It is published.
    Published,
    /// Its author took it back.
    Cancelled,
    /// Its time came while its author could not publish: suspended, deleted or no creator any longer.
    Skipped,
}

/// Content that was planned.
#[model]
pub struct ScheduledContent {
    /// The plan.
    pub id: ScheduledId,
    /// How far it is.
    pub state: ScheduleState,
    /// What it consists of.
    pub kind: PostKind,
    /// The words.
    pub content: String,
    /// The media.
    pub media_urls: Vec<String>,
    /// Who may see it.
    pub visibility: Visibility,
    /// The price of gated content.
    pub unlock_price: Option<Tokens>,
    /// When it is published.
    pub scheduled_for: Timestamp,
    /// When it was planned.
    pub created_at: Timestamp,
    /// The post that it became.
    pub post_id: Option<PostId>,
}

/// A page of plans, what comes next first.
#[model]
pub struct ScheduledPage {
    /// The plans.
    pub scheduled: Vec<ScheduledContent>,
    /// Where the next page starts; absent on the last.
    pub next_cursor: Option<Cursor>,
}
