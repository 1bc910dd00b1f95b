//! Moments in HTTP headers: `Date` and `Retry-After`.

use std::time::Duration;

use super::text::{cut, parts};
use crate::model::Timestamp;

/// Reads `Retry-After`: whole seconds, or a date, which is compared with the server's own clock
/// because the device's may be wrong. Anything else is as good as absent.
pub(crate) fn retry_after(value: &str, server_now: Option<Timestamp>) -> Option<Duration> {
    let value = value.trim_ascii();
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        // More digits than fit mean "very long", not "at once".
        return Some(Duration::from_secs(value.parse().unwrap_or(u64::from(u32::MAX))));
    }
    let at = http_date(value)?;
    let wait = at.unix_ms - server_now?.unix_ms;
    Some(Duration::from_millis(wait.max(0).unsigned_abs()))
}

/// Reads the only form of a date that HTTP lets a sender use: `Sun, 06 Nov 1994 08:49:37 GMT`.
pub(crate) fn http_date(text: &str) -> Option<Timestamp> {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let date = cut(text, b',')?.1.strip_prefix(" ")?;
    let mut words = parts(date, b' ');
    let day = digits(words.next()?, 2)?;
    let name = words.next()?;
    let month = MONTHS.iter().position(|month| *month == name)? + 1;
    let year = digits(words.next()?, 4)?;
    let mut clock = parts(words.next()?, b':');
    let mut next = |below: i64| digits(clock.next()?, 2).filter(|value| *value < below);
    let seconds = (next(24)? * 60 + next(60)?) * 60 + next(61)?;
    if words.next() != Some("GMT") || words.next().is_some() || clock.next().is_some() {
        return None;
    }
    let midnight = Timestamp::from_date(year, month as i64, day)?;
    Some(Timestamp::from_unix_ms(midnight.unix_ms + seconds * 1_000))
}

fn digits(text: &str, count: usize) -> Option<i64> {
    let plain = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retry_after_is_read_in_both_forms_and_garbage_is_ignored() {
        let now = http_date("Sun, 06 Nov 1994 08:49:37 GMT");
        assert_eq!(now.map(|now| now.to_string()).as_deref(), Some("1994-11-06T08:49:37.000Z"));
        let seconds = |seconds| Some(Duration::from_secs(seconds));
        for (value, wait) in [
            ("0", seconds(0)),
            ("120", seconds(120)),
            (" 7 ", seconds(7)),
            ("1000000000000", seconds(1_000_000_000_000)),
            ("99999999999999999999999", seconds(u64::from(u32::MAX))),
            ("Sun, 06 Nov 1994 08:49:47 GMT", seconds(10)),
            ("Sun, 06 Nov 1994 08:49:27 GMT", seconds(0)),
            ("-1", None),
            ("1.5", None),
            ("", None),
            ("soon", None),
            ("Sun, 06 Nov 1994 08:49:47 CET", None),
            ("Sun, 99 Nov 1994 08:49:47 GMT", None),
            ("Sün, 06 Növ 1994", None),
        ] {
            assert_eq!(retry_after(value, now), wait, "{value}");
        }
        assert_eq!(retry_after("Sun, 06 Nov 1994 08:49:47 GMT", None), None);
    }
}
