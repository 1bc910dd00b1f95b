//! How fast a user may write, in virtual time.
//!
//! Off unless the server was built with `message_pacing`: the virtual clock moves one millisecond for
//! each request, so that every scripted conversation would be too fast.

use avalo_sdk::{Code, Problem, api::chat::MessageKind, model::UserId};
use rusqlite::{OptionalExtension, params};

use crate::{context::Ctx, refusal::Answer};

/// The shortest time between two messages of a user in one chat.
const GAP_MS: i64 = 1_000;

const MINUTE_MS: i64 = 60_000;

/// So many messages in so many milliseconds, for each kind.
fn quota(kind: MessageKind) -> (i64, i64) {
    match kind {
        MessageKind::Image => (10, 5 * MINUTE_MS),
        MessageKind::Audio => (5, 5 * MINUTE_MS),
        MessageKind::Video => (3, 5 * MINUTE_MS),
        _ => (20, MINUTE_MS),
    }
}

/// # Errors
///
/// `too_fast` within a second of the sender's last message in the chat, `rate_limited` when the quota
/// of the kind is used up; both say when to try again.
pub(super) fn check(ctx: &Ctx<'_>, chat_id: &str, sender: &UserId, kind: MessageKind) -> Answer<()> {
    if !ctx.rules.message_pacing {
        return Ok(());
    }
    let last: Option<i64> = ctx
        .db
        .prepare_cached(
            "SELECT created_ms FROM messages WHERE sender_id = ?1 AND chat_id = ?2 ORDER BY seq DESC LIMIT 1",
        )?
        .query_row([sender.as_str(), chat_id], |row| row.get(0))
        .optional()?;
    wait(ctx, last, GAP_MS, Code::TooFast)?;
    let (count, window_ms) = quota(kind);
    let oldest: Option<i64> = ctx
        .db
        .prepare_cached(
            "SELECT created_ms FROM messages WHERE sender_id = ?1 AND kind = ?2
             ORDER BY seq DESC LIMIT 1 OFFSET ?3",
        )?
        .query_row(params![sender.as_str(), kind.as_str(), count - 1], |row| row.get(0))
        .optional()?;
    wait(ctx, oldest, window_ms, Code::RateLimited)
}

/// Refuses while less than `ms` have passed since a moment.
fn wait(ctx: &Ctx<'_>, since_ms: Option<i64>, ms: i64, code: Code) -> Answer<()> {
    let rest = since_ms.map_or(0, |since| since + ms - ctx.now.unix_ms);
    if rest <= 0 {
        return Ok(());
    }
    let seconds = u32::try_from((rest + 999) / 1_000).unwrap_or(u32::MAX);
    Err(Problem::new(code, format!("the next message may go in {rest} ms")).retry_after(seconds).into())
}
