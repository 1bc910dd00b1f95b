//! Small things done to text, a byte at a time.
//!
//! What the standard library has for this looks for letters of every script and writes numbers in
//! every width; that costs a browser 4 kB.

use std::borrow::Cow;

/// Texts as one.
pub(crate) fn joined(parts: &[&str]) -> String {
    let mut text = String::with_capacity(parts.iter().map(|part| part.len()).sum());
    for part in parts {
        text.push_str(part);
    }
    text
}

/// Where the first byte of this kind is.
pub(crate) fn place(text: &str, kind: &dyn Fn(u8) -> bool) -> Option<usize> {
    text.bytes().position(kind)
}

/// Whether all bytes are of this kind.
pub(crate) fn all(text: &str, kind: &dyn Fn(u8) -> bool) -> bool {
    place(text, &|byte| !kind(byte)).is_none()
}

/// The whole number that a text of digits says, if it fits.
pub(crate) fn whole(text: &str) -> Option<u64> {
    let mut number = 0_u64;
    for byte in text.bytes() {
        let digit = byte.wrapping_sub(b'0');
        // A tenth of the largest number: what is left then fits whatever the digit is.
        if digit > 9 || number >= u64::MAX / 10 {
            return None;
        }
        number = number * 10 + u64::from(digit);
    }
    (!text.is_empty()).then_some(number)
}

/// What comes before and after the first `mark`, an ASCII character.
pub(crate) fn cut(text: &str, mark: u8) -> Option<(&str, &str)> {
    let at = place(text, &|byte| byte == mark)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// The parts of `text` between all `mark`s, at least one.
pub(crate) fn parts(text: &str, mark: u8) -> Parts<'_> {
    Parts { rest: Some(text), mark }
}

/// See [`parts`].
#[derive(Clone, Debug)]
pub(crate) struct Parts<'a> {
    rest: Option<&'a str>,
    mark: u8,
}

impl<'a> Iterator for Parts<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest?;
        let (part, rest) = cut(rest, self.mark).map_or((rest, None), |(part, rest)| (part, Some(rest)));
        self.rest = rest;
        Some(part)
    }
}

/// The text without slashes at its end.
pub(crate) fn without_slash(mut text: &str) -> &str {
    while let Some(shorter) = text.strip_suffix("/") {
        text = shorter;
    }
    text
}

/// A digit from 0 to 15 as it is written.
pub(crate) fn hex(digit: u8) -> char {
    let first = if digit < 10 { b'0' } else { b'a' - 10 };
    (first + digit) as char
}

/// A whole number as it is written.
pub(crate) fn decimal(mut number: u64) -> String {
    let mut text = String::new();
    loop {
        text.insert(0, hex((number % 10) as u8));
        number /= 10;
        if number == 0 {
            return text;
        }
    }
}

/// The same of a number that is small as a rule, from 1 on: one digit costs nothing.
pub(crate) fn numeral(number: u32) -> Cow<'static, str> {
    const DIGITS: &str = "123456789";
    let place = number as usize;
    match DIGITS.get(place.wrapping_sub(1)..place) {
        Some(digit) => Cow::Borrowed(digit),
        None => Cow::Owned(decimal(number.into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_do_as_the_standard_library_does() {
        for text in ["", ".", "a", "a.b", ".a.", "é.ü..", "//", "a/b//"] {
            assert_eq!(cut(text, b'.'), text.split_once('.'), "{text}");
            assert_eq!(parts(text, b'.').collect::<Vec<_>>(), text.split('.').collect::<Vec<_>>(), "{text}");
            assert_eq!(without_slash(text), text.trim_end_matches('/'), "{text}");
        }
        for number in [0, 7, 10, 1234567890, u64::MAX] {
            assert_eq!(decimal(number), number.to_string());
        }
        for number in [0, 1, 9, 10, u32::MAX] {
            assert_eq!(numeral(number), number.to_string());
        }
        for text in ["0", "7", "007", "1234567890", "1844674407370955160", "", "x", "-1", "1.5", "1e3"] {
            assert_eq!(whole(text), text.parse().ok(), "{text}");
        }
        assert_eq!(whole("18446744073709551616"), None);
        for text in ["", "a", "1a", "12"] {
            assert_eq!(all(text, &|byte| byte.is_ascii_digit()), !text.contains('a'), "{text}");
        }
        assert_eq!((0..16).map(hex).collect::<String>(), "0123456789abcdef");
    }
}
