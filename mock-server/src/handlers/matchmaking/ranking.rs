//! How much a profile deserves to be shown, whoever looks.
//!
//! The platform's weights: photos 25 %, completeness 20 %, answers 20 %, loyalty 15 %, activity 10 %. The
//! rest is there to be lost by reports, of which this server has no count that is confirmed, so that no
//! profile has more than 90.

/// What is weighed of a profile.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Standing {
    /// How many photos there are; six are all.
    pub(super) photos: u32,
    /// Which of bio, age, place and interests are filled in.
    pub(super) filled: [bool; 4],
    /// In how many chats others wrote, and in how many of those an answer came.
    pub(super) asked: u32,
    pub(super) answered: u32,
    pub(super) is_royal: bool,
    /// How recently the user was here, 0 to 100.
    pub(super) activity: u32,
}

/// The ranking, 0 to 90.
pub(super) fn ranking(standing: &Standing) -> u32 {
    let photos = standing.photos.min(6) * 100 / 6;
    let completeness = standing.filled.iter().map(|filled| 25 * u32::from(*filled)).sum::<u32>();
    // Whom nobody has asked may answer or not.
    let answered = 100 * standing.answered.min(standing.asked);
    let answers = answered.checked_div(standing.asked).unwrap_or(50);
    let loyalty = 100 * u32::from(standing.is_royal);
    let sum = 25 * photos + 20 * completeness + 20 * answers + 15 * loyalty + 10 * standing.activity.min(100);
    (sum + 50) / 100
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_has_its_weight() {
        let new = Standing::default();
        for (standing, expected, why) in [
            (new, 10, "nobody has asked yet"),
            (Standing { asked: 1, ..new }, 0, "never an answer"),
            (Standing { asked: 4, answered: 3, ..new }, 15, "three of four"),
            (Standing { asked: 1, answered: 9, ..new }, 20, "never more than all"),
            (Standing { photos: 3, ..new }, 23, "half the photos"),
            (Standing { photos: 600, ..new }, 35, "six are all"),
            (Standing { filled: [true, false, true, false], ..new }, 20, "half filled in"),
            (Standing { is_royal: true, ..new }, 25, "loyalty"),
            (Standing { activity: 100, ..new }, 20, "activity"),
        ] {
            assert_eq!(ranking(&standing), expected, "{why}");
        }
        let best =
            Standing { photos: 6, filled: [true; 4], asked: 1, answered: 1, is_royal: true, activity: 100 };
        assert_eq!(ranking(&best), 90);
    }
}
