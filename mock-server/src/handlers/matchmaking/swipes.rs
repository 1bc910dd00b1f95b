//! Who liked or passed whom.

use avalo_sdk::{
    api::matchmaking::SwipeKind,
    model::{Timestamp, UserId},
};
use rusqlite::{OptionalExtension, params};

use super::flags;
use crate::{context::Ctx, refusal::Answer};

/// So many likes and passes in so long flag an account.
const FAST: i64 = 50;
const FAST_MS: i64 = 5 * 60_000;

/// A like or a pass.
#[derive(Clone, Debug)]
pub(super) struct Swipe {
    pub(super) number: i64,
    pub(super) to: UserId,
    pub(super) kind: SwipeKind,
    pub(super) at: Timestamp,
}

impl Swipe {
    pub(super) fn is_like(&self) -> bool {
        matches!(self.kind, SwipeKind::Like | SwipeKind::SuperLike)
    }
}

/// What one made of another, if anything.
pub(super) fn find(ctx: &Ctx<'_>, from: &UserId, to: &UserId) -> Answer<Option<Swipe>> {
    read(ctx, "from_id = ?1 AND to_id = ?2", from, Some(to))
}

/// The last like or pass of a user.
pub(super) fn last(ctx: &Ctx<'_>, from: &UserId) -> Answer<Option<Swipe>> {
    read(ctx, "from_id = ?1 AND ?2 IS NULL ORDER BY number DESC LIMIT 1", from, None)
}

fn read(ctx: &Ctx<'_>, which: &str, from: &UserId, to: Option<&UserId>) -> Answer<Option<Swipe>> {
    let sql = format!("SELECT number, to_id, kind, at_ms FROM swipes WHERE {which}");
    let mut find = ctx.db.prepare_cached(&sql)?;
    let found = find.query_row(params![from.as_str(), to.map(UserId::as_str)], |row| {
        Ok(Swipe {
            number: row.get(0)?,
            to: UserId(row.get(1)?),
            kind: SwipeKind::from_name(&row.get::<_, String>(2)?),
            at: Timestamp::from_unix_ms(row.get(3)?),
        })
    });
    Ok(found.optional()?)
}

/// Remembers a like or a pass; it stands in for an earlier one about the same person. Whoever does so
/// faster than anyone reads profiles is flagged.
pub(super) fn add(ctx: &Ctx<'_>, from: &UserId, to: &UserId, kind: SwipeKind) -> Answer<()> {
    ctx.db
        .prepare_cached(
            "INSERT OR REPLACE INTO swipes (from_id, to_id, kind, at_ms) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![from.as_str(), to.as_str(), kind.as_str(), ctx.now.unix_ms])?;
    let recent: i64 = ctx
        .db
        .prepare_cached("SELECT COUNT(*) FROM swipes WHERE from_id = ?1 AND at_ms > ?2")?
        .query_row(params![from.as_str(), ctx.now.unix_ms - FAST_MS], |row| row.get(0))?;
    if recent >= FAST {
        let detail = format!("{recent} likes and passes in 5 minutes");
        flags::raise(ctx.db, from, flags::FAST_SWIPES, &detail, ctx.now)?;
    }
    Ok(())
}

/// Forgets one.
pub(super) fn remove(ctx: &Ctx<'_>, swipe: &Swipe) -> Answer<()> {
    ctx.db.prepare_cached("DELETE FROM swipes WHERE number = ?1")?.execute([swipe.number])?;
    Ok(())
}
