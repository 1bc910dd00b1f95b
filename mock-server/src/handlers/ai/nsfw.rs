//! Who may see NSFW content, and where.

use avalo_sdk::{
    Code,
    api::ai::{AiChat, AiTier, EnableNsfw},
    model::UserId,
};
use rusqlite::{OptionalExtension, params};

use super::{
    chats::{self, Stored},
    companions, plans,
};
use crate::{
    context::Ctx,
    refusal::{Answer, refuse},
};

/// Where NSFW content is allowed. The platform has such a list and does not publish it; this one is the
/// reference server's own. The country is the one in the user's profile.
const TERRITORIES: [&str; 12] = ["AT", "BE", "CZ", "DE", "DK", "ES", "FR", "IE", "IT", "NL", "PL", "PT"];

pub(super) fn enable_nsfw(ctx: &mut Ctx<'_>, request: EnableNsfw) -> Answer<AiChat> {
    let user = ctx.user()?;
    let chat = chats::open(ctx, &user, &request.chat_id)?;
    let enabled = request.enabled.unwrap_or(true);
    if enabled {
        check(ctx, &user)?;
        let companion = companions::find_for_talk(ctx, &user, &chat.companion_id)?;
        if !companion.nsfw_available {
            return refuse(Code::FailedPrecondition, format!("{} has no such side", companion.name));
        }
    }
    ctx.db
        .prepare_cached("UPDATE ai_chats SET nsfw = ?2 WHERE id = ?1")?
        .execute(params![chat.id.as_str(), enabled])?;
    chats::shown(ctx, &user, Stored { nsfw: enabled, ..chat })
}

/// Whether a chat is open to NSFW content now: asked for, and still allowed.
pub(super) fn is_on(ctx: &Ctx<'_>, user: &UserId, chat: &Stored) -> Answer<bool> {
    if !chat.nsfw {
        return Ok(false);
    }
    let available = match companions::find_for_talk(ctx, user, &chat.companion_id) {
        Ok(companion) => companion.nsfw_available,
        Err(refusal) if refusal.is(Code::NotFound) => false,
        Err(refusal) => return Err(refusal),
    };
    match check(ctx, user) {
        Ok(()) => Ok(available),
        Err(refusal) if is_about_the_user(&refusal) => Ok(false),
        Err(refusal) => Err(refusal),
    }
}

fn is_about_the_user(refusal: &crate::refusal::Refusal) -> bool {
    [Code::VerificationRequired, Code::TierRequired, Code::TerritoryBlocked]
        .into_iter()
        .any(|code| refusal.is(code))
}

/// Whether the caller may see NSFW content: a verified adult, on a tier that has it, where it is allowed.
///
/// # Errors
///
/// `verification_required`, `tier_required`, `territory_blocked`.
pub(super) fn check(ctx: &Ctx<'_>, user: &UserId) -> Answer<()> {
    check_verified(ctx)?;
    if !matches!(plans::tier(ctx, user)?, AiTier::Intimate | AiTier::Creator) {
        return refuse(Code::TierRequired, "this is on the tiers intimate and creator: see ai.subscribe");
    }
    match country(ctx, user)? {
        Some(country) if TERRITORIES.contains(&country.as_str()) => Ok(()),
        Some(country) => refuse(Code::TerritoryBlocked, format!("this is not allowed in {country}")),
        None => refuse(Code::TerritoryBlocked, "say where you live first: see profiles.updateProfile"),
    }
}

/// Whether the caller is a verified adult.
pub(super) fn check_verified(ctx: &Ctx<'_>) -> Answer<()> {
    if ctx.caller()?.is_verified {
        return Ok(());
    }
    refuse(Code::VerificationRequired, "identity and age must be approved: see auth.submitKyc")
}

fn country(ctx: &Ctx<'_>, user: &UserId) -> Answer<Option<String>> {
    let mut read = ctx.db.prepare_cached("SELECT country FROM profiles WHERE user_id = ?1")?;
    let found: Option<Option<String>> = read.query_row([user.as_str()], |row| row.get(0)).optional()?;
    Ok(found.flatten())
}
