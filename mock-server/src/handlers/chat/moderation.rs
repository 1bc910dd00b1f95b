//! Terms that no message may contain.
//!
//! The real platform asks a model; the reference server has a short list of the same categories, so
//! that a client sees every outcome and sees the same one each time.

/// Solicitation in English and Polish, drugs, and scams. Small letters, words apart by one blank.
const BANNED: &[&str] = &[
    "escort service",
    "pay for sex",
    "sex for money",
    "seks za pieniądze",
    "płatny seks",
    "buy cocaine",
    "sell cocaine",
    "kupię kokainę",
    "send me your card number",
    "guaranteed crypto profit",
    "double your money",
];

/// Whether a text contains a banned term, however it is spaced, capitalised or punctuated.
pub(crate) fn is_banned(text: &str) -> bool {
    banned_terms(text).next().is_some()
}

/// The banned terms in a text.
pub(crate) fn banned_terms(text: &str) -> impl Iterator<Item = &'static str> {
    let lower = text.to_lowercase();
    let words: Vec<_> =
        lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let plain = format!(" {} ", words.join(" "));
    BANNED.iter().copied().filter(move |term| plain.contains(&format!(" {term} ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn disguises_of_white_space_case_and_marks_do_not_help() {
        for text in ["Pay for SEX", "well, pay... for\nsex?", "PŁATNY seks!", "(double-your-money)"] {
            assert!(is_banned(text), "{text} went through");
        }
    }

    #[test]
    fn terms_are_whole_words() {
        for text in ["", "pay for sextants", "I repay for sex education", "money for nothing"] {
            assert!(!is_banned(text), "{text}");
        }
    }
}
