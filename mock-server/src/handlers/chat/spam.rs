//! What nobody wants to receive.

use super::words;

/// How many of the sender's latest messages are compared.
pub(super) const MEMORY: usize = 10;
/// How many of those may say the same before it is spam.
const SAME: usize = 3;
const SHORTEST: usize = 3;
const SHORT_EMOJI: usize = 10;
const BARE_GREETINGS: &[&str] = &["hi", "hey", "hello", "sup", "yo"];

/// Why a text is spam, if it is, given the sender's latest messages.
///
/// The rules are those of the platform's match chats: fewer than three characters, a greeting and
/// nothing else, a few emoji and nothing else, and the fourth time of the same.
pub(super) fn reason<'a>(text: &str, latest: impl IntoIterator<Item = &'a str>) -> Option<&'static str> {
    let plain = normalised(text);
    let length = plain.chars().count();
    if length < SHORTEST && !words::is_only_emoji(text) {
        return Some("a message has at least 3 characters");
    }
    if words::is_only_emoji(text) && length < SHORT_EMOJI {
        return Some("a few emoji are no message");
    }
    let greeting = plain.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    if BARE_GREETINGS.contains(&greeting) {
        return Some("say more than a greeting");
    }
    let same = latest.into_iter().take(MEMORY).filter(|earlier| normalised(earlier) == plain);
    (same.count() >= SAME).then_some("the same was sent three times already")
}

/// The text in small letters, each run of white space as one blank.
fn normalised(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greetings_scraps_and_emoji_alone_are_spam() {
        for text in ["hi", "Hey", "HELLO!", "yo", "sup?", " hello … ", "ok", "a", "😀", "😀😀 ❤️"]
        {
            assert!(reason(text, []).is_some(), "{text} went through");
        }
        for text in ["hi there", "hello Ada", "yes", "😀 nice", "😀😀😀😀😀😀😀😀😀😀", "https://avalo.app"]
        {
            assert_eq!(reason(text, []), None, "{text}");
        }
    }

    #[test]
    fn the_fourth_of_the_same_is_spam() {
        assert_eq!(reason("Buy now", ["buy  now", "BUY NOW", "other"]), None);
        assert!(reason("Buy now", ["buy  now", "BUY NOW", "other", "buy now"]).is_some());
        let long_ago = ["a b c"; MEMORY].into_iter().chain(["buy now"; 5]);
        assert_eq!(reason("buy now", long_ago), None);
    }
}
