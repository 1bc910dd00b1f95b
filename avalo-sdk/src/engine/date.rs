//! Moments in HTTP headers: `Date` and `Retry-After`.

use super::text::{all, whole};
use crate::{
    model::Timestamp,
    platform::{Millis, SECOND},
    transport::Headers,
};

/// Reads `Retry-After`: whole seconds, or a date, which is compared with the server's own clock
/// because the device's may be wrong. Anything else is as good as absent.
pub(crate) fn retry_after(headers: &dyn Headers) -> Option<Millis> {
    let value = headers.get("retry-after")?;
    let value = value.trim_ascii();
    if !value.is_empty() && all(value, &|byte| byte.is_ascii_digit()) {
        // More digits than fit mean "very long", not "at once".
        let seconds = whole(value).unwrap_or(u64::from(u32::MAX));
        return Some(seconds.min(1 << 53) * SECOND);
    }
    let wait = headers.moment("retry-after")? - headers.moment("date")?;
    Some(wait.max(0).unsigned_abs())
}

/// Reads the only form of a date that HTTP lets a sender use, `Sun, 06 Nov 1994 08:49:37 GMT`, as
/// milliseconds since 1970.
pub(crate) fn http_date(text: &str) -> Option<i64> {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let number = |at: usize, count: usize| {
        let digits = text.get(at..at + count)?;
        digits.bytes().try_fold(0, |number, digit| {
            digit.is_ascii_digit().then(|| number * 10 + i64::from(digit - b'0'))
        })
    };
    let marks = [(3, ", "), (7, " "), (11, " "), (16, " "), (19, ":"), (22, ":"), (25, " GMT")];
    let shaped = marks.iter().all(|(at, mark)| text.get(*at..at + mark.len()) == Some(mark));
    if text.len() != 29 || !shaped {
        return None;
    }
    let name = text.get(8..11)?;
    let month = MONTHS.iter().position(|month| *month == name)? + 1;
    let (hour, minute, second) = (number(17, 2)?, number(20, 2)?, number(23, 2)?);
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let midnight = Timestamp::from_date(number(12, 4)?, month as i64, number(5, 2)?)?;
    Some(midnight.unix_ms + ((hour * 60 + minute) * 60 + second) * 1_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retry_after_is_read_in_both_forms_and_garbage_is_ignored() {
        let now = "Sun, 06 Nov 1994 08:49:37 GMT";
        let moment = http_date(now).map(|unix_ms| Timestamp { unix_ms }.to_string());
        assert_eq!(moment.as_deref(), Some("1994-11-06T08:49:37.000Z"));
        let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let seconds = |seconds| Some(seconds * SECOND);
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
            let headers = vec![header("date", now), header("retry-after", value)];
            assert_eq!(retry_after(&headers), wait, "{value}");
        }
        assert_eq!(retry_after(&vec![header("retry-after", "Sun, 06 Nov 1994 08:49:47 GMT")]), None);
    }
}
