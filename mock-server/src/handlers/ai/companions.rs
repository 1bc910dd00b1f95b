//! Who is there to be talked with.

use avalo_sdk::{
    Code,
    api::ai::{
        AiCompanion, AiTier, CompanionClass, CompanionPage, CompanionRelationship, CompanionSummary,
        CompanionTone, CompanionVisibility, GetCompanion, GetCompanions,
    },
    model::{CompanionId, Timestamp, UserId},
};
use rusqlite::{OptionalExtension, Row, params};

use super::{gallery, plans};
use crate::{
    context::Ctx,
    page::Page,
    refusal::{Answer, refuse},
};

const COLUMNS: &str = "id, name, description, persona, tone, relationship, languages, boundaries, class,
    tiers, nsfw_available, popularity, image_url, owner_id, visibility, is_flagged, created_ms";

/// Whether the user `?1` may find the companion `c`: the own ones, and of the others what is public, not
/// stopped, and of nobody who is gone or on the other side of a block.
const VISIBLE: &str = "c.is_deleted = 0 AND (c.owner_id = ?1 OR (c.is_flagged = 0
    AND c.visibility = 'public' AND (c.owner_id IS NULL OR (
        EXISTS (SELECT 1 FROM users u WHERE u.id = c.owner_id AND u.status = 'active')
        AND NOT EXISTS (SELECT 1 FROM blocks b
            WHERE (b.blocker_id = ?1 AND b.blocked_id = c.owner_id)
               OR (b.blocker_id = c.owner_id AND b.blocked_id = ?1))))))";

/// A companion as it is stored.
#[derive(Clone, Debug)]
pub(super) struct Stored {
    pub(super) id: CompanionId,
    pub(super) name: String,
    pub(super) description: String,
    pub(super) persona: Vec<String>,
    pub(super) tone: CompanionTone,
    pub(super) relationship: CompanionRelationship,
    pub(super) languages: Vec<String>,
    pub(super) boundaries: Vec<String>,
    pub(super) class: CompanionClass,
    pub(super) tiers: Vec<AiTier>,
    pub(super) nsfw_available: bool,
    pub(super) popularity: u32,
    pub(super) image_url: Option<String>,
    pub(super) owner: Option<UserId>,
    pub(super) visibility: CompanionVisibility,
    pub(super) flagged: bool,
    pub(super) created_ms: i64,
}

pub(super) fn get_companions(ctx: &mut Ctx<'_>, request: GetCompanions) -> Answer<CompanionPage> {
    const LIST: &str = "companions";
    let user = ctx.user()?;
    let page = Page::read(LIST, request.limit, request.cursor.as_ref())?;
    let (popularity, after) = page.before();
    let sql = format!(
        "SELECT {COLUMNS} FROM companions c WHERE {VISIBLE}
            AND (?2 IS NULL OR c.class = ?2) AND (NOT ?3 OR c.owner_id = ?1)
            AND (c.popularity < ?4 OR (c.popularity = ?4 AND c.id > ?5))
         ORDER BY c.popularity DESC, c.id LIMIT ?6"
    );
    let class = request.class.map(CompanionClass::as_str);
    let mine = request.mine.unwrap_or(false);
    let mut stored: Vec<Stored> = ctx
        .db
        .prepare_cached(&sql)?
        .query_map(params![user.as_str(), class, mine, popularity, after, page.fetch()], read)?
        .collect::<rusqlite::Result<_>>()?;
    let next_cursor = page.cut(LIST, &mut stored, |one| (one.popularity.into(), one.id.0.clone()));
    let companions = stored.into_iter().map(|one| shown(ctx, &user, one)).collect::<Answer<_>>()?;
    Ok(CompanionPage { companions, next_cursor })
}

pub(super) fn get_companion(ctx: &mut Ctx<'_>, request: GetCompanion) -> Answer<AiCompanion> {
    let user = ctx.user()?;
    let stored = find(ctx, &user, &request.companion_id)?;
    shown(ctx, &user, stored)
}

/// A companion that the user may find.
///
/// # Errors
///
/// `not_found`.
pub(super) fn find(ctx: &Ctx<'_>, user: &UserId, id: &CompanionId) -> Answer<Stored> {
    let sql = format!("SELECT {COLUMNS} FROM companions c WHERE {VISIBLE} AND c.id = ?2");
    let found = ctx.db.prepare_cached(&sql)?.query_row([user.as_str(), id.as_str()], read).optional()?;
    found.map_or_else(|| refuse(Code::NotFound, "there is no such companion"), Ok)
}

/// A companion that the user may find and talk with: one that was stopped answers nobody.
pub(super) fn find_for_talk(ctx: &Ctx<'_>, user: &UserId, id: &CompanionId) -> Answer<Stored> {
    let found = find(ctx, user, id)?;
    if found.flagged {
        return refuse(
            Code::NotFound,
            "the companion was stopped by the platform's check; change what it says of itself",
        );
    }
    Ok(found)
}

/// A companion in a few words, even one that is gone.
pub(super) fn summary(ctx: &Ctx<'_>, user: &UserId, id: &CompanionId) -> Answer<CompanionSummary> {
    let sql = format!(
        "SELECT c.name, c.image_url, c.class, {VISIBLE} AND c.is_flagged = 0 FROM companions c WHERE c.id = ?2"
    );
    let found = ctx.db.prepare_cached(&sql)?.query_row([user.as_str(), id.as_str()], |row| {
        Ok(CompanionSummary {
            id: id.clone(),
            name: row.get(0)?,
            is_ai: true,
            image_url: row.get(1)?,
            class: CompanionClass::from_name(&row.get::<_, String>(2)?),
            available: row.get(3)?,
        })
    });
    // Its owner's account is deleted for good, and it with it.
    Ok(found.optional()?.unwrap_or_else(|| CompanionSummary {
        id: id.clone(),
        name: "Deleted companion".to_owned(),
        is_ai: true,
        image_url: None,
        class: CompanionClass::Basic,
        available: false,
    }))
}

/// A companion as a user sees it.
pub(super) fn shown(ctx: &Ctx<'_>, user: &UserId, stored: Stored) -> Answer<AiCompanion> {
    let tier = plans::tier(ctx, user)?;
    Ok(AiCompanion {
        gallery: gallery::of(ctx, user, &stored.id)?,
        accessible: stored.tiers.contains(&tier),
        is_ai: true,
        id: stored.id,
        name: stored.name,
        description: stored.description,
        persona: stored.persona,
        tone: stored.tone,
        relationship: stored.relationship,
        languages: stored.languages,
        boundaries: stored.boundaries,
        class: stored.class,
        tier_access: stored.tiers,
        nsfw_available: stored.nsfw_available,
        popularity: stored.popularity,
        image_url: stored.image_url,
        owner_id: stored.owner,
        visibility: stored.visibility,
        flagged: stored.flagged,
        created_at: Timestamp::from_unix_ms(stored.created_ms),
    })
}

/// Writes a companion, new or changed.
pub(super) fn save(ctx: &Ctx<'_>, stored: &Stored) -> Answer<()> {
    let tiers: Vec<_> = stored.tiers.iter().map(|tier| tier.as_str().to_owned()).collect();
    ctx.db
        .prepare_cached(&format!(
            "INSERT OR REPLACE INTO companions ({COLUMNS}) VALUES
             (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)"
        ))?
        .execute(params![
            stored.id.as_str(),
            stored.name,
            stored.description,
            list(&stored.persona),
            stored.tone.as_str(),
            stored.relationship.as_str(),
            list(&stored.languages),
            list(&stored.boundaries),
            stored.class.as_str(),
            list(&tiers),
            stored.nsfw_available,
            stored.popularity,
            stored.image_url,
            stored.owner.as_ref().map(UserId::as_str),
            stored.visibility.as_str(),
            stored.flagged,
            stored.created_ms,
        ])?;
    Ok(())
}

fn list(words: &[String]) -> String {
    serde_json::to_string(words).unwrap_or_default()
}

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Stored> {
    let words = |column: usize| -> rusqlite::Result<Vec<String>> {
        Ok(serde_json::from_str(&row.get::<_, String>(column)?).unwrap_or_default())
    };
    Ok(Stored {
        id: CompanionId(row.get(0)?),
        name: row.get(1)?,
        description: row.get(2)?,
        persona: words(3)?,
        tone: CompanionTone::from_name(&row.get::<_, String>(4)?),
        relationship: CompanionRelationship::from_name(&row.get::<_, String>(5)?),
        languages: words(6)?,
        boundaries: words(7)?,
        class: CompanionClass::from_name(&row.get::<_, String>(8)?),
        tiers: words(9)?.iter().map(|tier| AiTier::from_name(tier)).collect(),
        nsfw_available: row.get(10)?,
        popularity: row.get(11)?,
        image_url: row.get(12)?,
        owner: row.get::<_, Option<String>>(13)?.map(UserId),
        visibility: CompanionVisibility::from_name(&row.get::<_, String>(14)?),
        flagged: row.get(15)?,
        created_ms: row.get(16)?,
    })
}
