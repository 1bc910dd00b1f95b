//! What a message costs, and what is still free.

use avalo_sdk::{
    Code,
    api::ai::{AiTier, AiUsage, CompanionClass, GetAiUsage},
    model::{Timestamp, Tokens, UserId},
};
use rusqlite::params;

use super::plans;
use crate::{
    context::Ctx,
    ledger,
    refusal::{Answer, refuse},
};

const DAY_MS: i64 = 24 * 3_600_000;

/// How many messages to basic companions are free in a day.
const FREE_MESSAGES: u32 = 10;

/// How many chats may be open at once on the free tier.
const FREE_CHATS: u32 = 3;

/// What a message costs, and whether it is one of the day's free ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fee {
    pub(super) price: i64,
    pub(super) is_free: bool,
}

/// What a message to a companion of this class costs.
fn price(class: CompanionClass) -> i64 {
    match class {
        CompanionClass::Basic => 1,
        CompanionClass::Premium => 2,
        _ => 4,
    }
}

/// What the user's next message to a companion of this class costs.
pub(super) fn fee(ctx: &Ctx<'_>, user: &UserId, class: CompanionClass) -> Answer<Fee> {
    Ok(match free_messages_left(ctx, user)? {
        None => Fee { price: 0, is_free: false },
        Some(left) if left > 0 && class == CompanionClass::Basic => Fee { price: 0, is_free: true },
        Some(_) => Fee { price: price(class), is_free: false },
    })
}

/// How many messages to basic companions are still free today; none where all are included.
pub(super) fn free_messages_left(ctx: &Ctx<'_>, user: &UserId) -> Answer<Option<u32>> {
    if plans::tier(ctx, user)? != AiTier::Free {
        return Ok(None);
    }
    let used = count(ctx, user, "is_free = 1")?;
    Ok(Some(FREE_MESSAGES.saturating_sub(used)))
}

/// The user's messages since midnight that fit a condition.
fn count(ctx: &Ctx<'_>, user: &UserId, condition: &str) -> Answer<u32> {
    let sql = format!(
        "SELECT COUNT(*) FROM ai_messages WHERE user_id = ?1 AND created_ms >= ?2 AND role = 'user' AND {condition}"
    );
    Ok(ctx
        .db
        .prepare_cached(&sql)?
        .query_row(params![user.as_str(), midnight(ctx.now.unix_ms)], |row| row.get(0))?)
}

/// The last midnight UTC.
fn midnight(now_ms: i64) -> i64 {
    now_ms - now_ms.rem_euclid(DAY_MS)
}

fn open_chats(ctx: &Ctx<'_>, user: &UserId) -> Answer<u32> {
    let mut read =
        ctx.db.prepare_cached("SELECT COUNT(*) FROM ai_chats WHERE user_id = ?1 AND state = 'open'")?;
    Ok(read.query_row([user.as_str()], |row| row.get(0))?)
}

/// Refuses one more chat than the tier has room for.
pub(super) fn check_room(ctx: &Ctx<'_>, user: &UserId) -> Answer<()> {
    if plans::tier(ctx, user)? == AiTier::Free && open_chats(ctx, user)? >= FREE_CHATS {
        return refuse(
            Code::FailedPrecondition,
            format!("{FREE_CHATS} chats are open, which is all of the free tier; close one, or take a plan"),
        );
    }
    Ok(())
}

pub(super) fn get_usage(ctx: &mut Ctx<'_>, _: GetAiUsage) -> Answer<AiUsage> {
    let user = ctx.user()?;
    let tier = plans::tier(ctx, &user)?;
    let since = ctx.now.unix_ms - plans::MONTH_MS;
    let charged = ctx
        .db
        .prepare_cached(
            "SELECT COALESCE(-SUM(e.delta), 0) FROM entries e JOIN postings p ON p.id = e.posting_id
             WHERE e.account = ?1 AND p.at_ms > ?2 AND p.kind IN ('ai_message', 'ai_photo', 'ai_content')",
        )?
        .query_row(params![ledger::user(user.as_str()), since], |row| row.get(0))?;
    let model_tokens = ctx
        .db
        .prepare_cached(
            "SELECT COALESCE(SUM(model_tokens), 0) FROM ai_messages WHERE user_id = ?1 AND created_ms > ?2",
        )?
        .query_row(params![user.as_str(), since], |row| row.get(0))?;
    Ok(AiUsage {
        tier,
        messages_today: count(ctx, &user, "TRUE")?,
        free_messages_left: free_messages_left(ctx, &user)?,
        resets_at: Timestamp::from_unix_ms(midnight(ctx.now.unix_ms) + DAY_MS),
        open_chats: open_chats(ctx, &user)?,
        open_chats_limit: (tier == AiTier::Free).then_some(FREE_CHATS),
        charged: Tokens(charged),
        model_tokens,
    })
}
