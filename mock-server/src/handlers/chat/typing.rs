//! Who is writing at the moment.

use avalo_sdk::{
    api::chat::SetTyping,
    event::{Event, EventKind},
    model::UserId,
};
use serde_json::{Value, json};

use super::room::Room;
use crate::{context::Ctx, refusal::Answer};

/// The timer that ends it.
pub(super) const TIMER: &str = "chat.typing";

/// It ends by itself after 5 seconds.
const LASTS_MS: i64 = 5_000;

pub(super) fn set_typing(ctx: &mut Ctx<'_>, request: SetTyping) -> Answer<()> {
    let (room, caller) = Room::of_caller(ctx, &request.chat_id)?;
    room.check_writable(ctx, &caller)?;
    if !request.typing {
        return stop(ctx, &room, &caller);
    }
    ctx.db
        .prepare_cached("INSERT OR IGNORE INTO typing (chat_id, user_id) VALUES (?1, ?2)")?
        .execute([room.id.as_str(), caller.as_str()])?;
    let payload = json!({ "chatId": room.id, "userId": caller });
    ctx.schedule(ctx.after(LASTS_MS), TIMER, &key(&room, &caller), &payload)?;
    tell(ctx, &room, &caller, true)
}

/// The five seconds are over.
pub(super) fn stop_due(ctx: &mut Ctx<'_>, payload: &Value) -> Answer<()> {
    let Some(room) = Room::find(ctx, payload["chatId"].as_str().unwrap_or_default())? else { return Ok(()) };
    stop(ctx, &room, &payload["userId"].as_str().unwrap_or_default().into())
}

/// Says that a user no longer writes, if the user did.
pub(super) fn stop(ctx: &mut Ctx<'_>, room: &Room, user: &UserId) -> Answer<()> {
    let was_typing = ctx
        .db
        .prepare_cached("DELETE FROM typing WHERE chat_id = ?1 AND user_id = ?2")?
        .execute([room.id.as_str(), user.as_str()])?;
    if was_typing == 0 {
        return Ok(());
    }
    ctx.unschedule(TIMER, &key(room, user))?;
    tell(ctx, room, user, false)
}

fn tell(ctx: &mut Ctx<'_>, room: &Room, user: &UserId, typing: bool) -> Answer<()> {
    let event = Event {
        chat_id: Some(room.id.clone()),
        user_id: Some(user.clone()),
        typing: Some(typing),
        ..Event::new(EventKind::TypingIndicator, ctx.now)
    };
    ctx.emit(room.other(user), &event)
}

fn key(room: &Room, user: &UserId) -> String {
    format!("{}:{user}", room.id)
}
