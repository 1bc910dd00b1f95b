//! Chats that pay into themselves, from their payer's wallet and up to a cap.

use avalo_sdk::{
    Code,
    api::{
        chat::{AutoReload, Conversation, SetAutoReload},
        notifications::NotificationCategory,
    },
    model::{Tokens, UserId},
};
use rusqlite::{OptionalExtension, params};

use super::{
    escrow::{self, DEPOSIT, ESCROWED},
    room::Room,
};
use crate::{
    context::Ctx,
    handlers::{
        notifications::{self, Notice},
        payments::transfer,
    },
    refusal::{Answer, refuse},
};

/// A chat with less in escrow than this pays into itself.
const RELOAD_BELOW: i64 = 20;

/// The payer of a chat with less in escrow than this is told.
const WARN_BELOW: i64 = 10;

pub(super) fn set_auto_reload(ctx: &mut Ctx<'_>, request: SetAutoReload) -> Answer<Conversation> {
    let (room, caller) = Room::of_caller(ctx, &request.chat_id)?;
    if caller != room.payer {
        return refuse(Code::PermissionDenied, "only the one who opened the chat pays into it");
    }
    if request.enabled {
        room.check_writable(ctx, &caller)?;
        let cap = request.cap.map_or(DEPOSIT, |cap| cap.0);
        ctx.db
            .prepare_cached(
                "INSERT INTO auto_reloads (chat_id, cap) VALUES (?1, ?2) ON CONFLICT (chat_id) DO UPDATE SET cap = ?2",
            )?
            .execute(params![room.id.as_str(), cap])?;
    } else {
        end(ctx, &room)?;
    }
    room.seen_by(ctx, &caller)
}

/// Switches it off.
pub(super) fn end(ctx: &Ctx<'_>, room: &Room) -> Answer<()> {
    ctx.db.prepare_cached("DELETE FROM auto_reloads WHERE chat_id = ?1")?.execute([room.id.as_str()])?;
    Ok(())
}

fn find(ctx: &Ctx<'_>, room: &Room) -> Answer<Option<AutoReload>> {
    let found = ctx
        .db
        .prepare_cached("SELECT cap, spent FROM auto_reloads WHERE chat_id = ?1")?
        .query_row([room.id.as_str()], |row| {
            Ok(AutoReload { cap: Tokens(row.get(0)?), spent: Tokens(row.get(1)?) })
        })
        .optional()?;
    Ok(found)
}

/// What a participant sees of it.
pub(super) fn seen_by(ctx: &Ctx<'_>, room: &Room, viewer: &UserId) -> Answer<Option<AutoReload>> {
    if *viewer == room.payer { find(ctx, room) } else { Ok(None) }
}

/// How many deposits the chat can still make by itself.
fn deposits_left(ctx: &Ctx<'_>, room: &Room) -> Answer<i64> {
    let Some(AutoReload { cap, spent }) = find(ctx, room)? else { return Ok(0) };
    let wallet = transfer::balance(ctx, &room.payer)?.0;
    Ok(((cap.0 - spent.0) / DEPOSIT).clamp(0, wallet / DEPOSIT))
}

/// What the escrow holds together with what the chat can still put into it.
pub(super) fn reach(ctx: &Ctx<'_>, room: &Room) -> Answer<i64> {
    Ok(room.escrow(ctx)?.saturating_add(deposits_left(ctx, room)? * ESCROWED))
}

/// Pays in until the escrow covers a price, and says whether it paid at all. Where it cannot, the
/// message is refused, and with it what was paid.
pub(super) fn cover(ctx: &mut Ctx<'_>, room: &Room, price: i64) -> Answer<bool> {
    let mut paid = false;
    while room.escrow(ctx)? < price && deposits_left(ctx, room)? > 0 {
        pay_in(ctx, room)?;
        paid = true;
    }
    Ok(paid)
}

/// Pays in once if a message has left little, and says whether it did. The payer hears of an escrow that
/// runs low, once.
pub(super) fn top_up(ctx: &mut Ctx<'_>, room: &Room, price: i64) -> Answer<bool> {
    let left = room.escrow(ctx)?;
    if left < RELOAD_BELOW && deposits_left(ctx, room)? > 0 {
        pay_in(ctx, room)?;
        return Ok(true);
    }
    if left < WARN_BELOW && left + price >= WARN_BELOW {
        let notice = Notice {
            category: NotificationCategory::Payments,
            title: "The deposit of a chat is nearly used up",
            body: "",
            from: None,
            chat_id: Some(&room.id),
        };
        notifications::notify(ctx, &room.payer, &notice)?;
    }
    Ok(false)
}

fn pay_in(ctx: &mut Ctx<'_>, room: &Room) -> Answer<()> {
    escrow::pay_in(ctx, room)?;
    ctx.db
        .prepare_cached("UPDATE auto_reloads SET spent = spent + ?2 WHERE chat_id = ?1")?
        .execute(params![room.id.as_str(), DEPOSIT])?;
    Ok(())
}
