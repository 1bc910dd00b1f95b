//! What moderators do with chats and messages.

use avalo_sdk::{
    event::{Event, EventKind},
    model::UserId,
};

use super::{escrow, room::Room};
use crate::{context::Ctx, refusal::Answer};

/// Closes a chat, as one of the two could: what is in escrow goes back to its payer. One that is closed
/// stays so.
pub(crate) fn close(ctx: &mut Ctx<'_>, chat_id: &str) -> Answer<()> {
    let Some(mut room) = Room::find(ctx, chat_id)?.filter(|room| !room.closed) else { return Ok(()) };
    let payer = room.payer.clone();
    escrow::end(ctx, &mut room, &payer).map(drop)
}

/// Removes a message and tells both sides that the chat has changed. What was paid for it stays paid: its
/// reader has read it.
pub(crate) fn remove_message(
    ctx: &mut Ctx<'_>,
    message_id: &str,
    chat_id: &str,
    sender: &UserId,
) -> Answer<()> {
    ctx.db.prepare_cached("DELETE FROM messages WHERE id = ?1")?.execute([message_id])?;
    let Some(room) = Room::find(ctx, chat_id)? else { return Ok(()) };
    let event = Event {
        chat_id: Some(room.id.clone()),
        user_id: Some(sender.clone()),
        message_ids: Some(vec![message_id.into()]),
        state: Some("message_removed".to_owned()),
        ..Event::new(EventKind::ChatUpdate, ctx.now)
    };
    ctx.emit(&room.payer, &event)?;
    ctx.emit(&room.peer, &event)
}
