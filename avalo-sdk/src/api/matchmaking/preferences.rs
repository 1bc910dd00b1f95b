//! Whom a user wants to meet.

use avalo_sdk_macros::model;

/// Ages in whole years.
#[model]
#[derive(Eq)]
pub struct AgeRange {
    /// The youngest, 18 to 99.
    #[range(18..=99)]
    pub min: u32,
    /// The oldest, 18 to 99, not below `min`.
    #[range(18..=99)]
    pub max: u32,
}

/// A place on Earth. It is kept to a hundredth of a degree, about a kilometre, and shown to nobody.
#[model]
pub struct Position {
    /// Degrees north.
    #[range(-90..=90)]
    pub latitude: f64,
    /// Degrees east.
    #[range(-180..=180)]
    pub longitude: f64,
}

/// Whom a user wants to meet.
#[model]
pub struct MatchPreferences {
    /// The ages.
    pub age_range: AgeRange,
    /// The greatest distance in km, where both positions are known.
    pub distance_km: u32,
    /// Only people who care about one of these; anyone if empty.
    pub interests: Vec<String>,
    /// Whether only verified people are suggested.
    pub verified_only: bool,
    /// Whether the user is suggested to others.
    pub discoverable: bool,
    /// Where the user is; nobody else reads it.
    pub position: Option<Position>,
}
