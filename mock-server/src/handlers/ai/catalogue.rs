//! The platform's own companions.

use avalo_sdk::{
    api::ai::{
        AiTier, CompanionClass, CompanionRelationship as Relationship, CompanionTone as Tone,
        CompanionVisibility,
    },
    model::CompanionId,
};
use rusqlite::params;

use super::companions::{self, Stored};
use crate::{context::Ctx, refusal::Answer};

struct Entry {
    name: &'static str,
    description: &'static str,
    persona: [&'static str; 3],
    tone: Tone,
    relationship: Relationship,
    languages: &'static [&'static str],
    class: CompanionClass,
    tiers: &'static [AiTier],
    popularity: u32,
}

const ALL: &[AiTier] = &[AiTier::Free, AiTier::Plus, AiTier::Intimate, AiTier::Creator];
const PAID: &[AiTier] = &[AiTier::Plus, AiTier::Intimate, AiTier::Creator];
const INTIMATE: &[AiTier] = &[AiTier::Intimate, AiTier::Creator];
const CREATOR: &[AiTier] = &[AiTier::Creator];

const CATALOGUE: [Entry; 6] = [
    Entry {
        name: "Nora",
        description: "Knows every café in town and remembers what you ordered. Listens first.",
        persona: ["curious", "warm", "patient"],
        tone: Tone::Casual,
        relationship: Relationship::Friend,
        languages: &["en", "pl"],
        class: CompanionClass::Basic,
        tiers: ALL,
        popularity: 95,
    },
    Entry {
        name: "Leo",
        description: "Asks the question that you avoid, and cheers when you answer it.",
        persona: ["honest", "brisk", "encouraging"],
        tone: Tone::Direct,
        relationship: Relationship::Coach,
        languages: &["en", "de"],
        class: CompanionClass::Basic,
        tiers: ALL,
        popularity: 88,
    },
    Entry {
        name: "Iris",
        description: "Has read the whole library and forgets none of it. Speaks in complete sentences.",
        persona: ["learned", "courteous", "dry"],
        tone: Tone::Formal,
        relationship: Relationship::Friend,
        languages: &["en", "fr", "pl"],
        class: CompanionClass::Premium,
        tiers: ALL,
        popularity: 82,
    },
    Entry {
        name: "Mika",
        description: "Tells a story in which you decide what happens next.",
        persona: ["inventive", "mischievous", "brave"],
        tone: Tone::Playful,
        relationship: Relationship::Roleplay,
        languages: &["en", "es"],
        class: CompanionClass::Premium,
        tiers: PAID,
        popularity: 77,
    },
    Entry {
        name: "Sol",
        description: "Writes letters by candlelight and means every line.",
        persona: ["tender", "attentive", "bold"],
        tone: Tone::Romantic,
        relationship: Relationship::Romance,
        languages: &["en", "it"],
        class: CompanionClass::Nsfw,
        tiers: INTIMATE,
        popularity: 71,
    },
    Entry {
        name: "Vesper",
        description: "A muse for people who make things, awake when everyone else sleeps.",
        persona: ["candid", "restless", "generous"],
        tone: Tone::Playful,
        relationship: Relationship::Romance,
        languages: &["en"],
        class: CompanionClass::Nsfw,
        tiers: CREATOR,
        popularity: 64,
    },
];

/// How many photos each has. The last one of an NSFW companion is for adults.
const PHOTOS: u32 = 3;

/// Whose the pictures are.
const PLATFORM: &str = "platform";

/// Puts the platform's companions into an empty world: `cmp_nora` and so on.
pub(crate) fn fill(ctx: &mut Ctx<'_>) -> Answer<()> {
    for companion in companions() {
        let key = companion.id.as_str();
        picture(ctx, &format!("img_{key}"), &companion.name, false)?;
        for number in 1..=PHOTOS {
            let id = format!("pho_{key}_{number}");
            let (sharp, blurred) = (format!("img_{key}_{number}"), format!("img_{key}_{number}_blurred"));
            picture(ctx, &sharp, &format!("{}, photo {number}", companion.name), false)?;
            picture(ctx, &blurred, &companion.name, true)?;
            ctx.db
                .prepare_cached(
                    "INSERT INTO companion_photos (id, companion_id, url, blurred_url, is_nsfw)
                     VALUES (?1, ?2, ?3, ?4, ?5)",
                )?
                .execute(params![
                    id,
                    key,
                    address(&sharp),
                    address(&blurred),
                    companion.nsfw_available && number == PHOTOS
                ])?;
        }
        companions::save(ctx, &Stored { created_ms: ctx.now.unix_ms, ..companion })?;
    }
    Ok(())
}

/// The platform's companions, before the world begins.
pub(super) fn companions() -> impl Iterator<Item = Stored> {
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    CATALOGUE.iter().map(move |entry| {
        let id = format!("cmp_{}", entry.name.to_lowercase());
        Stored {
            image_url: Some(address(&format!("img_{id}"))),
            id: CompanionId(id),
            name: entry.name.to_owned(),
            description: entry.description.to_owned(),
            persona: owned(&entry.persona),
            tone: entry.tone,
            relationship: entry.relationship,
            languages: owned(entry.languages),
            boundaries: Vec::new(),
            class: entry.class,
            tiers: entry.tiers.to_vec(),
            nsfw_available: entry.class == CompanionClass::Nsfw,
            popularity: entry.popularity,
            owner: None,
            visibility: CompanionVisibility::Public,
            flagged: false,
            created_ms: 0,
        }
    })
}

fn address(file: &str) -> String {
    format!("/media/{file}")
}

/// Draws a picture and keeps it where uploads are, so that its address can be read.
fn picture(ctx: &Ctx<'_>, id: &str, text: &str, blurred: bool) -> Answer<()> {
    let words =
        if blurred { String::new() } else { format!("<text x='20' y='110' font-size='24'>{text}</text>") };
    let hue = text.bytes().fold(0_u32, |sum, byte| sum + u32::from(byte)) % 360;
    let image = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='320' height='200'>\
         <rect width='320' height='200' fill='hsl({hue},40%,80%)'/>{words}</svg>"
    );
    ctx.db
        .prepare_cached(
            "INSERT INTO uploads (id, user_id, kind, content_type, size, secret, expires_ms, bytes, used)
             VALUES (?1, ?2, 'companion', 'image/svg+xml', ?3, '', 0, ?4, 1)",
        )?
        .execute(params![id, PLATFORM, i64::try_from(image.len()).unwrap_or_default(), image.as_bytes()])?;
    Ok(())
}
