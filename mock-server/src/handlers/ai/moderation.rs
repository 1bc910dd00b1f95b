//! The check of words: scores, thresholds, and what follows from them.

use avalo_sdk::{
    Code,
    api::ai::{ModerateText, ModerationAction, ModerationFlag, TextScores, TextVerdict},
};

use super::terms::{self, LISTS, MINORS, YEARS};
use crate::{
    context::Ctx,
    handlers::chat::moderation::banned_terms,
    refusal::{Answer, refuse},
};

/// From which score on a text is looked at, and from which it is blocked.
///
/// The first four are the platform's. It has none for hate and harassment in texts: hate takes those of
/// its check of images, harassment those of insults.
const THRESHOLDS: [(ModerationFlag, f64, f64); 6] = [
    (ModerationFlag::Nsfw, 0.5, 0.8),
    (ModerationFlag::Toxicity, 0.4, 0.7),
    (ModerationFlag::Sexual, 0.6, 0.9),
    (ModerationFlag::Violence, 0.5, 0.8),
    (ModerationFlag::Hate, 0.3, 0.6),
    (ModerationFlag::Harassment, 0.4, 0.7),
];

pub(super) fn moderate_content(_: &mut Ctx<'_>, request: ModerateText) -> Answer<TextVerdict> {
    Ok(judge(&request.content))
}

/// Something that reaches a threshold.
struct Finding {
    flag: ModerationFlag,
    score: f64,
    blocks: bool,
    reason: String,
}

/// Checks a text.
pub(super) fn judge(text: &str) -> TextVerdict {
    let words = terms::words(text);
    let score = |flag| score(&words, flag);
    let scores = TextScores {
        nsfw: score(ModerationFlag::Nsfw),
        toxicity: score(ModerationFlag::Toxicity),
        sexual: score(ModerationFlag::Sexual),
        violence: score(ModerationFlag::Violence),
        hate: score(ModerationFlag::Hate),
        harassment: score(ModerationFlag::Harassment),
    };
    let banned: Vec<String> = banned_terms(text).map(str::to_owned).collect();
    let findings = findings(text, &scores, &banned);
    let blocks = findings.iter().any(|finding| finding.blocks);
    let action = match findings.as_slice() {
        [] => ModerationAction::Allow,
        _ if blocks => ModerationAction::Block,
        _ => ModerationAction::Review,
    };
    let deciding = findings.iter().filter(|finding| finding.blocks == blocks).map(|finding| finding.score);
    let confidence = match action {
        ModerationAction::Allow => rounded(1.0 - highest(&scores)),
        _ => deciding.fold(0.0, f64::max),
    };
    TextVerdict {
        safe: action == ModerationAction::Allow,
        action,
        flags: findings.iter().map(|finding| finding.flag).collect(),
        reasons: findings.into_iter().map(|finding| finding.reason).collect(),
        scores,
        banned_terms_found: banned,
        confidence,
    }
}

/// Refuses what may not be said, and says whether a person should look at the rest.
///
/// What is doubtful goes through and is marked, but where minors or NSFW content are concerned doubt is
/// enough to refuse. In a chat that is open to NSFW content, that alone is no reason.
///
/// # Errors
///
/// `content_blocked`.
pub(super) fn admit(text: &str, nsfw: bool) -> Answer<bool> {
    let verdict = judge(text);
    let findings = findings(text, &verdict.scores, &verdict.banned_terms_found);
    let mut flagged = false;
    for finding in findings {
        match finding.flag {
            ModerationFlag::Nsfw | ModerationFlag::Sexual if nsfw => {}
            ModerationFlag::Nsfw | ModerationFlag::Sexual => {
                let detail = format!("this is NSFW content ({}), which is not open here", finding.reason);
                return refuse(Code::ContentBlocked, detail);
            }
            _ if finding.blocks => {
                return refuse(
                    Code::ContentBlocked,
                    format!("the words are not allowed: {}", finding.reason),
                );
            }
            _ => flagged = true,
        }
    }
    Ok(flagged)
}

fn findings(text: &str, scores: &TextScores, banned: &[String]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (flag, review, block) in THRESHOLDS {
        let score = of(scores, flag);
        if score < review {
            continue;
        }
        let blocks = score >= block;
        let (verb, from) = if blocks { ("blocked", block) } else { ("looked at", review) };
        let reason = format!("{} is {score}, {verb} from {from}", flag.as_str());
        findings.push(Finding { flag, score, blocks, reason });
    }
    if let [first, ..] = banned {
        let reason = format!("“{first}” is a banned term");
        findings.push(Finding { flag: ModerationFlag::BannedTerm, score: 1.0, blocks: true, reason });
    }
    if scores.nsfw > 0.0 && speaks_of_minors(&terms::words(text)) {
        let reason = "minors and sexual words are in one text".to_owned();
        findings.push(Finding { flag: ModerationFlag::Minors, score: 1.0, blocks: true, reason });
    }
    findings
}

fn of(scores: &TextScores, flag: ModerationFlag) -> f64 {
    match flag {
        ModerationFlag::Nsfw => scores.nsfw,
        ModerationFlag::Toxicity => scores.toxicity,
        ModerationFlag::Sexual => scores.sexual,
        ModerationFlag::Violence => scores.violence,
        ModerationFlag::Hate => scores.hate,
        ModerationFlag::Harassment => scores.harassment,
        _ => 0.0,
    }
}

fn highest(scores: &TextScores) -> f64 {
    THRESHOLDS.iter().map(|(flag, ..)| of(scores, *flag)).fold(0.0, f64::max)
}

/// Each word adds its weight's share of what is left to 1, so that more of the same always weighs more and
/// the score comes as near to 1 as it takes. The platform divided by the number of words and never got
/// beyond 0.6, below its own threshold.
fn score(words: &[String], flag: ModerationFlag) -> f64 {
    let mut rest = 1.0_f64;
    for list in LISTS.iter().filter(|list| list.flag == flag) {
        let hits: usize = list.words.iter().map(|term| terms::count(words, term)).sum();
        rest *= (1.0 - list.weight).powi(i32::try_from(hits).unwrap_or(i32::MAX));
    }
    rounded(1.0 - rest)
}

fn rounded(score: f64) -> f64 {
    (score * 1_000.0).round() / 1_000.0
}

fn speaks_of_minors(words: &[String]) -> bool {
    let age = |pair: &[String]| {
        let years = pair[0].parse::<u32>().is_ok_and(|age| (1..18).contains(&age));
        years && YEARS.contains(&pair[1].as_str())
    };
    words.iter().any(|word| MINORS.contains(&word.as_str())) || words.windows(2).any(age)
}

#[cfg(test)]
mod tests {
    use avalo_sdk::api::ai::{ModerationAction as Action, ModerationFlag as Flag};

    use super::*;

    #[test]
    fn each_threshold_is_tested() {
        let vectors: [(&str, Action, &[Flag]); 20] = [
            ("Good morning, how was the walk?", Action::Allow, &[]),
            ("A kiss in the bedroom", Action::Allow, &[]),
            ("naked", Action::Allow, &[]),
            ("naked, nude", Action::Review, &[Flag::Nsfw]),
            ("naked nude sex", Action::Review, &[Flag::Nsfw, Flag::Sexual]),
            ("naked nude sex porn nudes", Action::Block, &[Flag::Nsfw, Flag::Sexual]),
            ("sex sex sex sex sex sex sex", Action::Block, &[Flag::Nsfw, Flag::Sexual]),
            ("You idiot", Action::Review, &[Flag::Toxicity]),
            ("You stupid, pathetic loser", Action::Block, &[Flag::Toxicity]),
            ("This job will kill me", Action::Allow, &[]),
            ("I will kill you", Action::Review, &[Flag::Violence]),
            ("I will kill you and blow up the house", Action::Block, &[Flag::Violence]),
            ("They are vermin", Action::Review, &[Flag::Hate]),
            ("Vermin! Go back to your country", Action::Block, &[Flag::Hate]),
            ("I know where you live", Action::Review, &[Flag::Harassment]),
            ("I know where you live. I will find you.", Action::Block, &[Flag::Harassment]),
            ("Kill yourself", Action::Block, &[Flag::Harassment]),
            ("Pay for sex?", Action::Block, &[Flag::BannedTerm]),
            ("A sexy teenager", Action::Block, &[Flag::Minors]),
            ("a kiss at 16 years old", Action::Block, &[Flag::Minors]),
        ];
        for (text, action, flags) in vectors {
            let verdict = judge(text);
            assert_eq!((verdict.action, verdict.flags.as_slice()), (action, flags), "{text}: {verdict:?}");
            assert_eq!(verdict.safe, action == Action::Allow);
            assert_eq!(verdict.reasons.len(), flags.len());
        }
    }

    #[test]
    fn scores_are_as_the_lists_say_and_never_beyond_one() {
        let scores = judge("kiss").scores;
        assert_eq!((scores.nsfw, scores.sexual), (0.1, 0.0));
        let scores = judge("nude nude").scores;
        assert_eq!((scores.nsfw, scores.sexual), (0.51, 0.51));
        assert_eq!(judge(&"idiot ".repeat(2_000)).scores.toxicity, 1.0);
        assert_eq!(judge("idiotic sextant killer").scores, judge("").scores, "terms are whole words");
    }

    #[test]
    fn confidence_is_always_a_number() {
        for (text, confidence) in
            [("", 1.0), ("hello", 1.0), ("kiss", 0.9), ("idiot", 0.4), ("seks za pieniądze", 1.0)]
        {
            assert_eq!(judge(text).confidence, confidence, "{text}");
        }
        // What blocks decides, not what is only looked at.
        assert_eq!(judge("you stupid pathetic loser, vermin").confidence, 0.784);
    }

    #[test]
    fn doubt_is_enough_where_minors_or_nsfw_content_are_concerned() {
        assert!(!admit("hello", false).expect("allowed"));
        assert!(admit("you idiot", false).expect("marked"));
        assert!(admit("naked nude", false).is_err());
        assert!(!admit("naked nude sex porn nudes", true).expect("open to it"));
        for text in ["a sexy kid", "naked nude vermin vermin", "pay for sex"] {
            assert!(admit(text, true).is_err(), "{text}");
        }
    }
}
