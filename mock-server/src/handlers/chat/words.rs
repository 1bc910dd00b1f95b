//! Counting the words that cost something.

/// Counts the words of a message, once web addresses and emoji are gone.
///
/// Words are what white space separates; a word of which nothing but emoji was there is none.
pub(super) fn count(text: &str) -> u32 {
    let words =
        text.split_whitespace().filter(|word| without_address(word).chars().any(|letter| !is_emoji(letter)));
    u32::try_from(words.count()).unwrap_or(u32::MAX)
}

/// Whether there is something in the text, and all of it is emoji and white space.
pub(super) fn is_only_emoji(text: &str) -> bool {
    !text.trim().is_empty() && text.chars().all(|letter| letter.is_whitespace() || is_emoji(letter))
}

/// The part of a word before a web address; an address ends where the word does.
fn without_address(word: &str) -> &str {
    let lower = word.to_ascii_lowercase();
    let start = ["http://", "https://", "www."].iter().filter_map(|mark| lower.find(mark)).min();
    start.map_or(word, |start| &word[..start])
}

/// Whether a character is an emoji or belongs to one: joiners, selectors, flags and skin tones.
fn is_emoji(letter: char) -> bool {
    matches!(u32::from(letter),
        0x200D | 0x20E3 | 0xFE0F | 0x231A..=0x231B | 0x2328 | 0x23CF | 0x23E9..=0x23F3
        | 0x23F8..=0x23FA | 0x25AA..=0x25AB | 0x25B6 | 0x25C0 | 0x25FB..=0x25FE | 0x2600..=0x27BF
        | 0x2934..=0x2935 | 0x2B05..=0x2B07 | 0x2B1B..=0x2B1C | 0x2B50 | 0x2B55
        | 0x1F000..=0x1FAFF | 0xE0020..=0xE007F)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_what_white_space_separates() {
        let cases = [
            ("", 0),
            ("  \n\t ", 0),
            ("one", 1),
            ("  one  two\nthree\u{a0}four ", 4),
            ("zażółć gęślą jaźń", 3),
            ("well-known - yes", 3),
        ];
        for (text, words) in cases {
            assert_eq!(count(text), words, "{text:?}");
        }
    }

    #[test]
    fn addresses_and_emoji_cost_nothing() {
        let cases = [
            ("https://avalo.app/a?b=c", 0),
            ("HTTP://X.example www.example.com", 0),
            ("look:https://avalo.app now", 2),
            ("😀 👩‍👩‍👧 🇵🇱 ❤️ 👍🏽", 0),
            ("great😀 😀day", 2),
            ("🎉 https://avalo.app 🎉", 0),
        ];
        for (text, words) in cases {
            assert_eq!(count(text), words, "{text:?}");
        }
    }

    #[test]
    fn emoji_alone_are_told_from_words_and_from_nothing() {
        assert!(is_only_emoji("😀 ❤️"));
        assert!(!is_only_emoji("😀 a") && !is_only_emoji("") && !is_only_emoji("42"));
    }
}
