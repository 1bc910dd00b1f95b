//! Suggestions, likes and matches.
//!
//! Two who like each other are a match: a chat opens at once, with the first one who liked as its
//! payer and four free messages. Nobody becomes a match without having liked.
//!
//! Two people fit by what they care about (30 %), how close they are (20 %), how close in age (20 %)
//! and how recently both were here (30 %); suggestions weigh that with how complete and responsive a
//! profile is. Nothing in here asks for or goes by gender.

mod like;
mod matched;
mod preferences;
mod suggestion;

use avalo_sdk_macros::model;

pub use self::{
    like::{LikeAllowance, LikeReceipt, LikesReceivedPage, ReceivedLike, RewindReceipt, SwipeKind},
    matched::{FreeMessagesStatus, Match, MatchPage, UnmatchReceipt},
    preferences::{AgeRange, MatchPreferences, Position},
    suggestion::{Compatibility, MatchReason, Suggestion, SuggestionPage},
};
use crate::{
    model::{Cursor, MatchId, UserId},
    operation::operations,
};

/// Which suggestions to read.
#[model]
#[derive(Default)]
pub struct GetSuggestions {
    /// How many, 1 to 100; 20 if absent.
    #[range(1..=100)]
    pub limit: Option<u32>,
    /// Where to go on, from the page before.
    pub cursor: Option<Cursor>,
}

/// Someone to like.
#[model]
#[derive(Default)]
pub struct LikeProfile {
    /// Who.
    pub user_id: UserId,
    /// Whether it is a super like, for 50 tokens: it is shown first, and its recipient is told so.
    pub super_like: Option<bool>,
}

/// Someone to pass by.
#[model]
#[derive(Default)]
pub struct PassProfile {
    /// Who.
    pub user_id: UserId,
}

/// Asks to take the last like or pass back.
#[model]
#[derive(Default)]
pub struct Rewind {}

/// Which of the caller's matches to read.
#[model]
#[derive(Default)]
pub struct GetMatches {
    /// How many, 1 to 100; 20 if absent.
    #[range(1..=100)]
    pub limit: Option<u32>,
    /// Where to go on, from the page before.
    pub cursor: Option<Cursor>,
}

/// Which match to end.
#[model]
#[derive(Default)]
pub struct Unmatch {
    /// The match.
    pub match_id: MatchId,
}

/// Asks whom the caller wants to meet.
#[model]
#[derive(Default)]
pub struct GetMatchPreferences {}

/// Whom the caller wants to meet. What is absent returns to the standard.
#[model]
#[derive(Default)]
pub struct UpdateMatchPreferences {
    /// The ages, those that are not shown too; 18 to 99 if absent.
    #[nested]
    pub age_range: Option<AgeRange>,
    /// The greatest distance in km, 1 to 500; 50 if absent. It holds where both positions are known.
    #[range(1..=500)]
    pub distance_km: Option<u32>,
    /// At most 30, of 1 to 30 characters each: only people who care about one of them; anyone if empty.
    #[length(..=30)]
    #[each(1..=30)]
    #[form(Words)]
    pub interests: Vec<String>,
    /// Whether only verified people are suggested; no if absent.
    pub verified_only: Option<bool>,
    /// Whether the caller is suggested to others; yes if absent.
    pub discoverable: Option<bool>,
    /// Where the caller is; unknown if absent.
    #[nested]
    pub position: Option<Position>,
}

/// Which likes to read.
#[model]
#[derive(Default)]
pub struct GetLikesReceived {
    /// How many, 1 to 100; 20 if absent.
    #[range(1..=100)]
    pub limit: Option<u32>,
    /// Where to go on, from the page before.
    pub cursor: Option<Cursor>,
}

/// Asks how many likes are left.
#[model]
#[derive(Default)]
pub struct GetAllowance {}

/// Which match's free messages to count.
#[model]
#[derive(Default)]
pub struct GetFreeMessagesStatus {
    /// The match.
    pub match_id: MatchId,
}

/// With whom to compare the caller.
#[model]
#[derive(Default)]
pub struct GetCompatibility {
    /// Who.
    pub user_id: UserId,
}

operations! {
    /// Suggestions, likes and matches.
    Matchmaking = "matchmaking";

    /// Suggests people whom the caller has not met, those who fit best first.
    ///
    /// They are ordered by compatibility and by the profile's own ranking, those who gave the caller a
    /// super like before all others. Left out are people whom the caller has liked, passed or matched,
    /// those on the other side of a block, closed profiles, those who do not want to be suggested, and
    /// whoever is outside the caller's preferences. Fails with `invalid_cursor`.
    get_suggestions(GetSuggestions) -> SuggestionPage {
        GET "/v1/matchmaking/suggestions", auth: Verified, retry: Safe
    }

    /// Likes someone. If they like the caller too, both are a match and their chat is open.
    ///
    /// A like costs one of the allowance, and a super like 50 tokens besides. Liking someone after a
    /// pass takes the pass back. Fails with `cannot_target_self`, `not_found`, `already_exists` for
    /// someone liked or matched before, `failed_precondition` for a match that has ended and for someone
    /// who does not take part, `like_limit_reached` with the seconds to the next refill, and
    /// `insufficient_balance`.
    like_profile(LikeProfile) -> LikeReceipt {
        POST "/v1/matchmaking/likes", auth: Verified, retry: Keyed
    }

    /// Passes someone by, who is not suggested again. It takes an earlier like back, not its price.
    ///
    /// Fails with `cannot_target_self`, `not_found`, and with `failed_precondition` for a match.
    pass_profile(PassProfile) -> () {
        POST "/v1/matchmaking/passes", auth: Verified, retry: Keyed
    }

    /// Takes the caller's last like or pass back, for 10 tokens and within 5 minutes.
    ///
    /// A like returns to the allowance, the price of a super like to the wallet. Fails with
    /// `failed_precondition` when there is nothing to take back, when it is too long ago or when it
    /// became a match, and with `insufficient_balance`.
    rewind(Rewind) -> RewindReceipt {
        POST "/v1/matchmaking/rewind", auth: Verified, retry: Keyed
    }

    /// Lists the caller's matches, the one with the latest activity first.
    ///
    /// Deleted accounts and the other side of a block are left out. Fails with `invalid_cursor`.
    get_matches(GetMatches) -> MatchPage {
        GET "/v1/matchmaking/matches", auth: Verified, retry: Safe
    }

    /// Ends a match and closes its chat, whose escrow returns to the payer.
    ///
    /// The two are not suggested to each other again. Ending it twice is ending it once. Fails with
    /// `not_found`, also for a match of others.
    unmatch(Unmatch) -> UnmatchReceipt {
        DELETE "/v1/matchmaking/matches/{matchId}", auth: User, retry: Keyed
    }

    /// Reads whom the caller wants to meet.
    get_preferences(GetMatchPreferences) -> MatchPreferences {
        GET "/v1/matchmaking/preferences", auth: User, retry: Safe
    }

    /// Sets whom the caller wants to meet, all of it at once.
    ///
    /// Fails with `validation_failed`, naming the field.
    update_preferences(UpdateMatchPreferences) -> MatchPreferences {
        PUT "/v1/matchmaking/preferences", auth: User, retry: Safe
    }

    /// Lists who likes the caller and has had no answer yet: super likes first, then the newest.
    ///
    /// Fails with `invalid_cursor`.
    get_likes_received(GetLikesReceived) -> LikesReceivedPage {
        GET "/v1/matchmaking/likes/received", auth: Verified, retry: Safe
    }

    /// Says how many likes the caller has left, and when there are more.
    get_allowance(GetAllowance) -> LikeAllowance {
        GET "/v1/matchmaking/allowance", auth: Verified, retry: Safe
    }

    /// Counts the free messages of a match's chat. They are the payer's.
    ///
    /// Fails with `not_found`, also for a match of others.
    get_free_messages_status(GetFreeMessagesStatus) -> FreeMessagesStatus {
        GET "/v1/matchmaking/matches/{matchId}/free-messages", auth: User, retry: Safe
    }

    /// Says how well the caller and another fit, and why.
    ///
    /// Fails with `cannot_target_self`, `not_found`, `profile_private`.
    get_compatibility(GetCompatibility) -> Compatibility {
        GET "/v1/matchmaking/compatibility/{userId}", auth: Verified, retry: Safe
    }
}
