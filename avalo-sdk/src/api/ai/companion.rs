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
pub struct AiCompanion {
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
    pub companions: Vec<AiCompanion>,
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

/// Which companions to read.
#[model]
#[derive(Default)]
pub struct GetCompanions {
    /// Those of one class only.
    pub class: Option<CompanionClass>,
    /// The caller's own only, if true.
    pub mine: Option<bool>,
    /// How many, 1 to 100; 20 if absent.
    #[range(1..=100)]
    pub limit: Option<u32>,
    /// Where to go on, from the page before.
    pub cursor: Option<Cursor>,
}

/// Which companion to read.
#[model]
#[derive(Default)]
pub struct GetCompanion {
    /// The companion.
    pub companion_id: CompanionId,
}

/// A companion of the caller's own.
#[model]
pub struct CreateCompanion {
    /// Its name, 1 to 50 characters, not blank.
    #[length(1..=50)]
    #[form(Words)]
    pub name: String,
    /// What it is like, 1 to 500 characters, not blank.
    #[length(1..=500)]
    #[form(Words)]
    pub description: String,
    /// Its character: 1 to 6 words or phrases of 1 to 30 characters.
    #[length(1..=6)]
    #[each(1..=30)]
    #[form(Words)]
    pub persona: Vec<String>,
    /// How it talks.
    pub tone: CompanionTone,
    /// What it is to its user.
    pub relationship: CompanionRelationship,
    /// The languages it knows, 1 to 5, as two small letters each.
    #[length(1..=5)]
    #[each(2..=2)]
    pub languages: Vec<String>,
    /// What it does not talk about: at most 10, of 1 to 100 characters.
    #[length(..=10)]
    #[each(1..=100)]
    #[form(Words)]
    pub boundaries: Vec<String>,
    /// Whether its chats can be opened to NSFW content, for verified owners; not if absent. What it says of
    /// itself stays harmless all the same.
    pub nsfw_available: Option<bool>,
    /// Whether everyone may find it once the platform has looked at it; its owner only if absent.
    pub public: Option<bool>,
}

/// What to change in a companion. Absent fields stay as they are.
#[model]
#[derive(Default)]
pub struct UpdateCompanion {
    /// The companion.
    pub companion_id: CompanionId,
    /// Its name, 1 to 50 characters, not blank.
    #[length(1..=50)]
    #[form(Words)]
    pub name: Option<String>,
    /// What it is like, 1 to 500 characters, not blank.
    #[length(1..=500)]
    #[form(Words)]
    pub description: Option<String>,
    /// Its character: at most 6 words or phrases of 1 to 30 characters. It stays as it is if there are none.
    #[length(..=6)]
    #[each(1..=30)]
    #[form(Words)]
    pub persona: Vec<String>,
    /// How it talks.
    pub tone: Option<CompanionTone>,
    /// What it is to its user.
    pub relationship: Option<CompanionRelationship>,
    /// Whether its chats can be opened to NSFW content, for verified owners.
    pub nsfw_available: Option<bool>,
    /// Whether everyone may find it once the platform has looked at it.
    pub public: Option<bool>,
}

/// Which companion to delete.
#[model]
#[derive(Default)]
pub struct DeleteCompanion {
    /// The companion.
    pub companion_id: CompanionId,
}

/// Which photo of which companion to unlock.
#[model]
#[derive(Default)]
pub struct UnlockGalleryPhoto {
    /// The companion.
    pub companion_id: CompanionId,
    /// The photo.
    pub photo_id: GalleryPhotoId,
}
