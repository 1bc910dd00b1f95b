//! What a message costs its payer.

use avalo_sdk::api::chat::{ChatPricing, MessageKind};

/// How many words a token buys.
pub(super) const STANDARD_WORDS: u32 = 11;
/// How many words a token buys where a Royal member earns.
pub(super) const ROYAL_WORDS: u32 = 7;

/// What one image costs, and what 30 seconds of a recording and of a video do.
const IMAGE: i64 = 5;
const AUDIO_PER_INTERVAL: i64 = 1;
const VIDEO_PER_INTERVAL: i64 = 2;
const INTERVAL_SECONDS: u32 = 30;

/// The price of a message in tokens: its medium and its words, each rounded up.
///
/// A base price stands in for the count of words. It is asked of every text, and of a medium if
/// there are words beside it.
pub(super) fn price(pricing: &ChatPricing, kind: MessageKind, words: u32, seconds: u32) -> i64 {
    let medium = match kind {
        MessageKind::Text | MessageKind::Gift | MessageKind::Unknown => None,
        MessageKind::Image => Some(IMAGE),
        MessageKind::Audio => Some(AUDIO_PER_INTERVAL * intervals(seconds)),
        MessageKind::Video => Some(VIDEO_PER_INTERVAL * intervals(seconds)),
        // A kind that a later contract adds costs what a text does until it gets a price.
        _ => None,
    };
    let words_price = match (pricing.base_price.0, medium) {
        (0, _) => i64::from(words.div_ceil(pricing.words_per_token.max(1))),
        (_, Some(_)) if words == 0 => 0,
        (base, _) => base,
    };
    let medium_price = match (medium, pricing.media_price.0) {
        (None, _) => 0,
        (Some(standard), 0) => standard,
        (Some(_), flat) => flat,
    };
    medium_price + words_price
}

fn intervals(seconds: u32) -> i64 {
    i64::from(seconds.div_ceil(INTERVAL_SECONDS).max(1))
}

#[cfg(test)]
mod tests {
    use avalo_sdk::model::Tokens;

    use super::*;

    fn pricing(words_per_token: u32, base: i64, media: i64) -> ChatPricing {
        ChatPricing {
            words_per_token,
            base_price: Tokens(base),
            media_price: Tokens(media),
            intro_price: Tokens::ZERO,
        }
    }

    #[test]
    fn words_are_rounded_up() {
        let standard = pricing(STANDARD_WORDS, 0, 0);
        for (words, tokens) in [(0, 0), (1, 1), (11, 1), (12, 2), (22, 2), (23, 3)] {
            assert_eq!(price(&standard, MessageKind::Text, words, 0), tokens, "{words} words");
        }
        let royal = pricing(ROYAL_WORDS, 0, 0);
        for (words, tokens) in [(7, 1), (8, 2), (14, 2), (15, 3)] {
            assert_eq!(price(&royal, MessageKind::Text, words, 0), tokens, "{words} words");
        }
    }

    #[test]
    fn a_base_price_stands_in_for_the_words() {
        let flat = pricing(STANDARD_WORDS, 30, 0);
        for words in [0, 1, 500] {
            assert_eq!(price(&flat, MessageKind::Text, words, 0), 30);
        }
        assert_eq!(price(&flat, MessageKind::Image, 0, 0), 5);
        assert_eq!(price(&flat, MessageKind::Image, 3, 0), 35);
    }

    #[test]
    fn media_cost_by_kind_and_by_each_half_minute_begun() {
        let standard = pricing(STANDARD_WORDS, 0, 0);
        assert_eq!(price(&standard, MessageKind::Image, 0, 0), 5);
        for (seconds, audio) in [(1, 1), (30, 1), (31, 2), (60, 2), (3_600, 120)] {
            assert_eq!(price(&standard, MessageKind::Audio, 0, seconds), audio);
            assert_eq!(price(&standard, MessageKind::Video, 0, seconds), 2 * audio);
        }
        assert_eq!(price(&standard, MessageKind::Image, 12, 0), 7);
        let flat = pricing(STANDARD_WORDS, 0, 40);
        assert_eq!(price(&flat, MessageKind::Video, 0, 3_600), 40);
        assert_eq!(price(&flat, MessageKind::Text, 11, 0), 1);
    }
}
