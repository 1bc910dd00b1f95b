//! Moments in time, RFC 3339 on the wire.

#[cfg(feature = "uniffi")]
use std::time::{Duration, SystemTime};
use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// A moment, to the millisecond, in UTC.
///
/// On the wire it is RFC 3339, always written like `2026-01-31T09:05:00.000Z`; any offset is
/// accepted when it is read. The years 1970 to 9999 are representable.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Timestamp {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub unix_ms: i64,
}

const DAY_MS: i64 = 86_400_000;

impl Timestamp {
    /// The moment so many milliseconds after 1970-01-01T00:00:00Z.
    pub const fn from_unix_ms(unix_ms: i64) -> Self {
        Self { unix_ms }
    }

    /// The calendar date in UTC: year, month 1 to 12, day 1 to 31.
    pub fn date(self) -> (i64, i64, i64) {
        // Howard Hinnant's civil_from_days: a year counts from 1 March, an era is 400 years.
        let days = self.unix_ms.div_euclid(DAY_MS) + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        (year_of_era + era * 400 + i64::from(month <= 2), month, day)
    }

    /// Midnight UTC of a date, if there is such a day.
    pub fn from_date(year: i64, month: i64, day: i64) -> Option<Self> {
        if !(1970..=9999).contains(&year) || !(1..=12).contains(&month) || day < 1 {
            return None;
        }
        let shifted = if month <= 2 { year - 1 } else { year };
        let era = shifted.div_euclid(400);
        let year_of_era = shifted.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        let moment = Self { unix_ms: (era * 146_097 + day_of_era - 719_468) * DAY_MS };
        (moment.date() == (year, month, day)).then_some(moment)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.date();
        let ms = self.unix_ms.rem_euclid(DAY_MS);
        let (hour, minute) = (ms / 3_600_000, ms / 60_000 % 60);
        let (second, milli) = (ms / 1_000 % 60, ms % 1_000);
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}Z")
    }
}

/// Text that is no moment of RFC 3339.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a moment is written like 2026-01-31T09:05:00Z")]
pub struct NoTimestamp;

impl FromStr for Timestamp {
    type Err = NoTimestamp;

    fn from_str(text: &str) -> Result<Self, NoTimestamp> {
        parse(text.as_bytes()).ok_or(NoTimestamp)
    }
}

fn parse(text: &[u8]) -> Option<Timestamp> {
    let number = |range: std::ops::Range<usize>| -> Option<i64> {
        text.get(range)?
            .iter()
            .try_fold(0, |sum: i64, byte| byte.is_ascii_digit().then(|| sum * 10 + i64::from(byte - b'0')))
    };
    let is = |at: usize, any: &[u8]| text.get(at).is_some_and(|byte| any.contains(byte));
    if !(is(4, b"-") && is(7, b"-") && is(10, b"Tt ") && is(13, b":") && is(16, b":")) {
        return None;
    }
    let date = Timestamp::from_date(number(0..4)?, number(5..7)?, number(8..10)?)?;
    let (hour, minute, second) = (number(11..13)?, number(14..16)?, number(17..19)?);
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let mut at = 19;
    let mut milli = 0;
    if is(at, b".") {
        let digits = text[at + 1..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 0 {
            return None;
        }
        for place in 0..3 {
            let digit = if place < digits { number(at + 1 + place..at + 2 + place)? } else { 0 };
            milli = milli * 10 + digit;
        }
        at += 1 + digits;
    }
    let offset = match text.get(at..)? {
        b"Z" | b"z" => 0,
        [sign @ (b'+' | b'-'), _, _, b':', _, _] => {
            let (hours, minutes) = (number(at + 1..at + 3)?, number(at + 4..at + 6)?);
            if hours > 23 || minutes > 59 {
                return None;
            }
            (hours * 60 + minutes) * if *sign == b'-' { -1 } else { 1 }
        }
        _ => return None,
    };
    let of_day = ((hour * 60 + minute - offset) * 60 + second) * 1_000 + milli;
    Some(Timestamp { unix_ms: date.unix_ms + of_day })
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

// An `Instant` in Kotlin, a `Date` in Swift. A `Date` is a float, so the nearest millisecond counts.
#[cfg(feature = "uniffi")]
uniffi::custom_type!(Timestamp, SystemTime, {
    lower: |moment| SystemTime::UNIX_EPOCH + Duration::from_millis(moment.unix_ms.try_into().unwrap_or(0)),
    try_lift: |moment| Ok(Timestamp::try_from(moment)?),
});

#[cfg(feature = "uniffi")]
impl TryFrom<SystemTime> for Timestamp {
    type Error = NoTimestamp;

    fn try_from(moment: SystemTime) -> Result<Self, NoTimestamp> {
        let since = moment.duration_since(SystemTime::UNIX_EPOCH).map_err(|_| NoTimestamp)?;
        let unix_ms = (since.as_micros() + 500) / 1_000;
        let moment = i64::try_from(unix_ms).map(Self::from_unix_ms).map_err(|_| NoTimestamp)?;
        if moment.date().0 > 9999 { Err(NoTimestamp) } else { Ok(moment) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_read_and_write_back() {
        for text in ["1970-01-01T00:00:00.000Z", "2026-02-28T23:59:59.999Z", "2024-02-29T12:00:00.000Z"] {
            assert_eq!(text.parse::<Timestamp>().map(|moment| moment.to_string()), Ok(text.to_owned()));
        }
        let offset: Timestamp = "2026-01-01T01:30:00.5+01:30".parse().expect("an offset");
        assert_eq!(offset.to_string(), "2026-01-01T00:00:00.500Z");
    }

    #[test]
    fn other_text_is_refused() {
        for text in [
            "",
            "2026-02-29T00:00:00Z",
            "2026-01-01",
            "2026-13-01T00:00:00Z",
            "2026-01-01T24:00:00Z",
            "2026-01-01T00:00:00",
            "2026-01-01T00:00:00.Z",
            "2026-01-01T00:00:00é",
            "+026-01-01T00:00:00Z",
        ] {
            assert_eq!(text.parse::<Timestamp>(), Err(NoTimestamp), "{text}");
        }
    }

    #[test]
    fn every_day_of_four_centuries_survives_the_calendar() {
        for day in 0..146_097 {
            let moment = Timestamp::from_unix_ms(day * DAY_MS);
            let (year, month, date) = moment.date();
            assert_eq!(Timestamp::from_date(year, month, date), Some(moment));
        }
    }
}
