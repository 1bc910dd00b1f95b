//! What moderators do with chats and messages.

use avalo_sdk::model::MessageId;

use super::{deletion, escrow, history, room::Room};
use crate::{context::Ctx, refusal::Answer};

/// Closes a chat, as one of the two could: what is in escrow goes back to its payer. One that is closed
/// stays so.
pub(crate) fn close(ctx: &mut Ctx<'_>, chat_id: &str) -> Answer<()> {
    let Some(mut room) = Room::find(ctx, chat_id)?.filter(|room| !room.closed) else { return Ok(()) };
    let payer = room.payer.clone();
    escrow::end(ctx, &mut room, &payer).map(drop)
}

/// Deletes a message, as its sender could. One that is gone stays so.
pub(crate) fn remove_message(ctx: &mut Ctx<'_>, message_id: &MessageId, chat_id: &str) -> Answer<()> {
    let Some(room) = Room::find(ctx, chat_id)? else { return Ok(()) };
    match history::find(ctx, &room, message_id)? {
        Some(message) if !message.deleted => deletion::erase(ctx, &room, message).map(drop),
        _ => Ok(()),
    }
}
