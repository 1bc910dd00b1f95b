//! Companions that users make.

use avalo_sdk::{
    Code, Problem,
    api::{
        ai::{
            AiCompanion, AiTier, CompanionClass, CompanionVisibility, CreateCompanion, DeleteCompanion,
            ModerationAction, UpdateCompanion,
        },
        notifications::NotificationCategory,
    },
    model::{CompanionId, UserId},
};
use rusqlite::OptionalExtension;
use serde_json::json;

use super::{
    companions::{self, Stored},
    moderation, nsfw, plans,
};
use crate::{
    context::Ctx,
    handlers::notifications::{self, Notice},
    refusal::{Answer, refuse},
};

/// The timer of a companion that waits to be looked at.
pub(super) const REVIEW: &str = "ai.review_companion";

/// How long the platform takes to look at one: the 24 hours that it gives itself for reviews.
const REVIEW_MS: i64 = 24 * 3_600_000;

pub(super) fn create_companion(ctx: &mut Ctx<'_>, request: CreateCompanion) -> Answer<AiCompanion> {
    let user = ctx.user()?;
    let nsfw_available = request.nsfw_available.unwrap_or(false);
    check_maker(ctx, &user, nsfw_available)?;
    let (class, tiers) = class(nsfw_available);
    let stored = Stored {
        id: CompanionId(ctx.id("cmp")),
        name: request.name,
        description: request.description,
        persona: request.persona,
        tone: request.tone,
        relationship: request.relationship,
        languages: request.languages,
        boundaries: request.boundaries,
        class,
        tiers,
        nsfw_available,
        popularity: 0,
        image_url: None,
        owner: Some(user.clone()),
        visibility: CompanionVisibility::Private,
        flagged: false,
        created_ms: ctx.now.unix_ms,
    };
    keep(ctx, &user, stored, request.public.unwrap_or(false))
}

pub(super) fn update_companion(ctx: &mut Ctx<'_>, request: UpdateCompanion) -> Answer<AiCompanion> {
    let user = ctx.user()?;
    let mut stored = own(ctx, &user, &request.companion_id)?;
    stored.nsfw_available = request.nsfw_available.unwrap_or(stored.nsfw_available);
    check_maker(ctx, &user, stored.nsfw_available)?;
    (stored.class, stored.tiers) = class(stored.nsfw_available);
    stored.name = request.name.unwrap_or(stored.name);
    stored.description = request.description.unwrap_or(stored.description);
    if !request.persona.is_empty() {
        stored.persona = request.persona;
    }
    stored.tone = request.tone.unwrap_or(stored.tone);
    stored.relationship = request.relationship.unwrap_or(stored.relationship);
    let was_public = stored.visibility != CompanionVisibility::Private;
    keep(ctx, &user, stored, request.public.unwrap_or(was_public))
}

pub(super) fn delete_companion(ctx: &mut Ctx<'_>, request: DeleteCompanion) -> Answer<()> {
    let user = ctx.user()?;
    let id = request.companion_id.as_str();
    let owner: Option<Option<String>> = ctx
        .db
        .prepare_cached("SELECT owner_id FROM companions WHERE id = ?1 AND is_deleted = 0")?
        .query_row([id], |row| row.get(0))
        .optional()?;
    match owner {
        Some(Some(owner)) if owner == user.0 => {
            ctx.db.prepare_cached("UPDATE companions SET is_deleted = 1 WHERE id = ?1")?.execute([id])?;
            ctx.unschedule(REVIEW, id)
        }
        None => Ok(()),
        // One that the caller cannot find is not there for them.
        Some(_) => match companions::find(ctx, &user, &request.companion_id) {
            Ok(_) => not_own(),
            Err(refusal) if refusal.is(Code::NotFound) => Ok(()),
            Err(refusal) => Err(refusal),
        },
    }
}

/// Looks at a companion that everyone wants to find: what leaves no doubt becomes public, anything else is
/// stopped.
pub(super) fn review(ctx: &mut Ctx<'_>, id: &str) -> Answer<()> {
    let owner: Option<String> = ctx
        .db
        .prepare_cached("SELECT owner_id FROM companions WHERE id = ?1 AND is_deleted = 0")?
        .query_row([id], |row| row.get(0))
        .optional()?;
    let Some(owner) = owner else { return Ok(()) };
    let owner = UserId(owner);
    let mut stored = companions::find(ctx, &owner, &CompanionId(id.to_owned()))?;
    stored.flagged = moderation::judge(&words(&stored)).action != ModerationAction::Allow;
    if !stored.flagged {
        stored.visibility = CompanionVisibility::Public;
    }
    companions::save(ctx, &stored)?;
    let (title, body) = if stored.flagged {
        (
            format!("{} was stopped", stored.name),
            "The check of its words found something doubtful; change them.",
        )
    } else {
        (format!("{} is public now", stored.name), "")
    };
    let category = NotificationCategory::System;
    let notice = Notice { category, title: &title, body, from: None, chat_id: None };
    notifications::notify(ctx, &owner, &notice)
}

/// A companion of the user's own.
fn own(ctx: &Ctx<'_>, user: &UserId, id: &CompanionId) -> Answer<Stored> {
    let stored = companions::find(ctx, user, id)?;
    if stored.owner.as_ref() == Some(user) { Ok(stored) } else { not_own() }
}

fn not_own<T>() -> Answer<T> {
    refuse(Code::NotAuthor, "only who made a companion changes it")
}

/// Whether the user may make companions, and such.
fn check_maker(ctx: &Ctx<'_>, user: &UserId, nsfw_available: bool) -> Answer<()> {
    if plans::tier(ctx, user)? != AiTier::Creator {
        return refuse(
            Code::TierRequired,
            "companions of one's own are on the tier creator: see ai.subscribe",
        );
    }
    if nsfw_available { nsfw::check_verified(ctx) } else { Ok(()) }
}

fn class(nsfw_available: bool) -> (CompanionClass, Vec<AiTier>) {
    if nsfw_available {
        (CompanionClass::Nsfw, vec![AiTier::Intimate, AiTier::Creator])
    } else {
        (CompanionClass::Premium, vec![AiTier::Plus, AiTier::Intimate, AiTier::Creator])
    }
}

/// Everything that a companion says of itself.
fn words(stored: &Stored) -> String {
    [&stored.name, &stored.description]
        .into_iter()
        .chain(&stored.persona)
        .cloned()
        .collect::<Vec<_>>()
        .join("\n")
}

/// Checks the words of a companion and writes it.
fn keep(ctx: &mut Ctx<'_>, user: &UserId, stored: Stored, public: bool) -> Answer<AiCompanion> {
    for language in &stored.languages {
        if !language.bytes().all(|letter| letter.is_ascii_lowercase()) {
            return Err(Problem::field("languages", "are two small letters each, such as en").into());
        }
    }
    // Everyone may come upon these words, whatever its chats are open to.
    moderation::admit(&words(&stored), false)?;
    // What it keeps away from has to be named.
    if moderation::judge(&stored.boundaries.join("\n")).action == ModerationAction::Block {
        return refuse(Code::ContentBlocked, "the boundaries are worded in a way that is not allowed");
    }
    let mut stored = Stored { flagged: false, visibility: CompanionVisibility::Private, ..stored };
    let id = stored.id.0.clone();
    if public {
        stored.visibility = CompanionVisibility::PendingModeration;
        ctx.schedule(ctx.after(REVIEW_MS), REVIEW, &id, &json!({ "id": id }))?;
    } else {
        ctx.unschedule(REVIEW, &id)?;
    }
    companions::save(ctx, &stored)?;
    companions::shown(ctx, user, stored)
}
