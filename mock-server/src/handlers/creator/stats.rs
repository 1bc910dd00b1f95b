//! What a period brought.

use avalo_sdk::{
    api::{
        creator::{ChatFigures, ContentFigures, CreatorStats, GetStats},
        payments::Period,
    },
    model::{Tokens, UserId},
};
use rusqlite::params;

use super::earnings::{self, Span};
use crate::{context::Ctx, handlers::payments, refusal::Answer};

pub(super) fn get_stats(ctx: &mut Ctx<'_>, request: GetStats) -> Answer<CreatorStats> {
    let creator = ctx.user()?;
    let period = request.period.unwrap_or(Period::Month);
    let since = payments::since(ctx.now, period);
    let since_ms = since.map_or(i64::MIN, |since| since.unix_ms);
    let span = Span::since(since);
    let sum = earnings::sum(ctx, &creator, span)?;
    let fans =
        earnings::query(ctx, &creator, span, "SELECT COUNT(DISTINCT fan_id) FROM earned", |row| row.get(0))?;
    let count = |sql: &str| count(ctx, sql, &creator, since_ms);
    Ok(CreatorStats {
        period,
        since,
        revenue: Tokens(sum.amount),
        payments: sum.count,
        fans: fans.into_iter().next().unwrap_or_default(),
        new_followers: count(
            "SELECT COUNT(*) FROM follows JOIN users ON id = follower_id
             WHERE followee_id = ?1 AND at_ms >= ?2 AND status NOT LIKE 'deleted%'",
        )?,
        new_subscribers: count(
            "SELECT COUNT(*) FROM subscriptions WHERE creator_id = ?1 AND started_ms >= ?2",
        )?,
        content: content(ctx, &creator, since_ms, span)?,
        chats: chats(ctx, &creator, since_ms)?,
    })
}

fn count(ctx: &Ctx<'_>, sql: &str, creator: &UserId, since_ms: i64) -> Answer<u32> {
    Ok(ctx.db.prepare_cached(sql)?.query_row(params![creator.as_str(), since_ms], |row| row.get(0))?)
}

fn content(ctx: &Ctx<'_>, creator: &UserId, since_ms: i64, span: Span) -> Answer<ContentFigures> {
    let count = |sql: &str| count(ctx, sql, creator, since_ms);
    let select = "SELECT COUNT(*), COALESCE(SUM(paid), 0) FROM earned WHERE kind = 'unlock'";
    let read = |row: &rusqlite::Row<'_>| Ok((row.get::<_, u32>(0)?, row.get::<_, i64>(1)?));
    let (unlocks, paid) =
        earnings::query(ctx, creator, span, select, read)?.into_iter().next().unwrap_or_default();
    Ok(ContentFigures {
        posts: count("SELECT COUNT(*) FROM posts WHERE author_id = ?1 AND created_ms >= ?2")?,
        gated_posts: count(
            "SELECT COUNT(*) FROM posts WHERE author_id = ?1 AND created_ms >= ?2 AND price IS NOT NULL",
        )?,
        unlocks,
        average_unlock_price: Tokens(paid / i64::from(unlocks.max(1))),
    })
}

fn chats(ctx: &Ctx<'_>, creator: &UserId, since_ms: i64) -> Answer<ChatFigures> {
    let count = |sql: &str| count(ctx, sql, creator, since_ms);
    Ok(ChatFigures {
        active_chats: count(
            "SELECT COUNT(*) FROM chats
             WHERE (payer_id = ?1 OR peer_id = ?1) AND closed = 0 AND updated_ms >= ?2",
        )?,
        messages_received: count(
            "SELECT COUNT(*) FROM messages m JOIN chats c ON c.id = m.chat_id
             WHERE (c.payer_id = ?1 OR c.peer_id = ?1) AND m.sender_id <> ?1 AND m.created_ms >= ?2",
        )?,
        messages_sent: count("SELECT COUNT(*) FROM messages WHERE sender_id = ?1 AND created_ms >= ?2")?,
        average_response_seconds: response_seconds(ctx, creator, since_ms)?,
    })
}

/// From the first message of each of the others' turns to the creator's next.
fn response_seconds(ctx: &Ctx<'_>, creator: &UserId, since_ms: i64) -> Answer<Option<u32>> {
    let ms: Option<i64> = ctx
        .db
        .prepare_cached(
            "WITH talk AS (
                 SELECT m.chat_id, m.seq, m.sender_id, m.created_ms,
                     LAG(m.sender_id) OVER (PARTITION BY m.chat_id ORDER BY m.seq) AS before
                 FROM messages m JOIN chats c ON c.id = m.chat_id
                 WHERE c.payer_id = ?1 OR c.peer_id = ?1)
             SELECT SUM(answered_ms - created_ms) / COUNT(answered_ms) FROM (
                 SELECT created_ms, (SELECT MIN(a.created_ms) FROM messages a
                     WHERE a.chat_id = t.chat_id AND a.seq > t.seq AND a.sender_id = ?1) AS answered_ms
                 FROM talk t WHERE sender_id <> ?1 AND (before IS NULL OR before = ?1))
             WHERE answered_ms >= ?2",
        )?
        .query_row(params![creator.as_str(), since_ms], |row| row.get(0))?;
    Ok(ms.map(|ms| u32::try_from(ms / 1_000).unwrap_or(u32::MAX)))
}
