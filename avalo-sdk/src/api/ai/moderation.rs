//! What a check of words or of an image finds.

use avalo_sdk_macros::model;

use crate::model::UploadId;

/// What follows from a check, the gravest first.
#[model]
pub enum ModerationAction {
    /// It may not be shown.
    Block,
    /// A person has to look at it.
    Review,
    /// Nothing speaks against it.
    Allow,
}

/// What a check found.
#[model]
pub enum ModerationFlag {
    /// Sexual undertones.
    Nsfw,
    /// Insults.
    Toxicity,
    /// Explicit sexual content.
    Sexual,
    /// Violence.
    Violence,
    /// Hate of groups of people.
    Hate,
    /// Threats and persecution.
    Harassment,
    /// A term that is always banned.
    BannedTerm,
    /// Minors in a sexual context, or an image that may show one: always blocked.
    Minors,
    /// An image of nudity.
    Adult,
    /// An image of self-harm.
    SelfHarm,
    /// An image of something illegal.
    Illegal,
}

/// How much of each a text has, 0 to 1.
#[model]
pub struct TextScores {
    /// Sexual undertones: reviewed from 0.5, blocked from 0.8.
    pub nsfw: f64,
    /// Insults: reviewed from 0.4, blocked from 0.7.
    pub toxicity: f64,
    /// Explicit sexual content: reviewed from 0.6, blocked from 0.9.
    pub sexual: f64,
    /// Violence: reviewed from 0.5, blocked from 0.8.
    pub violence: f64,
    /// Hate of groups of people: reviewed above 0.3, blocked above 0.6.
    pub hate: f64,
    /// Threats and persecution: reviewed from 0.4, blocked from 0.7.
    pub harassment: f64,
}

/// What a check of a text came to.
#[model]
pub struct TextVerdict {
    /// Whether it is allowed.
    pub safe: bool,
    /// What follows.
    pub action: ModerationAction,
    /// The scores behind it.
    pub scores: TextScores,
    /// What was found, where it reaches a threshold.
    pub flags: Vec<ModerationFlag>,
    /// The banned terms in it.
    pub banned_terms_found: Vec<String>,
    /// The same as sentences, for the staff to read.
    pub reasons: Vec<String>,
    /// How sure the check is, 0 to 1: the highest score that decided, or how far all scores are from 1.
    pub confidence: f64,
}

/// How much of each an image shows, 0 to 1.
#[model]
pub struct ImageScores {
    /// Nudity: reviewed from 0.3; above 0.6 allowed for verified adults, blocked for others.
    pub adult: f64,
    /// Violence: shown to fewer above 0.4, blocked above 0.8.
    pub violence: f64,
    /// Hate: shown to fewer above 0.3, blocked above 0.6.
    pub hate: f64,
    /// Self-harm: blocked above 0.7.
    pub self_harm: f64,
    /// Something illegal: blocked above 0.4.
    pub illegal: f64,
    /// A minor: blocked above 0.1.
    pub minor: f64,
}

/// What a check of an image came to.
#[model]
pub struct ImageVerdict {
    /// Whether it is allowed and may be shown to everyone.
    pub safe: bool,
    /// What follows.
    pub action: ModerationAction,
    /// Whether fewer people may see it.
    pub restricted: bool,
    /// Whether it is a case for the platform's staff.
    pub escalated: bool,
    /// The scores behind it.
    pub scores: ImageScores,
    /// What was found, where it reaches a threshold.
    pub flags: Vec<ModerationFlag>,
    /// The same as sentences, for the staff to read.
    pub reasons: Vec<String>,
    /// How sure the check is, 0 to 1: the highest score that decided, or how far all scores are from 1.
    pub confidence: f64,
}

/// A text to check.
#[model]
#[derive(Default)]
pub struct ModerateText {
    /// The text, 1 to 10,000 characters.
    #[length(1..=10000)]
    pub content: String,
}

/// An image to check.
#[model]
#[derive(Default)]
pub struct DetectNsfw {
    /// An image that the caller has uploaded, from `feed.requestUpload`. It stays unused.
    pub upload_id: UploadId,
}
