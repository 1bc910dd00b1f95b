//! The messages of a chat: written, listed, read.

use avalo_sdk::{
    Code,
    api::chat::{GetMessages, MarkAsRead, Message, MessageKind, MessagePage, Unread},
    event::{Event, EventKind},
    model::{ChatId, MessageId, Timestamp, Tokens, UserId},
};
use rusqlite::{OptionalExtension, Row, params};

use super::{draft::Draft, room::Room};
use crate::{
    context::Ctx,
    page::Page,
    refusal::{Answer, refuse},
};

/// What the cursors of this list are made for.
const LIST: &str = "messages";

/// The most messages that one request marks and one event names.
const MARKED_AT_ONCE: usize = 100;

const COLUMNS: &str = "id, chat_id, sender_id, kind, content, media_url, duration_seconds, price, read,
     client_id, created_ms, seq, deleted";

fn from_row(row: &Row<'_>) -> rusqlite::Result<Message> {
    Ok(Message {
        id: MessageId(row.get(0)?),
        chat_id: ChatId(row.get(1)?),
        sender_id: UserId(row.get(2)?),
        kind: MessageKind::from_name(&row.get::<_, String>(3)?),
        content: row.get(4)?,
        media_url: row.get(5)?,
        duration_seconds: row.get(6)?,
        price: Tokens(row.get(7)?),
        read: row.get(8)?,
        client_id: row.get(9)?,
        created_at: Timestamp::from_unix_ms(row.get(10)?),
        deleted: row.get(12)?,
    })
}

pub(super) fn get_messages(ctx: &mut Ctx<'_>, request: GetMessages) -> Answer<MessagePage> {
    let (room, _) = Room::of_caller(ctx, &request.chat_id)?;
    // A cursor of one chat leads nowhere in another.
    let list = format!("{LIST}-{}", room.id);
    let page = Page::read(&list, request.limit, request.cursor.as_ref())?;
    let sql =
        format!("SELECT {COLUMNS} FROM messages WHERE chat_id = ?1 AND seq < ?2 ORDER BY seq DESC LIMIT ?3");
    let mut rows = ctx
        .db
        .prepare_cached(&sql)?
        .query_map(params![room.id.as_str(), page.before().0, page.fetch()], |row| {
            Ok((row.get::<_, i64>(11)?, from_row(row)?))
        })?
        .collect::<Result<Vec<_>, _>>()?;
    let next_cursor = page.cut(&list, &mut rows, |(seq, _)| (*seq, String::new()));
    Ok(MessagePage { messages: rows.into_iter().map(|(_, message)| message).collect(), next_cursor })
}

/// Writes a message down.
pub(super) fn add(
    ctx: &mut Ctx<'_>,
    room: &Room,
    sender: &UserId,
    draft: Draft,
    price: i64,
    client_id: Option<String>,
) -> Answer<Message> {
    let message = Message {
        id: MessageId(ctx.id("msg")),
        chat_id: room.id.clone(),
        sender_id: sender.clone(),
        kind: draft.kind,
        content: draft.content,
        deleted: false,
        media_url: draft.media_url,
        duration_seconds: draft.seconds,
        price: Tokens(price),
        read: false,
        client_id,
        created_at: ctx.now,
    };
    ctx.db
        .prepare_cached(
            "INSERT INTO messages (id, chat_id, sender_id, kind, content, media_url, duration_seconds, price,
             client_id, created_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?
        .execute(params![
            message.id.as_str(),
            message.chat_id.as_str(),
            message.sender_id.as_str(),
            message.kind.as_str(),
            message.content,
            message.media_url,
            message.duration_seconds,
            price,
            message.client_id,
            ctx.now.unix_ms,
        ])?;
    Ok(message)
}

/// The message that the sender gave this name.
pub(super) fn by_client_id(
    ctx: &Ctx<'_>,
    room: &Room,
    sender: &UserId,
    client_id: &str,
) -> Answer<Option<Message>> {
    let sql =
        format!("SELECT {COLUMNS} FROM messages WHERE chat_id = ?1 AND sender_id = ?2 AND client_id = ?3");
    let found = ctx
        .db
        .prepare_cached(&sql)?
        .query_row([room.id.as_str(), sender.as_str(), client_id], from_row)
        .optional()?;
    Ok(found)
}

/// A message of the chat.
pub(super) fn find(ctx: &Ctx<'_>, room: &Room, id: &MessageId) -> Answer<Option<Message>> {
    let sql = format!("SELECT {COLUMNS} FROM messages WHERE id = ?1 AND chat_id = ?2");
    Ok(ctx.db.prepare_cached(&sql)?.query_row([id.as_str(), room.id.as_str()], from_row).optional()?)
}

pub(super) fn newest(ctx: &Ctx<'_>, room: &Room) -> Answer<Option<Message>> {
    let sql = format!("SELECT {COLUMNS} FROM messages WHERE chat_id = ?1 ORDER BY seq DESC LIMIT 1");
    Ok(ctx.db.prepare_cached(&sql)?.query_row([room.id.as_str()], from_row).optional()?)
}

/// The latest texts of a sender in all chats, newest first.
pub(super) fn latest_texts(ctx: &Ctx<'_>, sender: &UserId, count: usize) -> Answer<Vec<String>> {
    let texts = ctx
        .db
        .prepare_cached(
            "SELECT content FROM messages WHERE sender_id = ?1 AND kind = 'text' ORDER BY seq DESC LIMIT ?2",
        )?
        .query_map(params![sender.as_str(), count as i64], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(texts)
}

pub(super) fn count_unread(ctx: &Ctx<'_>, room: &Room, reader: &UserId) -> Answer<u32> {
    let count = ctx
        .db
        .prepare_cached(
            "SELECT COUNT(*) FROM messages WHERE chat_id = ?1 AND sender_id = ?2 AND read = 0 AND deleted = 0",
        )?
        .query_row([room.id.as_str(), room.other(reader).as_str()], |row| row.get(0))?;
    Ok(count)
}

/// Whether exactly one message waits for its reader.
pub(super) fn is_only_unread(ctx: &Ctx<'_>, room: &Room, reader: &UserId) -> Answer<bool> {
    // Two are enough to know; there may be thousands.
    let mut read = ctx.db.prepare_cached(
        "SELECT COUNT(*) FROM (SELECT 1 FROM messages
         WHERE chat_id = ?1 AND sender_id = ?2 AND read = 0 AND deleted = 0 LIMIT 2)",
    )?;
    let pair = [room.id.as_str(), room.other(reader).as_str()];
    Ok(read.query_row(pair, |row| row.get::<_, i64>(0))? == 1)
}

pub(super) fn mark_as_read(ctx: &mut Ctx<'_>, request: MarkAsRead) -> Answer<Unread> {
    let (room, caller) = Room::of_caller(ctx, &request.chat_id)?;
    let marked = if request.message_ids.is_empty() {
        mark_all(ctx, &room, &caller)?
    } else {
        mark_some(ctx, &room, &caller, request.message_ids)?
    };
    for message_ids in marked.chunks(MARKED_AT_ONCE) {
        let event = Event {
            chat_id: Some(room.id.clone()),
            user_id: Some(caller.clone()),
            message_ids: Some(message_ids.to_vec()),
            ..Event::new(EventKind::ReadReceipt, ctx.now)
        };
        ctx.emit(room.other(&caller), &event)?;
    }
    Ok(Unread { unread: count_unread(ctx, &room, &caller)? })
}

fn mark_all(ctx: &Ctx<'_>, room: &Room, reader: &UserId) -> Answer<Vec<MessageId>> {
    let mut marked = ctx
        .db
        .prepare_cached(
            "UPDATE messages SET read = 1 WHERE chat_id = ?1 AND sender_id = ?2 AND read = 0 RETURNING seq, id",
        )?
        .query_map([room.id.as_str(), room.other(reader).as_str()], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<Vec<(i64, String)>, _>>()?;
    // The database promises no order for what an update returns.
    marked.sort_unstable();
    Ok(marked.into_iter().map(|(_, id)| MessageId(id)).collect())
}

/// Marks those of the messages that came from the other side and were not read.
///
/// # Errors
///
/// `not_found` for a message that is not in the chat; then none is marked.
fn mark_some(
    ctx: &Ctx<'_>,
    room: &Room,
    reader: &UserId,
    message_ids: Vec<MessageId>,
) -> Answer<Vec<MessageId>> {
    let mut find = ctx.db.prepare_cached("SELECT 1 FROM messages WHERE id = ?1 AND chat_id = ?2")?;
    let mut mark = ctx
        .db
        .prepare_cached("UPDATE messages SET read = 1 WHERE id = ?1 AND sender_id = ?2 AND read = 0")?;
    let mut marked = Vec::new();
    for id in message_ids {
        if !find.exists([id.as_str(), room.id.as_str()])? {
            return refuse(Code::NotFound, format!("there is no message {id} in this chat"));
        }
        if mark.execute([id.as_str(), room.other(reader).as_str()])? > 0 {
            marked.push(id);
        }
    }
    Ok(marked)
}
