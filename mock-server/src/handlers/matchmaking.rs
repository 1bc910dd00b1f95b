//! Suggestions, likes and matches.
//!
//! The rules without state are in [`compatibility`], [`ranking`] and [`allowance`]. [`candidates`] knows
//! who there is, [`swipes`] remembers who liked or passed whom, [`matched`] is what two likes make.

mod allowance;
mod candidates;
mod compatibility;
pub(crate) mod flags;
mod likes;
mod matched;
mod preferences;
mod ranking;
mod rewind;
mod suggestions;
mod swipes;

use serde_json::Value;

use crate::{context::Ctx, refusal::Answer, router::Routes};

pub(crate) const SCHEMA: &str = include_str!("matchmaking/schema.sql");

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .on(suggestions::get_suggestions)
        .on(likes::like_profile)
        .on(likes::pass_profile)
        .on(rewind::rewind)
        .on(matched::get_matches)
        .on(matched::unmatch)
        .on(preferences::get_preferences)
        .on(preferences::update_preferences)
        .on(likes::get_likes_received)
        .on(likes::get_allowance)
        .on(matched::get_free_messages_status)
        .on(suggestions::get_compatibility)
}

/// Nothing is planned in this domain.
pub(crate) fn due(_ctx: &mut Ctx<'_>, _timer: &str, _payload: &Value) -> Answer<()> {
    Ok(())
}

/// Forgets whom someone liked and wanted to meet, and ends their matches.
pub(crate) fn forget(ctx: &Ctx<'_>, user: &str) -> Answer<()> {
    for rows in [
        "swipes WHERE from_id = ?1 OR to_id = ?1",
        "match_preferences WHERE user_id = ?1",
        "like_allowances WHERE user_id = ?1",
        "matches WHERE one_id = ?1 OR other_id = ?1",
        "account_flags WHERE user_id = ?1",
    ] {
        ctx.db.prepare_cached(&format!("DELETE FROM {rows}"))?.execute([user])?;
    }
    Ok(())
}
