//! People: their public face, their settings and who follows whom.

mod blocks;
mod creators;
mod deletion;
mod face;
mod follows;
mod photos;
mod search;
mod tiers;

use serde_json::Value;

pub(crate) use self::{
    blocks::block_between,
    face::{age, is_open, settings},
    follows::{count_followers, follow_user, followers, follows},
    photos::primary as primary_photo,
    tiers::offered as offered_tier,
};
use crate::{context::Ctx, handlers::admin, refusal::Answer, router::Routes};

pub(crate) const SCHEMA: &str = include_str!("profiles/schema.sql");

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .on(face::get_profile)
        .on(face::update_profile)
        .on(face::update_settings)
        .on(photos::upload_profile_photo)
        .on(photos::delete_photo)
        .on(deletion::delete_account)
        .on(deletion::restore_account)
        .on(search::search)
        .on(follow_user)
        .on(follows::unfollow_user)
        .on(follows::get_followers)
        .on(follows::get_following)
        .on(blocks::block_user)
        .on(blocks::unblock_user)
        .on(admin::create_report)
        .on(creators::become_creator)
        .on(tiers::create_subscription_tier)
        .on(tiers::list_subscription_tiers)
        .on(tiers::update_subscription_tier)
}

/// Does what was planned: an account whose grace is over.
pub(crate) fn due(ctx: &mut Ctx<'_>, timer: &str, payload: &Value) -> Answer<()> {
    match timer {
        deletion::FINAL => deletion::finish(ctx, payload["id"].as_str().unwrap_or_default()),
        _ => Ok(()),
    }
}
