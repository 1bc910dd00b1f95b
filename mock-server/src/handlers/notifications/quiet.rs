//! Quiet hours: whether a moment lies in a user's night.

use avalo_sdk::{Problem, api::notifications::QuietHours};

use crate::refusal::Answer;

const MINUTE_MS: i64 = 60_000;
const DAY_MINUTES: i64 = 24 * 60;

/// The clocks of the world run from 12 hours behind UTC to 14 hours ahead of it.
const OFFSETS: std::ops::RangeInclusive<i64> = -12 * 60..=14 * 60;

/// The quiet hours of someone who has set none: a night, switched off, for nobody knows their clock.
pub(super) fn standard() -> QuietHours {
    QuietHours { enabled: false, start: "22:00".into(), end: "08:00".into(), timezone: "UTC".into() }
}

/// # Errors
///
/// `validation_failed` for what is no time or no offset, and for hours that begin when they end.
pub(super) fn check(hours: &QuietHours) -> Answer<()> {
    let time = "is a time of the day such as 22:00";
    for (field, readable, reason) in [
        ("quietHours.start", minute(&hours.start).is_some(), time),
        (
            "quietHours.end",
            minute(&hours.end).is_some() && hours.end != hours.start,
            "is a time other than start",
        ),
        (
            "quietHours.timezone",
            offset(&hours.timezone).is_some(),
            "is UTC or an offset from it such as +02:00",
        ),
    ] {
        if !readable {
            return Err(Problem::field(field, reason).into());
        }
    }
    Ok(())
}

/// Whether push messages are dropped at this moment. The first minute belongs to the hours, the last
/// does not.
pub(super) fn is_quiet(hours: &QuietHours, now_ms: i64) -> bool {
    let (Some(start), Some(end), Some(offset)) =
        (minute(&hours.start), minute(&hours.end), offset(&hours.timezone))
    else {
        return false;
    };
    let now = (now_ms.div_euclid(MINUTE_MS) + offset).rem_euclid(DAY_MINUTES);
    let inside = if start < end { (start..end).contains(&now) } else { now >= start || now < end };
    hours.enabled && inside
}

/// `HH:MM` as the minute of the day.
fn minute(text: &str) -> Option<i64> {
    let (hours, minutes) = digits(text)?;
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

/// `UTC`, `+HH:MM` or `-HH:MM` as minutes ahead of UTC.
fn offset(text: &str) -> Option<i64> {
    if text == "UTC" {
        return Some(0);
    }
    let (sign, time) = match text.split_at_checked(1)? {
        ("+", time) => (1, time),
        ("-", time) => (-1, time),
        _ => return None,
    };
    Some(sign * minute(time)?).filter(|minutes| OFFSETS.contains(minutes))
}

fn digits(text: &str) -> Option<(i64, i64)> {
    let (hours, minutes) = text.split_once(':')?;
    let number = |part: &str| {
        (part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| part.parse().ok())
            .flatten()
    };
    Some((number(hours)?, number(minutes)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(start: &str, end: &str, timezone: &str) -> QuietHours {
        QuietHours { enabled: true, start: start.into(), end: end.into(), timezone: timezone.into() }
    }

    /// The moment of this time of the first day.
    fn at(time: &str) -> i64 {
        minute(time).expect("a time") * MINUTE_MS
    }

    #[test]
    fn a_night_spans_midnight_and_a_nap_does_not() {
        let (night, nap) = (hours("22:00", "08:00", "UTC"), hours("13:00", "14:30", "UTC"));
        for (time, in_night, in_nap) in [
            ("21:59", false, false),
            ("22:00", true, false),
            ("00:00", true, false),
            ("07:59", true, false),
            ("08:00", false, false),
            ("13:00", false, true),
            ("14:29", false, true),
            ("14:30", false, false),
        ] {
            assert_eq!((is_quiet(&night, at(time)), is_quiet(&nap, at(time))), (in_night, in_nap), "{time}");
        }
        assert!(!is_quiet(&QuietHours { enabled: false, ..night }, at("00:00")));
    }

    #[test]
    fn the_clock_is_the_users_own() {
        // At 21:00 in London it is 23:00 in Warsaw in summer, 16:00 in New York, 02:30 in Delhi.
        for (timezone, quiet) in [
            ("UTC", false),
            ("+02:00", true),
            ("-05:00", false),
            ("+05:30", true),
            ("-12:00", false),
            ("+14:00", false),
        ] {
            assert_eq!(is_quiet(&hours("22:00", "08:00", timezone), at("21:00")), quiet, "{timezone}");
        }
        // Also before 1970, and at the ends of time.
        assert!(is_quiet(&hours("22:00", "08:00", "UTC"), -1));
        let _ = (is_quiet(&standard(), i64::MIN), is_quiet(&standard(), i64::MAX));
    }

    #[test]
    fn what_is_no_time_is_refused() {
        assert!(check(&hours("22:00", "08:00", "-09:30")).is_ok() && check(&standard()).is_ok());
        for (start, end, timezone) in [
            ("24:00", "08:00", "UTC"),
            ("22:60", "08:00", "UTC"),
            ("2:000", "08:00", "UTC"),
            ("+1:00", "08:00", "UTC"),
            ("22:00", "22:00", "UTC"),
            ("22:00", "noon!", "UTC"),
            ("22:00", "08:00", "utc"),
            ("22:00", "08:00", "+14:01"),
            ("22:00", "08:00", "-12:30"),
            ("22:00", "08:00", "é02:00"),
            ("22:00", "08:00", "Europe/Warsaw"),
        ] {
            assert!(check(&hours(start, end, timezone)).is_err(), "{start} {end} {timezone}");
        }
    }
}
