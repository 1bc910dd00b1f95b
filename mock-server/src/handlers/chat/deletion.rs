//! Messages that are taken back: both sides see that there was one.

use avalo_sdk::{
    Code,
    api::chat::{DeleteMessage, Message},
    event::{Event, EventKind},
};

use super::{history, room::Room};
use crate::{
    context::Ctx,
    handlers::{admin, feed},
    refusal::{Answer, refuse},
};

pub(super) fn delete_message(ctx: &mut Ctx<'_>, request: DeleteMessage) -> Answer<Message> {
    let moderates = admin::may_moderate(ctx)?;
    let room = match Room::find(ctx, request.chat_id.as_str())? {
        Some(room) if moderates => room,
        _ => Room::of_caller(ctx, &request.chat_id)?.0,
    };
    let caller = ctx.user()?;
    let Some(message) = history::find(ctx, &room, &request.message_id)? else {
        return refuse(Code::NotFound, format!("there is no message {} in this chat", request.message_id));
    };
    if message.sender_id != caller && !moderates {
        return refuse(Code::PermissionDenied, "only its sender and moderators delete a message");
    }
    if message.deleted {
        return Ok(message);
    }
    admin::removed::<DeleteMessage>(ctx, "message", message.id.as_str(), &message.sender_id)?;
    erase(ctx, &room, message)
}

/// Takes the words and the medium out of a message and tells both sides. What was paid for it stays paid:
/// its reader has read it.
pub(super) fn erase(ctx: &mut Ctx<'_>, room: &Room, message: Message) -> Answer<Message> {
    feed::delete_media(ctx, message.media_url.as_slice())?;
    let left = Message { content: String::new(), media_url: None, deleted: true, ..message };
    ctx.db
        .prepare_cached("UPDATE messages SET content = '', media_url = NULL, deleted = 1 WHERE id = ?1")?
        .execute([left.id.as_str()])?;
    let event = Event {
        chat_id: Some(room.id.clone()),
        user_id: Some(ctx.user()?),
        message: Some(left.clone()),
        ..Event::new(EventKind::MessageDeleted, ctx.now)
    };
    ctx.emit(&room.payer, &event)?;
    ctx.emit(&room.peer, &event)?;
    Ok(left)
}
