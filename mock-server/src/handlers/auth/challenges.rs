//! Questions that wait for a proof, and the lock against guessing.

use avalo_sdk::{
    Code,
    model::{ChallengeId, Timestamp, UserId},
};
use rusqlite::{OptionalExtension, params};

use crate::{
    context::Ctx,
    refusal::{Answer, refuse},
};

/// How long a challenge waits: 5 minutes.
const LIFE_MS: i64 = 5 * 60_000;

/// How many wrong answers end a challenge, and how many in 5 minutes lock a user out.
const ATTEMPTS: i64 = 5;

/// A challenge that may still be answered.
pub(super) struct Challenge {
    pub(super) user_id: UserId,
    pub(super) device_id: Option<String>,
}

/// Asks for a proof.
pub(super) fn open(
    ctx: &mut Ctx<'_>,
    user: &UserId,
    purpose: &str,
    device_id: Option<&str>,
) -> Answer<(ChallengeId, Timestamp)> {
    let id = ctx.id("chl");
    let expires = ctx.after(LIFE_MS);
    ctx.db
        .prepare_cached(
            "INSERT INTO challenges (id, user_id, purpose, device_id, expires_ms) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![id, user.as_str(), purpose, device_id, expires.unix_ms])?;
    Ok((ChallengeId(id), expires))
}

/// The challenge, if it is one of this purpose and neither too old nor guessed at too often.
pub(super) fn find(ctx: &Ctx<'_>, id: &ChallengeId, purpose: &str) -> Answer<Challenge> {
    let found = ctx
        .db
        .prepare_cached(
            "SELECT user_id, device_id FROM challenges
             WHERE id = ?1 AND purpose = ?2 AND expires_ms > ?3 AND attempts < ?4",
        )?
        .query_row(params![id.as_str(), purpose, ctx.now.unix_ms, ATTEMPTS], |row| {
            Ok(Challenge { user_id: UserId(row.get(0)?), device_id: row.get(1)? })
        })
        .optional()?;
    found.map_or_else(|| refuse(Code::ChallengeExpired, "start again to get a new challenge"), Ok)
}

pub(super) fn close(ctx: &Ctx<'_>, id: &ChallengeId) -> Answer<()> {
    ctx.db.prepare_cached("DELETE FROM challenges WHERE id = ?1")?.execute([id.as_str()])?;
    Ok(())
}

/// Counts a wrong answer. The count stays although the request is refused.
pub(super) fn count_wrong(ctx: &mut Ctx<'_>, id: &ChallengeId) {
    let id = id.0.clone();
    ctx.keep(move |db| {
        db.execute("UPDATE challenges SET attempts = attempts + 1 WHERE id = ?1", [id]).map(drop)
    });
}

/// Counts a failure of someone, such as a wrong password for an address.
pub(super) fn count_failure(ctx: &mut Ctx<'_>, subject: &str) {
    let (subject, now) = (subject.to_owned(), ctx.now.unix_ms);
    ctx.keep(move |db| {
        db.execute("DELETE FROM failures WHERE at_ms <= ?1", [now - LIFE_MS])?;
        db.execute("INSERT INTO failures (subject, at_ms) VALUES (?1, ?2)", params![subject, now]).map(drop)
    });
}

/// Refuses who failed five times in five minutes.
pub(super) fn check_lock(ctx: &Ctx<'_>, subject: &str) -> Answer<()> {
    let (count, first): (i64, Option<i64>) = ctx
        .db
        .prepare_cached("SELECT COUNT(*), MIN(at_ms) FROM failures WHERE subject = ?1 AND at_ms > ?2")?
        .query_row(params![subject, ctx.now.unix_ms - LIFE_MS], |row| Ok((row.get(0)?, row.get(1)?)))?;
    if count < ATTEMPTS {
        return Ok(());
    }
    let wait_ms = first.unwrap_or(0) + LIFE_MS - ctx.now.unix_ms;
    let seconds = u32::try_from(wait_ms / 1_000 + 1).unwrap_or(1);
    let detail = "five wrong attempts in five minutes; wait before the next one";
    Err(avalo_sdk::Problem::new(Code::TooFast, detail).retry_after(seconds).into())
}
