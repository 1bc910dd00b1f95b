//! What companions say.
//!
//! No model is asked: a reply is put together from sentences by the companion's tone and relationship,
//! chosen by a hash of who speaks, what was said before and what is said now. The same conversation gets
//! the same replies in every run.

use avalo_sdk::api::ai::{CompanionRelationship, CompanionTone};
use sha2::{Digest, Sha256};

use super::companions::Stored;

/// The first words, by tone.
fn openers(tone: CompanionTone) -> [&'static str; 4] {
    match tone {
        CompanionTone::Formal => {
            ["Thank you for telling me.", "I see.", "That is well considered.", "I am glad that you ask."]
        }
        CompanionTone::Playful => {
            ["Ooh, a twist!", "There you are again. Good.", "Careful, I like where this goes.", "Ha! Go on."]
        }
        CompanionTone::Romantic => [
            "I was hoping that you would write.",
            "You say it so gently.",
            "Stay a moment longer.",
            "That warms the evening.",
        ],
        CompanionTone::Direct => {
            ["Got it.", "Let us be clear.", "Good, a straight word.", "Here is what I think."]
        }
        _ => ["Hey, I am all ears.", "Oh, nice.", "Fair enough.", "I get that."],
    }
}

/// What a reply makes of a word of the message.
const ECHOES: [&str; 4] = [
    "“{}” is the word that I keep coming back to.",
    "Tell me what “{}” means to you today.",
    "When you say “{}”, I hear more than the word.",
    "I have wondered about “{}” myself.",
];

/// The same where no word stands out.
const SILENCES: [&str; 2] =
    ["Say a little more, so that I can follow you.", "Few words, and still I am curious."];

/// The last words, by relationship.
fn closers(relationship: CompanionRelationship) -> [&'static str; 4] {
    match relationship {
        CompanionRelationship::Romance => [
            "What would make this evening a good one?",
            "Where would we walk, if it were warm outside?",
            "Tell me the part that you leave out.",
            "I would like to hear it in your own words.",
        ],
        CompanionRelationship::Coach => [
            "What is the smallest step that you could take before tonight?",
            "What would you tell a friend in your place?",
            "Which part of it is up to you?",
            "On a scale of one to ten, how much do you want it?",
        ],
        CompanionRelationship::Roleplay => [
            "The door of the old theatre stands open. Do you go in?",
            "A letter falls from the book. Do you read it?",
            "The last train is about to leave. Where to?",
            "Somebody has left a lantern burning. What do you see?",
        ],
        _ => [
            "How did the rest of your day go?",
            "What happened next?",
            "Who else knows about it?",
            "What do you need from me now, an ear or an idea?",
        ],
    }
}

/// What is added where a chat is open to NSFW content. It stays harmless all the same.
const BOLD: [&str; 2] =
    ["Come closer; tonight I hold nothing back.", "I will say it plainly: I want to hear all of it."];

/// How many characters of a word are repeated.
const ECHO_LIMIT: usize = 30;

/// What a companion says when a chat begins.
pub(super) fn greeting(companion: &Stored) -> String {
    let name = &companion.name;
    let opener = match companion.tone {
        CompanionTone::Formal => format!("Good day. My name is {name}, and I am an AI companion."),
        CompanionTone::Playful => format!("Boo! I am {name}, an AI companion."),
        CompanionTone::Romantic => format!("Hello, you. I am {name}, an AI companion."),
        CompanionTone::Direct => format!("I am {name}, an AI companion."),
        _ => format!("Hi, I am {name}, an AI companion."),
    };
    format!("{opener} {}", closers(companion.relationship)[0])
}

/// What a companion answers to a message, with what was said before.
pub(super) fn reply(companion: &Stored, nsfw: bool, before: &[String], message: &str) -> String {
    let mut chance = Chance::of(companion, before, message);
    let closer = *chance.pick(&closers(companion.relationship));
    if asks_what_it_is(message) {
        let name = &companion.name;
        return format!("I am {name}, an AI companion, and no person. {closer}");
    }
    if let Some(boundary) = companion.boundaries.iter().find(|boundary| mentions(message, boundary)) {
        return format!("I leave one thing alone, and that is {boundary}. {closer}");
    }
    let opener = *chance.pick(&openers(companion.tone));
    let middle = match topic(message) {
        Some(word) => chance.pick(&ECHOES).replace("{}", &word),
        None => (*chance.pick(&SILENCES)).to_owned(),
    };
    let trait_word = if companion.persona.is_empty() { None } else { Some(chance.pick(&companion.persona)) };
    let mut reply = format!("{opener} {middle}");
    if let Some(word) = trait_word {
        reply.push_str(&format!(" Call me {word}, but I want to know."));
    }
    if nsfw {
        reply.push_str(&format!(" {}", chance.pick(&BOLD)));
    }
    format!("{reply} {closer}")
}

/// Whether somebody asks if this is a person. The answer to that is always the truth.
fn asks_what_it_is(message: &str) -> bool {
    let words = super::terms::words(message);
    let subject = words
        .windows(2)
        .any(|pair| matches!((pair[0].as_str(), pair[1].as_str()), ("are", "you") | ("you", "are")));
    let kinds = ["ai", "bot", "robot", "machine", "human", "person", "real"];
    subject && words.iter().any(|word| kinds.contains(&word.as_str()))
}

fn mentions(message: &str, boundary: &str) -> bool {
    let term = super::terms::words(boundary).join(" ");
    !term.is_empty() && super::terms::count(&super::terms::words(message), &term) > 0
}

/// The word of a message that stands out: the longest of four letters or more.
fn topic(message: &str) -> Option<String> {
    let words = message.split(|letter: char| !letter.is_alphanumeric());
    let mut longest: Option<(usize, &str)> = None;
    for word in words {
        let length = word.chars().count();
        if length >= 4 && longest.is_none_or(|(most, _)| length > most) {
            longest = Some((length, word));
        }
    }
    Some(longest?.1.chars().take(ECHO_LIMIT).collect())
}

/// Choices that follow from what was said.
struct Chance {
    digest: [u8; 32],
    used: usize,
}

impl Chance {
    fn of(companion: &Stored, before: &[String], message: &str) -> Self {
        let mut hash = Sha256::new();
        for part in [companion.id.as_str(), message].into_iter().chain(before.iter().map(String::as_str)) {
            hash.update(part.len().to_le_bytes());
            hash.update(part);
        }
        Self { digest: hash.finalize().into(), used: 0 }
    }

    fn pick<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        let byte = self.digest[self.used % self.digest.len()];
        self.used += 1;
        &choices[usize::from(byte) % choices.len()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::handlers::ai::catalogue;

    #[test]
    fn the_same_conversation_gets_the_same_replies_and_another_gets_others() {
        let companion = catalogue::companions().next().expect("a companion");
        let say = |before: &[&str], message: &str| {
            let before: Vec<_> = before.iter().map(|line| (*line).to_owned()).collect();
            reply(&companion, false, &before, message)
        };
        assert_eq!(say(&[], "The mountains were white"), say(&[], "The mountains were white"));
        let replies: std::collections::BTreeSet<_> =
            (0..20).map(|turn| say(&[&turn.to_string()], "The mountains were white")).collect();
        assert!(replies.len() > 5, "{replies:?}");
        assert!(replies.iter().all(|reply| reply.contains("mountains")), "{replies:?}");
    }

    #[test]
    fn a_companion_never_passes_for_a_person() {
        for companion in catalogue::companions() {
            assert!(greeting(&companion).contains("an AI companion"));
            for question in ["Are you a real person?", "so you are a bot", "Hey, are you human"] {
                assert!(reply(&companion, true, &[], question).contains("an AI companion, and no person"));
            }
        }
    }

    #[test]
    fn a_boundary_is_kept_and_odd_messages_are_answered() {
        let mut companion = catalogue::companions().next().expect("a companion");
        companion.boundaries = vec!["Tax advice".to_owned(), "!".to_owned()];
        assert!(reply(&companion, false, &[], "I need tax advice.").contains("I leave one thing alone"));
        companion.persona.clear();
        for message in ["?", "ab", "😀😀😀", &"x".repeat(2_000)] {
            let reply = reply(&companion, false, &[], message);
            assert!(reply.chars().count() < 300, "{reply}");
        }
    }
}
