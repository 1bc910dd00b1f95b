//! People who may fit.

use avalo_sdk_macros::model;

use crate::{
    api::profiles::UserSummary,
    model::{Cursor, UserId},
};

/// Why two people fit: a component of their score that is above one half.
#[model]
pub enum MatchReason {
    /// They care about the same.
    SharedInterests,
    /// They are less than 50 km apart, or in the same town.
    Nearby,
    /// They are less than 10 years apart.
    AgeFit,
    /// Both were here in the last three and a half days.
    ActiveRecently,
}

/// How well two people fit.
#[model]
pub struct Compatibility {
    /// The other one.
    pub user_id: UserId,
    /// All in all, 0 to 100: interests 30 %, location 20 %, age 20 %, activity 30 %.
    pub score: u32,
    /// What they have in common of what they care about, 0 to 100.
    pub interests: u32,
    /// How close they are, 0 to 100; 0 if one of them does not say or show it.
    pub location: u32,
    /// How close in age, 0 to 100; 0 if one of them does not show it.
    pub age: u32,
    /// How recently both were here, 0 to 100.
    pub activity: u32,
    /// The components above 50.
    pub reasons: Vec<MatchReason>,
}

/// Someone who may fit.
#[model]
pub struct Suggestion {
    /// Who.
    pub user: UserSummary,
    /// In whole years, if the user shows it.
    pub age: Option<u32>,
    /// How far away in km, at least 1, if the user shows where they are and both positions are known.
    pub distance_km: Option<u32>,
    /// What both care about, in the words of the other one.
    pub shared_interests: Vec<String>,
    /// How well they fit, 0 to 100.
    pub score: u32,
    /// Why.
    pub reasons: Vec<MatchReason>,
    /// Whether they gave the caller a super like.
    pub super_liked_me: bool,
}

/// A page of suggestions, those who fit best first.
#[model]
pub struct SuggestionPage {
    /// The people.
    pub suggestions: Vec<Suggestion>,
    /// Where the next page starts; absent on the last.
    pub next_cursor: Option<Cursor>,
}
