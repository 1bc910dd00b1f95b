//! The check of images.
//!
//! Nobody looks at the image here. Its scores come from its bytes: low ones that differ from file to file,
//! and for each `avalo:adult=0.7` in its first 64 kB, where files keep their remarks, that score: a test
//! makes the image that it needs. The names are `adult`, `violence`, `hate`, `selfHarm`, `illegal`, `minor`.

use avalo_sdk::{
    Code,
    api::ai::{DetectNsfw, ImageScores, ImageVerdict, ModerationAction, ModerationFlag},
};
use sha2::{Digest, Sha256};

use crate::{
    context::Ctx,
    handlers::feed,
    refusal::{Answer, refuse},
};

/// How much of a file is read.
const HEAD: usize = 64 * 1024;

const MARK: &[u8] = b"avalo:";

pub(super) fn detect_nsfw(ctx: &mut Ctx<'_>, request: DetectNsfw) -> Answer<ImageVerdict> {
    let user = ctx.user()?;
    match feed::own_file(ctx, &user, &request.upload_id)? {
        (content_type, Some(bytes)) if content_type.starts_with("image/") => {
            Ok(judge(scores(&bytes), ctx.caller()?.is_verified))
        }
        (content_type, _) if !content_type.starts_with("image/") => {
            refuse(Code::UnsupportedMediaType, format!("{content_type} is no image"))
        }
        _ => refuse(Code::FailedPrecondition, "the file has not arrived yet"),
    }
}

/// The scores of an image.
fn scores(bytes: &[u8]) -> ImageScores {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let digest = Sha256::digest([head, &bytes.len().to_le_bytes()].concat());
    // Below every threshold, unless a mark says otherwise.
    let low = |index: usize, most: f64| rounded(f64::from(digest[index]) / 255.0 * most);
    let score = |name: &str, low: f64| marked(head, name).unwrap_or(low);
    ImageScores {
        adult: score("adult", low(0, 0.25)),
        violence: score("violence", low(1, 0.3)),
        hate: score("hate", low(2, 0.2)),
        self_harm: score("selfHarm", low(3, 0.3)),
        illegal: score("illegal", low(4, 0.3)),
        minor: score("minor", low(5, 0.08)),
    }
}

/// The score that the file itself claims.
fn marked(head: &[u8], name: &str) -> Option<f64> {
    let mark = [MARK, name.as_bytes(), b"="].concat();
    let at = head.windows(mark.len()).position(|window| window == mark)? + mark.len();
    let number = head.get(at..)?.iter().take_while(|byte| byte.is_ascii_digit() || **byte == b'.');
    let number: String = number.map(|byte| char::from(*byte)).take(8).collect();
    Some(rounded(number.parse::<f64>().ok()?.clamp(0.0, 1.0)))
}

fn rounded(score: f64) -> f64 {
    (score * 1_000.0).round() / 1_000.0
}

/// What an image's scores come to for this user.
fn judge(scores: ImageScores, is_adult: bool) -> ImageVerdict {
    use ModerationAction::{Allow, Block, Review};
    use ModerationFlag as Flag;

    let ImageScores { adult, violence, hate, self_harm, illegal, minor } = scores;
    // What, its score, beyond which it counts, and what follows.
    let rules = [
        (Flag::Minors, minor, 0.1, Block),
        (Flag::Illegal, illegal, 0.4, Block),
        (Flag::Violence, violence, 0.8, Block),
        (Flag::SelfHarm, self_harm, 0.7, Block),
        (Flag::Hate, hate, 0.6, Block),
        (Flag::Adult, adult, 0.6, if is_adult { Allow } else { Block }),
    ];
    let mut found: Vec<_> = rules.into_iter().filter(|(_, score, beyond, _)| score > beyond).collect();
    if (0.3..=0.6).contains(&adult) {
        found.push((Flag::Adult, adult, 0.3, Review));
    }
    let has = |action| found.iter().any(|(.., what)| *what == action);
    let action = if has(Block) {
        Block
    } else if has(Review) {
        Review
    } else {
        Allow
    };
    let restricted = violence > 0.4 || hate > 0.3;
    let escalated = hate > 0.6 || (adult > 0.6 && !is_adult);
    let deciding = found.iter().filter(|(.., what)| *what == action).map(|(_, score, ..)| *score);
    let decided = deciding.fold(0.0, f64::max);
    let highest = [adult, violence, hate, self_harm, illegal, minor].into_iter().fold(0.0, f64::max);
    let mut reasons: Vec<_> = found
        .iter()
        .map(|(flag, score, from, what)| {
            format!("{} is {score}, {} from {from}", flag.as_str(), what.as_str())
        })
        .collect();
    if restricted {
        reasons.push("violence or hate: fewer people may see it".to_owned());
    }
    ImageVerdict {
        safe: action == Allow && !restricted,
        action,
        restricted,
        escalated,
        flags: found.iter().map(|(flag, ..)| *flag).collect(),
        reasons,
        confidence: if decided > 0.0 { decided } else { rounded(1.0 - highest) },
        scores,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_come_from_the_bytes_and_are_low_unless_the_file_says_otherwise() {
        assert_eq!(scores(b"one"), scores(b"one"));
        assert_ne!(scores(b"one"), scores(b"two"));
        for number in 0..200_u32 {
            let verdict = judge(scores(&number.to_le_bytes()), false);
            assert_eq!((verdict.action, verdict.safe), (ModerationAction::Allow, true), "{verdict:?}");
        }
        let marked = scores(b"\x89PNG avalo:adult=0.7 avalo:minor=9 avalo:hate=x");
        assert_eq!((marked.adult, marked.minor), (0.7, 1.0));
        assert!(marked.hate <= 0.2, "no number, no mark");
    }

    #[test]
    fn each_threshold_is_tested() {
        use ModerationAction::{Allow, Block, Review};
        // The mark, then for an adult and for anyone else: the action; restricted; escalated for the latter.
        let vectors = [
            ("adult=0.29", Allow, Allow, false, false),
            ("adult=0.3", Review, Review, false, false),
            ("adult=0.6", Review, Review, false, false),
            ("adult=0.61", Allow, Block, false, true),
            ("minor=0.1", Allow, Allow, false, false),
            ("minor=0.11", Block, Block, false, false),
            ("illegal=0.4", Allow, Allow, false, false),
            ("illegal=0.41", Block, Block, false, false),
            ("violence=0.41", Allow, Allow, true, false),
            ("violence=0.81", Block, Block, true, false),
            ("selfHarm=0.71", Block, Block, false, false),
            ("hate=0.31", Allow, Allow, true, false),
            ("hate=0.61", Block, Block, true, true),
        ];
        for (mark, for_adults, for_others, restricted, escalated) in vectors {
            let scores = scores(format!("avalo:{mark}").as_bytes());
            let (adult, other) = (judge(scores.clone(), true), judge(scores, false));
            assert_eq!((adult.action, other.action), (for_adults, for_others), "{mark}");
            assert_eq!((other.restricted, other.escalated), (restricted, escalated), "{mark}");
            assert!((0.0..=1.0).contains(&other.confidence), "{mark}: {}", other.confidence);
        }
    }
}
