//! The money of a chat.
//!
//! At any time the deposits of a chat are the fees, what was consumed, what was refunded and what is
//! in escrow, together: each step is one posting of the ledger.

use avalo_sdk::{
    Code,
    api::chat::{CloseChat, Deposit, DepositReceipt, EscrowRefund, RefundByEarner},
    model::{ChatId, Timestamp, Tokens, UserId},
};
use serde_json::{Value, json};

use super::{reload, room::Room};
use crate::{
    context::Ctx,
    handlers::payments::transfer::{self, Transfer},
    ledger::{self, PLATFORM, Posting},
    refusal::{Answer, refuse},
};

/// The timer that looks for idle chats.
pub(super) const IDLE: &str = "chat.idle";

/// After so long without a message the escrow goes back: 48 hours.
const IDLE_MS: i64 = 48 * 3_600_000;

/// What a deposit takes, what of it is the platform's fee, and what waits in escrow.
pub(super) const DEPOSIT: i64 = 100;
const FEE: i64 = 35;
pub(super) const ESCROWED: i64 = DEPOSIT - FEE;

/// What the recipient of an intro message gets of its price, in percent, rounded down.
const INTRO_SHARE: i64 = 65;

pub(super) fn deposit(ctx: &mut Ctx<'_>, request: Deposit) -> Answer<DepositReceipt> {
    let (mut room, caller) = Room::of_caller(ctx, &request.chat_id)?;
    if caller != room.payer {
        return refuse(Code::PermissionDenied, "only the one who opened the chat pays into it");
    }
    room.check_writable(ctx, &caller)?;
    if room.free_left() > 0 {
        let free = room.free_left();
        return refuse(Code::FailedPrecondition, format!("{free} messages are free still"));
    }
    room.save(ctx)?;
    pay_in(ctx, &room)?;
    room.announce(ctx, &caller)?;
    Ok(DepositReceipt {
        chat: room.seen_by(ctx, &caller)?,
        paid: Tokens(DEPOSIT),
        fee: Tokens(FEE),
        escrowed: Tokens(ESCROWED),
    })
}

/// Moves a deposit from the payer's wallet into the chat.
///
/// # Errors
///
/// `insufficient_balance`.
pub(super) fn pay_in(ctx: &mut Ctx<'_>, room: &Room) -> Answer<()> {
    let (from, to) = (ledger::user(room.payer.as_str()), ledger::escrow(room.id.as_str()));
    let legs = [(from.as_str(), -DEPOSIT), (PLATFORM, FEE), (to.as_str(), ESCROWED)];
    ledger::post(ctx, Posting { kind: "chat_deposit", reference: room.id.as_str(), legs: &legs })?;
    watch(ctx, room)?;
    transfer::changed(ctx, &room.payer)
}

/// Moves the price of a message to whoever earns in the chat.
///
/// # Errors
///
/// `deposit_required` when the escrow is smaller than the price.
pub(super) fn consume(ctx: &mut Ctx<'_>, room: &Room, price: i64) -> Answer<()> {
    let left = room.escrow(ctx)?;
    if price > left {
        let detail = format!("the message costs {price} tokens, {left} are in escrow: see chat.deposit");
        return refuse(Code::DepositRequired, detail);
    }
    let from = ledger::escrow(room.id.as_str());
    let to = room.earner.as_ref().map_or_else(|| PLATFORM.to_owned(), |earner| ledger::user(earner.as_str()));
    let legs = [(from.as_str(), -price), (to.as_str(), price)];
    ledger::post(ctx, Posting { kind: "chat_message", reference: room.id.as_str(), legs: &legs })?;
    match &room.earner {
        Some(earner) => transfer::changed(ctx, earner),
        None => Ok(()),
    }
}

/// Takes the price of an intro message from its sender.
///
/// # Errors
///
/// `insufficient_balance`.
pub(super) fn pay_intro(
    ctx: &mut Ctx<'_>,
    room: &Room,
    sender: &UserId,
    recipient: &UserId,
    price: i64,
) -> Answer<()> {
    if price == 0 {
        return Ok(());
    }
    let share = transfer::share(price, INTRO_SHARE);
    let reference = room.id.as_str();
    transfer::send(
        ctx,
        Transfer { kind: "chat_intro", reference, from: sender, to: recipient, amount: price, share },
    )
}

pub(super) fn close_chat(ctx: &mut Ctx<'_>, request: CloseChat) -> Answer<EscrowRefund> {
    let (mut room, caller) = Room::of_caller(ctx, &request.chat_id)?;
    let refunded = if room.closed { 0 } else { end(ctx, &mut room, &caller)? };
    Ok(EscrowRefund { chat: room.seen_by(ctx, &caller)?, refunded: Tokens(refunded) })
}

/// Closes the chat of a match that ends, and says what returned to the payer.
pub(crate) fn close_matched(ctx: &mut Ctx<'_>, chat: &ChatId, by: &UserId) -> Answer<i64> {
    match Room::find(ctx, chat.as_str())? {
        Some(mut room) if !room.closed => end(ctx, &mut room, by),
        _ => Ok(0),
    }
}

pub(super) fn refund_by_earner(ctx: &mut Ctx<'_>, request: RefundByEarner) -> Answer<EscrowRefund> {
    let (mut room, caller) = Room::of_caller(ctx, &request.chat_id)?;
    if room.earner.as_ref() != Some(&caller) {
        return refuse(Code::PermissionDenied, "only the one who earns in the chat gives its escrow back");
    }
    let refunded = give_back(ctx, &room)?;
    if refunded > 0 {
        room.save(ctx)?;
        room.announce(ctx, &caller)?;
    }
    Ok(EscrowRefund { chat: room.seen_by(ctx, &caller)?, refunded: Tokens(refunded) })
}

/// Ends a chat in which nothing has happened for 48 hours, or looks again when that may be.
///
/// One timer follows a chat from deposit to deposit; moving it with each message would be a write
/// for each message.
pub(super) fn end_idle(ctx: &mut Ctx<'_>, payload: &Value) -> Answer<()> {
    let id = payload["chatId"].as_str().unwrap_or_default();
    let Some(mut room) = Room::find(ctx, id)?.filter(|room| !room.closed) else { return Ok(()) };
    if room.escrow(ctx)? == 0 {
        return Ok(());
    }
    if ctx.now.unix_ms < room.updated_ms + IDLE_MS {
        return watch(ctx, &room);
    }
    let payer = room.payer.clone();
    end(ctx, &mut room, &payer).map(drop)
}

fn watch(ctx: &Ctx<'_>, room: &Room) -> Answer<()> {
    let at = Timestamp::from_unix_ms(room.updated_ms + IDLE_MS);
    ctx.schedule(at, IDLE, room.id.as_str(), &json!({ "chatId": room.id }))
}

/// Closes a chat and gives its escrow back.
pub(super) fn end(ctx: &mut Ctx<'_>, room: &mut Room, by: &UserId) -> Answer<i64> {
    let refunded = give_back(ctx, room)?;
    ctx.unschedule(IDLE, room.id.as_str())?;
    reload::end(ctx, room)?;
    room.closed = true;
    room.save(ctx)?;
    room.announce(ctx, by)?;
    Ok(refunded)
}

/// Returns the escrow that is left to the payer.
fn give_back(ctx: &mut Ctx<'_>, room: &Room) -> Answer<i64> {
    let left = room.escrow(ctx)?;
    if left > 0 {
        let (from, to) = (ledger::escrow(room.id.as_str()), ledger::user(room.payer.as_str()));
        let legs = [(from.as_str(), -left), (to.as_str(), left)];
        ledger::post(ctx, Posting { kind: "chat_refund", reference: room.id.as_str(), legs: &legs })?;
        transfer::changed(ctx, &room.payer)?;
    }
    Ok(left)
}
