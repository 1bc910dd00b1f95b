//! Texts that are written for creators.

use avalo_sdk_macros::model;

use crate::model::Tokens;

/// How a text sounds.
#[model]
pub enum ContentTone {
    /// For business.
    Professional,
    /// As among friends.
    Casual,
    /// With a wink.
    Flirty,
    /// Warm to everyone.
    Friendly,
}

/// How long a text is.
#[model]
pub enum ContentLength {
    /// One sentence.
    Short,
    /// Two sentences.
    Medium,
    /// Three sentences and more.
    Long,
}

/// Texts that were written.
#[model]
pub struct GeneratedContent {
    /// The texts, all different.
    pub texts: Vec<String>,
    /// Always true: an app says so wherever a text shows.
    pub is_ai: bool,
    /// What they cost.
    pub charged: Tokens,
}

/// What a text should be about.
#[model]
pub struct GenerateContent {
    /// What it is about, 1 to 500 characters, not blank.
    #[length(1..=500)]
    #[form(Words)]
    pub prompt: String,
    /// How it sounds; friendly if absent.
    pub tone: Option<ContentTone>,
    /// How long it is; medium if absent.
    pub length: Option<ContentLength>,
    /// How many texts to choose from, 1 to 10; 1 if absent.
    #[range(1..=10)]
    pub count: Option<u32>,
}
