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
