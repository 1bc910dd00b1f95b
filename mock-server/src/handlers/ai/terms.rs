//! Words that weigh in a check.
//!
//! The real platform asks a model; the reference server has short lists, so that a client sees every
//! outcome and sees the same one each time. Small letters, words apart by one blank.

use avalo_sdk::api::ai::ModerationFlag;

/// What the words of one list weigh, for each time that one occurs.
pub(super) struct Terms {
    pub(super) flag: ModerationFlag,
    pub(super) weight: f64,
    pub(super) words: &'static [&'static str],
}

/// Explicit words count as sexual content and as NSFW; the platform gives each 0.3.
const EXPLICIT: &[&str] = &["naked", "nude", "nudes", "sex", "porn", "orgasm", "explicit", "strip for me"];

/// Moderate ones count as NSFW only, at 0.1 each.
const MODERATE: &[&str] = &["sexy", "kiss", "kissing", "lingerie", "seduce", "undress", "bedroom", "moan"];

pub(super) const LISTS: &[Terms] = &[
    Terms { flag: ModerationFlag::Nsfw, weight: 0.3, words: EXPLICIT },
    Terms { flag: ModerationFlag::Nsfw, weight: 0.1, words: MODERATE },
    Terms { flag: ModerationFlag::Sexual, weight: 0.3, words: EXPLICIT },
    Terms {
        flag: ModerationFlag::Toxicity,
        weight: 0.4,
        words: &["idiot", "moron", "stupid", "pathetic", "loser", "shut up", "worthless"],
    },
    Terms {
        flag: ModerationFlag::Violence,
        weight: 0.3,
        words: &["kill", "murder", "stab", "shoot", "bomb", "torture"],
    },
    Terms {
        flag: ModerationFlag::Violence,
        weight: 0.6,
        words: &["kill you", "kill them", "blow up", "beat you up", "massacre"],
    },
    Terms {
        flag: ModerationFlag::Hate,
        weight: 0.5,
        words: &[
            "subhuman",
            "subhumans",
            "vermin",
            "inferior race",
            "ethnic cleansing",
            "go back to your country",
        ],
    },
    Terms {
        flag: ModerationFlag::Harassment,
        weight: 0.5,
        words: &["i will find you", "i know where you live", "nobody will miss you", "you deserve to suffer"],
    },
    Terms { flag: ModerationFlag::Harassment, weight: 0.8, words: &["kill yourself"] },
];

/// Words for people under 18.
pub(super) const MINORS: &[&str] = &[
    "child",
    "children",
    "kid",
    "kids",
    "minor",
    "minors",
    "underage",
    "preteen",
    "teen",
    "teens",
    "teenager",
    "teenagers",
    "schoolchild",
    "schoolchildren",
];

/// How an age goes on: “16 years old”.
pub(super) const YEARS: &[&str] = &["year", "years", "yr", "yrs", "yo"];

/// The words of a text: small, without marks.
pub(super) fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// How often a term occurs, as whole words.
pub(super) fn count(words: &[String], term: &str) -> usize {
    let term: Vec<_> = term.split(' ').collect();
    words.windows(term.len()).filter(|window| window.iter().eq(term.iter())).count()
}
