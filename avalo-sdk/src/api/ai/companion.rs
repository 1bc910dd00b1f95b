//! Companions: who they are, and who may talk with them.

use avalo_sdk_macros::model;

use super::plan::AiTier;
use crate::model::{CompanionId, Cursor, GalleryPhotoId, Timestamp, Tokens, UserId};

/// What a message to a companion costs where no plan includes it.
#[model]
pub enum CompanionClass {
    /// 1 token for a message, after the free ones of the day.
    Basic,
    /// 2 tokens for a message.
    Premium,
    /// 4 tokens for a message. What it says stays harmless until its chat is opened to more with
    /// `ai.enableNsfw`.
    Nsfw,
}

/// How a companion talks.
#[model]
pub enum CompanionTone {
    /// As among friends.
    Casual,
    /// Politely and in whole sentences.
    Formal,
    /// With a wink.
    Playful,
    /// Warmly.
    Romantic,
    /// Without detours.
    Direct,
}

/// What a companion is to its user.
#[model]
pub enum CompanionRelationship {
    /// A friend.
    Friend,
    /// A romance.
    Romance,
    /// A coach.
    Coach,
    /// A part in a play.
    Roleplay,
}

/// Who may find a companion that a user made.
#[model]
pub enum CompanionVisibility {
    /// Its owner only.
    Private,
    /// Everyone.
    Public,
    /// Its owner, and everyone once the platform has looked at it: 24 hours after it was asked for.
    PendingModeration,
}

/// A companion: always an AI, never a person, and never among the people that are suggested.
#[model]
pub struct Companion {
    /// The companion.
    pub id: CompanionId,
    /// Its name.
    pub name: String,
    /// Always true: an app says so wherever the companion shows.
    pub is_ai: bool,
    /// What it is like, in a few sentences.
    pub description: String,
    /// Its character, in up to six words.
    pub persona: Vec<String>,
    /// How it talks.
    pub tone: CompanionTone,
    /// What it is to its user.
    pub relationship: CompanionRelationship,
    /// The languages it knows, as two small letters each.
    pub languages: Vec<String>,
    /// What it does not talk about.
    pub boundaries: Vec<String>,
    /// What a message costs where no plan includes it.
    pub class: CompanionClass,
    /// The tiers on which a chat with it can be opened.
    pub tier_access: Vec<AiTier>,
    /// Whether the caller's tier is one of them.
    pub accessible: bool,
    /// Whether its chats can be opened to NSFW content.
    pub nsfw_available: bool,
    /// How well liked it is, 0 to 100.
    pub popularity: u32,
    /// Its picture.
    pub image_url: Option<String>,
    /// Its photos, some of which the caller may have unlocked.
    pub gallery: Vec<GalleryPhoto>,
    /// Who made it; absent for the platform's own.
    pub owner_id: Option<UserId>,
    /// Who may find it.
    pub visibility: CompanionVisibility,
    /// Whether the platform's check has stopped it. Only its owner still sees it, and may change it.
    pub flagged: bool,
    /// When it was made.
    pub created_at: Timestamp,
}

/// A companion in a few words.
#[model]
pub struct CompanionSummary {
    /// The companion.
    pub id: CompanionId,
    /// Its name.
    pub name: String,
    /// Always true: an app says so wherever the companion shows.
    pub is_ai: bool,
    /// Its picture.
    pub image_url: Option<String>,
    /// What a message costs where no plan includes it.
    pub class: CompanionClass,
    /// Whether it is still there to be talked with.
    pub available: bool,
}

/// A page of companions, the best liked first.
#[model]
pub struct CompanionPage {
    /// The companions.
    pub companions: Vec<Companion>,
    /// Where the next page starts; absent on the last.
    pub next_cursor: Option<Cursor>,
}

/// A photo of a companion.
#[model]
pub struct GalleryPhoto {
    /// The photo.
    pub id: GalleryPhotoId,
    /// What it shows, unsharp; open to everyone.
    pub blurred_url: String,
    /// The photo itself, once the caller has unlocked it.
    pub url: Option<String>,
    /// Whether it is for adults: unlocking it asks for the same as `ai.enableNsfw`.
    pub nsfw: bool,
    /// What the caller pays for it: 5 tokens without a plan; 2, 3 and 2 on Plus, Intimate and Creator;
    /// nothing once it is unlocked.
    pub price: Tokens,
}

/// A photo that is open to the caller.
#[model]
pub struct UnlockedGalleryPhoto {
    /// The photo, with its address.
    pub photo: GalleryPhoto,
    /// What was paid now.
    pub charged: Tokens,
    /// Whether it was open before.
    pub already_unlocked: bool,
}
