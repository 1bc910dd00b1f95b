//! Opening chats and listing them.

use avalo_sdk::{
    Code,
    api::chat::{ChatPage, Conversation, CreateChat, GetChat, GetChats},
    model::{ChatId, UserId},
};
use rusqlite::params;

use super::{
    prices,
    room::{Room, check_reachable},
};
use crate::{
    context::Ctx,
    handlers::people,
    page::Page,
    refusal::{Answer, refuse},
};

/// The open chats that one user may have opened.
const OPEN_CHATS: i64 = 50;
/// The same for a Royal member.
const ROYAL_OPEN_CHATS: i64 = 100;

/// What the cursors of this list are made for.
const LIST: &str = "chats";

pub(super) fn get_chats(ctx: &mut Ctx<'_>, request: GetChats) -> Answer<ChatPage> {
    let caller = ctx.user()?;
    let page = Page::read(LIST, request.limit, request.cursor.as_ref())?;
    let (updated_ms, id) = page.before();
    let sql = format!(
        "SELECT {} FROM chats WHERE (payer_id = ?1 OR peer_id = ?1) AND (updated_ms, id) < (?2, ?3)
         ORDER BY updated_ms DESC, id DESC LIMIT ?4",
        Room::COLUMNS
    );
    let mut rooms = ctx
        .db
        .prepare_cached(&sql)?
        .query_map(params![caller.as_str(), updated_ms, id, page.fetch()], Room::from_row)?
        .collect::<Result<Vec<_>, _>>()?;
    let next_cursor = page.cut(LIST, &mut rooms, |room| (room.updated_ms, room.id.0.clone()));
    let chats = rooms.iter().map(|room| room.seen_by(ctx, &caller)).collect::<Answer<_>>()?;
    Ok(ChatPage { chats, next_cursor })
}

pub(super) fn get_chat(ctx: &mut Ctx<'_>, request: GetChat) -> Answer<Conversation> {
    let (room, caller) = Room::of_caller(ctx, &request.chat_id)?;
    room.seen_by(ctx, &caller)
}

pub(crate) fn create_chat(ctx: &mut Ctx<'_>, request: CreateChat) -> Answer<Conversation> {
    let caller = ctx.user()?;
    let other = request.user_id;
    let known = contact(ctx, &caller, &other)?;
    let room = match known {
        Some(room) if !room.closed => room,
        known => {
            check_welcome(ctx, &other, known.as_ref(), &caller)?;
            if known.is_none() && prices::intro(ctx, &other)? > 0 {
                return refuse(
                    Code::FailedPrecondition,
                    "the user asks a price for a first message: see chat.sendIntroMessage",
                );
            }
            let room = open(ctx, known, &caller, &other)?;
            room.announce(ctx, &caller)?;
            room
        }
    };
    room.seen_by(ctx, &caller)
}

/// The chat that the caller has with somebody, who must exist and be reachable.
///
/// # Errors
///
/// `cannot_target_self`, `not_found`, `blocked`.
pub(super) fn contact(ctx: &mut Ctx<'_>, caller: &UserId, other: &UserId) -> Answer<Option<Room>> {
    if caller == other {
        return refuse(Code::CannotTargetSelf, "nobody chats alone");
    }
    people::find(ctx, other)?;
    check_reachable(ctx, caller, other)?;
    Room::between(ctx, caller, other)
}

/// Whether a chat may be opened, for the first time or again.
///
/// # Errors
///
/// `messages_disabled`; `already_exists` while an intro message of the caller waits for its answer,
/// so that closing the chat is an answer too.
pub(super) fn check_welcome(
    ctx: &mut Ctx<'_>,
    other: &UserId,
    known: Option<&Room>,
    caller: &UserId,
) -> Answer<()> {
    if known.is_some_and(|room| room.intro_by.as_ref() == Some(caller)) {
        return refuse(Code::AlreadyExists, "an intro message waits for its answer");
    }
    if !people::accepts_messages(ctx, other)? {
        return refuse(Code::MessagesDisabled, "the user does not accept messages");
    }
    Ok(())
}

/// Opens a chat that was closed, or a new one with the caller as its payer.
///
/// # Errors
///
/// `failed_precondition` when the caller has too many open chats.
pub(super) fn open(ctx: &mut Ctx<'_>, closed: Option<Room>, caller: &UserId, other: &UserId) -> Answer<Room> {
    let most = if people::is_royal(ctx, caller)? { ROYAL_OPEN_CHATS } else { OPEN_CHATS };
    let count: i64 = ctx
        .db
        .prepare_cached("SELECT COUNT(*) FROM chats WHERE payer_id = ?1 AND closed = 0")?
        .query_row([caller.as_str()], |row| row.get(0))?;
    if count >= most {
        return refuse(
            Code::FailedPrecondition,
            format!("at most {most} chats are open at a time: close one"),
        );
    }
    start(ctx, closed, caller, other)
}

/// The open chat of two who became a match, with `payer` as its payer if there was none. Both have
/// agreed to it: neither what they allow strangers nor how many chats are open matters here.
pub(crate) fn open_matched(ctx: &mut Ctx<'_>, payer: &UserId, other: &UserId) -> Answer<ChatId> {
    let mut room = match Room::between(ctx, payer, other)? {
        Some(room) if !room.closed => room,
        known => start(ctx, known, payer, other)?,
    };
    // A like is an answer to an intro message too.
    room.intro_by = None;
    room.save(ctx)?;
    room.announce(ctx, payer)?;
    Ok(room.id)
}

fn start(ctx: &mut Ctx<'_>, closed: Option<Room>, payer: &UserId, other: &UserId) -> Answer<Room> {
    if let Some(mut room) = closed {
        room.closed = false;
        room.save(ctx)?;
        return Ok(room);
    }
    let room = Room {
        id: ChatId(ctx.id("chat")),
        payer: payer.clone(),
        peer: other.clone(),
        earner: prices::earns(ctx, other)?.then(|| other.clone()),
        closed: false,
        free_used: 0,
        intro_by: None,
        own_prices: [None; 3],
        created_ms: ctx.now.unix_ms,
        updated_ms: ctx.now.unix_ms,
    };
    ctx.db
        .prepare_cached(
            "INSERT INTO chats (id, payer_id, peer_id, earner_id, created_ms, updated_ms)
             VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
        )?
        .execute(params![
            room.id.as_str(),
            room.payer.as_str(),
            room.peer.as_str(),
            room.earner.as_ref().map(UserId::as_str),
            room.created_ms,
        ])?;
    Ok(room)
}
