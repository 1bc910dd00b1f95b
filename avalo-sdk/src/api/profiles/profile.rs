//! What is shown of a person, and to whom.

use avalo_sdk_macros::model;

use crate::model::{Cursor, PhotoId, TierId, Timestamp, Tokens, UserId};

/// A user as others see one beside a post, a message or a list entry.
#[model]
pub struct UserSummary {
    /// The user.
    pub id: UserId,
    /// The name shown, 2 to 50 characters.
    pub display_name: String,
    /// The address of the primary photo.
    pub photo_url: Option<String>,
    /// Whether identity and age are approved.
    pub is_verified: bool,
    /// Whether the user is a creator.
    pub is_creator: bool,
}

/// A page of people, in the order that its operation states.
#[model]
pub struct UserPage {
    /// The people.
    pub users: Vec<UserSummary>,
    /// Where the next page starts; absent on the last.
    pub next_cursor: Option<Cursor>,
}

/// A photo of a profile.
#[model]
pub struct Photo {
    /// The photo.
    pub id: PhotoId,
    /// Where it is.
    pub url: String,
    /// Whether it is the one shown first.
    pub is_primary: bool,
}

/// A profile as the caller may see it. Addresses, birthdays and exact places are nobody's business.
#[model]
pub struct Profile {
    /// The user.
    pub id: UserId,
    /// The name shown.
    pub display_name: String,
    /// What the user says about themselves; absent while the profile is closed to the caller.
    pub bio: Option<String>,
    /// The photos, the primary one first; empty while the profile is closed to the caller.
    pub photos: Vec<Photo>,
    /// What the user cares about, at most 20; empty while the profile is closed to the caller.
    pub interests: Vec<String>,
    /// In whole years, if the user shows it.
    pub age: Option<u32>,
    /// The town, if the user shows it.
    pub city: Option<String>,
    /// The country as two capital letters, if the user shows it.
    pub country: Option<String>,
    /// Whether identity and age are approved.
    pub is_verified: bool,
    /// Whether the user is a creator.
    pub is_creator: bool,
    /// How many follow the user, deleted accounts aside.
    pub followers: u32,
    /// How many the user follows, deleted accounts aside.
    pub following: u32,
    /// How many posts there are.
    pub posts: u32,
    /// Whether the caller follows the user.
    pub followed_by_me: bool,
    /// Whether the user follows the caller.
    pub follows_me: bool,
    /// When the user signed up.
    pub joined_at: Timestamp,
}

/// Who may see a profile.
#[model]
pub enum ProfileVisibility {
    /// Everyone.
    Public,
    /// Those whom the user follows.
    Friends,
    /// The user alone; name and primary photo show beside what they write.
    Private,
}

/// What a user shows and allows.
#[model]
pub struct Settings {
    /// Who may see the profile.
    pub visibility: ProfileVisibility,
    /// Whether town and country show.
    pub show_location: bool,
    /// Whether the age shows.
    pub show_age: bool,
    /// Whether people without a chat with the user may write.
    pub allow_messages: bool,
}

/// What becomes of an account that its owner deletes.
#[model]
pub struct Deletion {
    /// When it is gone for good: 30 days after the request.
    pub final_at: Timestamp,
}

/// How long a period of a subscription is.
#[model]
pub enum TierDuration {
    /// 30 days.
    Monthly,
    /// 90 days.
    Quarterly,
    /// 365 days.
    Yearly,
}

/// What a creator offers to subscribers.
#[model]
pub struct SubscriptionTier {
    /// The tier.
    pub id: TierId,
    /// The creator.
    pub creator_id: UserId,
    /// Its name, 1 to 50 characters.
    pub name: String,
    /// What a period costs, 1 to 10,000 tokens.
    pub price: Tokens,
    /// How long a period is.
    pub duration: TierDuration,
    /// What subscribers get: 1 to 10 lines of 1 to 200 characters.
    pub benefits: Vec<String>,
    /// Whether it can be subscribed to.
    pub is_active: bool,
}

/// A creator's tiers, the cheapest first.
#[model]
pub struct TierList {
    /// The tiers.
    pub tiers: Vec<SubscriptionTier>,
}
