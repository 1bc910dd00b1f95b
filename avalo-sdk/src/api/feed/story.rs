//! Stories: media for a day.

use avalo_sdk_macros::model;

use crate::{
    api::profiles::UserSummary,
    model::{StoryId, Timestamp, Tokens},
};

/// A story. A paid one that is not unlocked has no media address.
#[model]
pub struct Story {
    /// The story.
    pub id: StoryId,
    /// Who published it.
    pub author: UserSummary,
    /// Where the medium is.
    pub media_url: Option<String>,
    /// Words beside it.
    pub caption: Option<String>,
    /// The price of a paid story.
    pub unlock_price: Option<Tokens>,
    /// Whether the caller has yet to pay for it.
    pub locked: bool,
    /// Whether the caller has looked at it.
    pub viewed: bool,
    /// How many users have looked at it; for its author alone.
    pub views: Option<u32>,
    /// When it was published.
    pub created_at: Timestamp,
    /// When it disappears, 24 hours after it was published.
    pub expires_at: Timestamp,
}

/// The stories that are alive, newest first, 100 at most.
#[model]
pub struct StoryList {
    /// The stories.
    pub stories: Vec<Story>,
}

/// What became of paying for a story.
#[model]
pub struct UnlockedStory {
    /// The story with its medium.
    pub story: Story,
    /// What this call charged: the price the first time, nothing after that.
    pub charged: Tokens,
    /// Whether it was open to the caller before.
    pub already_unlocked: bool,
}
