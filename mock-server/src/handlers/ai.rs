//! AI companions, conversations with them, and the checks of what people write and show.
//!
//! [`plans`] and [`allowance`] say what a user may do and what it costs, [`companions`] who is there,
//! [`talking`] is the way of a message. The rules without state are in [`replies`], [`moderation`],
//! [`images`] and [`writing`]: no model is asked here, and the same words get the same answer every time.

mod allowance;
mod catalogue;
mod chats;
mod companions;
mod custom;
mod gallery;
mod history;
mod images;
mod moderation;
mod nsfw;
mod plans;
mod replies;
mod talking;
mod terms;
mod writing;

use serde_json::Value;

pub(crate) use self::catalogue::fill;
use crate::{context::Ctx, refusal::Answer, router::Routes};

pub(crate) const SCHEMA: &str = include_str!("ai/schema.sql");

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .on(companions::get_companions)
        .on(companions::get_companion)
        .on(custom::create_companion)
        .on(custom::update_companion)
        .on(custom::delete_companion)
        .on(chats::start_chat)
        .on(chats::list_chats)
        .on(chats::get_chat)
        .on(history::get_messages)
        .on(talking::send_message)
        .on_stream(talking::stream_message, |answer| &answer.reply.content)
        .on(chats::close_chat)
        .on(nsfw::enable_nsfw)
        .on(moderation::moderate_content)
        .on(images::detect_nsfw)
        .on(writing::generate_content)
        .on(allowance::get_usage)
        .on(gallery::unlock_gallery_photo)
        .on(plans::get_plan)
        .on(plans::subscribe)
        .on(plans::cancel_subscription)
}

/// Does what was planned: a plan's month that ends, a companion that waits to be looked at.
pub(crate) fn due(ctx: &mut Ctx<'_>, timer: &str, payload: &Value) -> Answer<()> {
    let id = payload["id"].as_str().unwrap_or_default();
    match timer {
        plans::PERIOD => plans::end_period(ctx, id),
        custom::REVIEW => custom::review(ctx, id),
        _ => Ok(()),
    }
}

/// Forgets what someone made and said. The ledger keeps its entries.
pub(crate) fn forget(ctx: &Ctx<'_>, user: &str) -> Answer<()> {
    for rows in [
        "companions WHERE owner_id",
        "companion_unlocks WHERE user_id",
        "ai_chats WHERE user_id",
        "ai_messages WHERE user_id",
        "ai_plans WHERE user_id",
    ] {
        ctx.db.prepare_cached(&format!("DELETE FROM {rows} = ?1"))?.execute([user])?;
    }
    Ok(())
}
