//! Gifts.

use avalo_sdk::{
    Code, Problem,
    api::{
        notifications::NotificationCategory,
        payments::{GetGifts, Gift, GiftList, GiftReceipt, SendGift},
    },
    model::{GiftId, Tokens, UserId},
};
use rusqlite::params;

use super::transfer::{self, Transfer};
use crate::{
    context::Ctx,
    handlers::{
        chat,
        notifications::{self, Notice, Subject},
    },
    ledger,
    refusal::{Answer, refuse},
};

/// Id, name and price.
const CATALOGUE: [(&str, &str, i64); 8] = [
    ("rose", "Rose", 5),
    ("heart", "Heart", 10),
    ("star", "Star", 25),
    ("diamond", "Diamond", 50),
    ("crown", "Crown", 100),
    ("fire", "Fire", 250),
    ("rocket", "Rocket", 500),
    ("trophy", "Trophy", 1_000),
];

/// What of a gift the platform keeps, in percent, rounded down: here the recipient gets the remainder.
const FEE: i64 = 35;

/// How many gifts a user may send within a minute.
const PACE: i64 = 10;
const PACE_MS: i64 = 60_000;

pub(super) fn get_gifts(_: &mut Ctx<'_>, _: GetGifts) -> Answer<GiftList> {
    let gift = |(id, name, price): &(&str, &str, i64)| Gift {
        id: GiftId((*id).to_owned()),
        name: (*name).to_owned(),
        price: Tokens(*price),
    };
    Ok(GiftList { gifts: CATALOGUE.iter().map(gift).collect() })
}

pub(super) fn send_gift(ctx: &mut Ctx<'_>, request: SendGift) -> Answer<GiftReceipt> {
    let (from, to) = (ctx.user()?, request.recipient_id);
    let found = CATALOGUE.iter().find(|(id, ..)| *id == request.gift_id.as_str());
    let Some(&(id, name, price)) = found else {
        return refuse(Code::NotFound, "there is no such gift; see getGifts");
    };
    transfer::check_recipient(ctx, &from, &to)?;
    check_pace(ctx, &from)?;
    let fee = transfer::share(price, FEE);
    let share = price - fee;
    transfer::send(
        ctx,
        Transfer { kind: "gift", reference: id, from: &from, to: &to, amount: price, share },
    )?;
    let chat_message = chat::deliver_gift(ctx, &from, &to, name, price)?;
    let notice = Notice {
        category: NotificationCategory::Payments,
        title: &format!("A gift: {name}"),
        body: "",
        from: Some(&from),
        chat_id: chat_message.as_ref().map(|message| &message.chat_id),
    };
    notifications::notify_of(ctx, &to, &notice, Subject { amount: Some(share), ..Subject::default() })?;
    Ok(GiftReceipt {
        gift_id: request.gift_id,
        price: Tokens(price),
        recipient_share: Tokens(share),
        fee: Tokens(fee),
        chat_message,
        balance: transfer::balance(ctx, &from)?,
    })
}

fn check_pace(ctx: &Ctx<'_>, user: &UserId) -> Answer<()> {
    let (count, first): (i64, Option<i64>) = ctx
        .db
        .prepare_cached(
            "SELECT COUNT(*), MIN(p.at_ms) FROM entries e JOIN postings p ON p.id = e.posting_id
             WHERE e.account = ?1 AND e.delta < 0 AND p.kind = 'gift' AND p.at_ms > ?2",
        )?
        .query_row(params![ledger::user(user.as_str()), ctx.now.unix_ms - PACE_MS], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    if count < PACE {
        return Ok(());
    }
    let wait_ms = first.unwrap_or_default() + PACE_MS - ctx.now.unix_ms;
    let seconds = u32::try_from(wait_ms / 1_000 + 1).unwrap_or(1);
    Err(Problem::new(Code::TooFast, format!("{PACE} gifts within a minute are enough"))
        .retry_after(seconds)
        .into())
}
