//! Texts that are written for creators.

use avalo_sdk::{
    api::ai::{AiTier, ContentLength, ContentTone, GenerateContent, GeneratedContent},
    model::Tokens,
};
use sha2::{Digest, Sha256};

use super::{moderation, plans};
use crate::{context::Ctx, refusal::Answer};

/// What a text costs on the free tier: as a message to a basic companion.
const PRICE: i64 = 1;

/// How a text begins, ten ways for each tone, so that ten texts differ.
fn leads(tone: ContentTone) -> [&'static str; 10] {
    match tone {
        ContentTone::Professional => [
            "An update on",
            "A closer look at",
            "Notes from my work on",
            "What I learned about",
            "In focus:",
            "Behind the scenes of",
            "Now available:",
            "A short guide to",
            "Three thoughts on",
            "The story behind",
        ],
        ContentTone::Casual => [
            "So, about",
            "Quick one on",
            "Today was all about",
            "Guess what:",
            "Still thinking about",
            "Just me and",
            "Small news:",
            "Had to share this:",
            "Back with",
            "Nothing fancy, just",
        ],
        ContentTone::Flirty => [
            "Just for you:",
            "I saved you a seat for",
            "Come closer for",
            "A little secret about",
            "You will like this:",
            "Between you and me:",
            "Wink if you know about",
            "I dare you to ask me about",
            "Tonight it is you and",
            "Blame it on",
        ],
        _ => [
            "Hello, dear all! Here is",
            "So happy to show you",
            "For everyone who asked about",
            "With love:",
            "Thank you for waiting for",
            "A warm welcome to",
            "Let us talk about",
            "Good morning with",
            "Look what we made of",
            "Sunshine and",
        ],
    }
}

const MIDDLES: [&str; 3] = [
    "It took longer than planned, and I like it better for that.",
    "You have asked, and I have listened.",
    "There is more to it than meets the eye.",
];

const ENDS: [&str; 3] = [
    "Tell me what you think in the comments. I read them all, and the best idea is the next thing I make.",
    "Stay for the rest of the week, there is another part to come. Whoever follows sees it first.",
    "Send it to somebody who needs it today. And come back to tell me how it went.",
];

pub(super) fn generate_content(ctx: &mut Ctx<'_>, request: GenerateContent) -> Answer<GeneratedContent> {
    let user = ctx.user()?;
    let prompt = request.prompt.trim();
    moderation::admit(prompt, false)?;
    let count = request.count.unwrap_or(1);
    let charged = match plans::tier(ctx, &user)? {
        AiTier::Free => PRICE * i64::from(count),
        _ => 0,
    };
    plans::charge(ctx, &user, charged, "ai_content", "generated")?;
    let tone = request.tone.unwrap_or(ContentTone::Friendly);
    let length = request.length.unwrap_or(ContentLength::Medium);
    Ok(GeneratedContent {
        texts: texts(prompt, tone, length, count as usize),
        is_ai: true,
        charged: Tokens(charged),
    })
}

/// So many texts about a prompt, all different, the same ones every time.
fn texts(prompt: &str, tone: ContentTone, length: ContentLength, count: usize) -> Vec<String> {
    let first = usize::from(Sha256::digest(prompt)[0]);
    let subject = prompt.trim_end_matches(['.', '!', '?', ' ']);
    let leads = leads(tone);
    (first..first + count)
        .map(|number| {
            let lead = leads[number % leads.len()];
            let middle = MIDDLES[number % MIDDLES.len()];
            let end = ENDS[number / 2 % ENDS.len()];
            match length {
                ContentLength::Short => format!("{lead} {subject}."),
                ContentLength::Long => format!("{lead} {subject}. {middle} {end}"),
                _ => format!("{lead} {subject}. {middle}"),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn ten_texts_are_ten_texts_of_the_length_that_was_asked_for() {
        for tone in ContentTone::ALL {
            for (length, sentences) in
                [(ContentLength::Short, 1..=1), (ContentLength::Medium, 2..=2), (ContentLength::Long, 3..=5)]
            {
                let texts = texts("my new garden!", *tone, length, 10);
                assert_eq!(texts.iter().collect::<BTreeSet<_>>().len(), 10, "{texts:?}");
                for text in &texts {
                    let count = text.matches(". ").count() + 1;
                    assert!(sentences.contains(&count), "{text}");
                    assert!(text.contains("my new garden"), "{text}");
                }
            }
        }
    }
}
