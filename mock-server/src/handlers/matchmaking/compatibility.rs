//! How well two people fit.
//!
//! The weights are the platform's: interests 30 %, location 20 %, age 20 %, activity 30 %. Every component
//! is a whole number from 0 to 100 and the same from either side, so that the score can be worked out
//! again from what the answer shows.

use std::collections::BTreeSet;

use avalo_sdk::api::matchmaking::MatchReason;

/// What of a person counts.
#[derive(Clone, Debug, Default)]
pub(super) struct Traits {
    pub(super) interests: Vec<String>,
    pub(super) age: Option<u32>,
    /// Where the person is, in degrees north and east, if that may count.
    pub(super) position: Option<(f64, f64)>,
    /// Town and country, if they may count.
    pub(super) city: Option<String>,
    pub(super) country: Option<String>,
    /// When the person was last here.
    pub(super) active_ms: i64,
}

/// How well two fit, component by component, each 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fit {
    pub(super) interests: u32,
    pub(super) location: u32,
    pub(super) age: u32,
    pub(super) activity: u32,
}

const WEEK_MS: i64 = 7 * 24 * 3_600_000;

/// What a year between two people costs of their age's component.
const YEAR: u32 = 5;

impl Fit {
    pub(super) fn of(one: &Traits, other: &Traits, now_ms: i64) -> Self {
        Self {
            interests: interests(&one.interests, &other.interests),
            location: location(one, other),
            age: match (one.age, other.age) {
                (Some(one), Some(other)) => 100_u32.saturating_sub(YEAR * one.abs_diff(other).min(100)),
                _ => 0,
            },
            activity: activity(one.active_ms.min(other.active_ms), now_ms),
        }
    }

    /// All in all, 0 to 100.
    pub(super) fn score(self) -> u32 {
        (30 * self.interests + 20 * self.location + 20 * self.age + 30 * self.activity + 50) / 100
    }

    /// The components above one half.
    pub(super) fn reasons(self) -> Vec<MatchReason> {
        let components = [
            (self.interests, MatchReason::SharedInterests),
            (self.location, MatchReason::Nearby),
            (self.age, MatchReason::AgeFit),
            (self.activity, MatchReason::ActiveRecently),
        ];
        components.into_iter().filter(|(value, _)| *value > 50).map(|(_, reason)| reason).collect()
    }
}

/// An interest without what does not matter of how it is written.
fn plain(interest: &str) -> String {
    interest.trim().to_lowercase()
}

/// Those of the other's interests that one has too, in the other's words.
pub(super) fn shared(one: &[String], other: &[String]) -> Vec<String> {
    let known: BTreeSet<_> = one.iter().map(|interest| plain(interest)).collect();
    other.iter().filter(|interest| known.contains(&plain(interest))).cloned().collect()
}

/// Twice what is shared, as a part of both lists together.
fn interests(one: &[String], other: &[String]) -> u32 {
    let set = |list: &[String]| list.iter().map(|interest| plain(interest)).collect::<BTreeSet<_>>();
    let (one, other) = (set(one), set(other));
    let all = one.len() + other.len();
    let shared = one.intersection(&other).count();
    (200 * shared).checked_div(all).and_then(|percent| u32::try_from(percent).ok()).unwrap_or(0)
}

/// A point less for each kilometre; without positions the same town is next door and the same country
/// half way.
fn location(one: &Traits, other: &Traits) -> u32 {
    if let (Some(here), Some(there)) = (one.position, other.position) {
        return 100_u32.saturating_sub(kilometres(here, there));
    }
    let same = |one: &Option<String>, other: &Option<String>| match (one, other) {
        (Some(one), Some(other)) => plain(one) == plain(other),
        _ => false,
    };
    match (same(&one.country, &other.country), same(&one.city, &other.city)) {
        (true, true) => 100,
        (true, false) => 50,
        _ => 0,
    }
}

/// How far two places are apart along the ground, in whole kilometres.
pub(super) fn kilometres((north, east): (f64, f64), (other_north, other_east): (f64, f64)) -> u32 {
    const RADIUS: f64 = 6_371.0;
    let half = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
    let along = north.to_radians().cos() * other_north.to_radians().cos() * half(other_east - east);
    let chord = (half(other_north - north) + along).clamp(0.0, 1.0);
    // At most half the way round the Earth, about 20,000 km.
    (2.0 * RADIUS * chord.sqrt().asin()).round() as u32
}

/// Falls evenly to nothing within a week.
pub(super) fn activity(active_ms: i64, now_ms: i64) -> u32 {
    let idle = (now_ms - active_ms).clamp(0, WEEK_MS);
    u32::try_from((WEEK_MS - idle) * 100 / WEEK_MS).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR_MS: i64 = 3_600_000;
    const WARSAW: (f64, f64) = (52.23, 21.01);
    const LODZ: (f64, f64) = (51.76, 19.46);

    fn list(words: &str) -> Vec<String> {
        words.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn interests_are_twice_the_shared_of_all() {
        for (one, other, expected) in [
            ("", "", 0),
            ("tea", "", 0),
            ("tea", "tea", 100),
            ("Tea books", "TEA", 66),
            ("a b c d", "c d e f", 50),
            ("a b", "c d", 0),
            ("a a a b", "a", 66),
        ] {
            assert_eq!(interests(&list(one), &list(other)), expected, "{one:?} and {other:?}");
            assert_eq!(interests(&list(other), &list(one)), expected, "from the other side");
        }
        assert_eq!(shared(&list("tea RUNNING"), &list("Running chess Tea")), ["Running", "Tea"]);
    }

    #[test]
    fn places_are_compared_by_distance_and_by_name_otherwise() {
        let at = |position| Traits { position: Some(position), ..Traits::default() };
        let named = |city: &str, country: &str| {
            let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
            Traits { city: some(city), country: some(country), ..Traits::default() }
        };
        for (one, other, expected) in [
            (at(WARSAW), at(WARSAW), 100),
            (at(WARSAW), at((52.23, 21.60)), 60),
            (at(WARSAW), at(LODZ), 0),
            (at((0.0, 179.9)), at((0.0, -179.9)), 78),
            (named("Kraków", "PL"), named("kraków", "PL"), 100),
            (named("Kraków", "PL"), named("Gdynia", "PL"), 50),
            (named("Paris", "FR"), named("Paris", "US"), 0),
            (named("Paris", ""), named("Paris", ""), 0),
            (named("", ""), named("", ""), 0),
            (at(WARSAW), named("Warszawa", "PL"), 0),
        ] {
            assert_eq!(location(&one, &other), expected, "{one:?} and {other:?}");
            assert_eq!(location(&other, &one), expected, "from the other side");
        }
    }

    #[test]
    fn distances_are_those_of_the_earth() {
        assert_eq!(kilometres(WARSAW, LODZ), 118);
        assert_eq!(kilometres((90.0, 0.0), (-90.0, 0.0)), 20_015);
        assert_eq!(kilometres((0.0, 0.0), (0.0, 180.0)), 20_015);
        assert_eq!(kilometres((51.5, -0.13), (40.71, -74.01)), 5_571);
    }

    #[test]
    fn activity_falls_within_a_week() {
        for (hours, expected) in
            [(0, 100), (1, 99), (84, 50), (83, 50), (82, 51), (167, 0), (168, 0), (9_999, 0)]
        {
            assert_eq!(activity(0, hours * HOUR_MS), expected, "{hours} hours");
        }
        assert_eq!(activity(HOUR_MS, 0), 100, "a clock that runs ahead");
    }

    #[test]
    fn the_score_weighs_the_components_and_names_those_above_half() {
        let fit = |interests, location, age, activity| Fit { interests, location, age, activity };
        for (fit, score, reasons) in [
            (fit(0, 0, 0, 0), 0, vec![]),
            (fit(100, 0, 0, 0), 30, vec![MatchReason::SharedInterests]),
            (fit(0, 100, 0, 0), 20, vec![MatchReason::Nearby]),
            (fit(0, 0, 100, 0), 20, vec![MatchReason::AgeFit]),
            (fit(0, 0, 0, 100), 30, vec![MatchReason::ActiveRecently]),
            (fit(50, 50, 50, 50), 50, vec![]),
            (fit(51, 51, 0, 0), 26, vec![MatchReason::SharedInterests, MatchReason::Nearby]),
            (fit(100, 100, 100, 100), 100, MatchReason::ALL.to_vec()),
        ] {
            assert_eq!((fit.score(), fit.reasons()), (score, reasons), "{fit:?}");
        }
    }

    #[test]
    fn two_fit_the_same_from_either_side() {
        let one = Traits { interests: list("tea chess"), age: Some(30), active_ms: 0, ..Traits::default() };
        let other =
            Traits { interests: list("Chess"), age: Some(37), active_ms: 84 * HOUR_MS, ..Traits::default() };
        let fit = Fit::of(&one, &other, 84 * HOUR_MS);
        assert_eq!(fit, Fit::of(&other, &one, 84 * HOUR_MS));
        assert_eq!(fit, Fit { interests: 66, location: 0, age: 65, activity: 50 });
        assert_eq!(Fit::of(&one, &Traits { age: None, ..other.clone() }, 0).age, 0);
        assert_eq!(Fit::of(&one, &Traits { age: Some(99), ..other }, 0).age, 0);
    }
}
