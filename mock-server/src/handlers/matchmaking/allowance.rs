//! How many likes a user has.
//!
//! 50 at midnight UTC, and while there are fewer each full hour since the last refill adds 10, up to 50
//! again. What an hour has earned is put in before anything is taken out: the platform's first version
//! moved the hour on with every like and lost it. Likes of Royal members are not counted. The platform
//! gives VIP members 200 a day; the contract has no such membership yet, so that everyone else has 50.

use avalo_sdk::{
    Code, Problem,
    api::matchmaking::LikeAllowance,
    model::{Timestamp, UserId},
};
use rusqlite::{OptionalExtension, params};

use crate::{context::Ctx, handlers::people, refusal::Answer};

/// The most there are at a time.
const LIMIT: u32 = 50;
/// What an hour adds.
const REFILL: u32 = 10;

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;

/// What is left, and up to when the hours are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Purse {
    remaining: u32,
    refilled_ms: i64,
}

impl Purse {
    fn full(now_ms: i64) -> Self {
        Self { remaining: LIMIT, refilled_ms: now_ms }
    }

    /// The same with all that was earned until now.
    fn at(self, now_ms: i64) -> Self {
        let midnight = now_ms.div_euclid(DAY_MS) * DAY_MS;
        let from = if self.refilled_ms < midnight { Self::full(midnight) } else { self };
        let hours = ((now_ms - from.refilled_ms) / HOUR_MS).max(0);
        // No purse takes more than a day's refills, so that the number is small.
        let earned = u32::try_from(hours.min(24)).unwrap_or(0) * REFILL;
        Self {
            remaining: (from.remaining + earned).min(LIMIT),
            refilled_ms: from.refilled_ms + hours * HOUR_MS,
        }
    }

    /// When there is more; never while none are missing.
    fn next_refill_ms(self) -> Option<i64> {
        let midnight = (self.refilled_ms.div_euclid(DAY_MS) + 1) * DAY_MS;
        (self.remaining < LIMIT).then(|| midnight.min(self.refilled_ms + HOUR_MS))
    }
}

/// How many likes a user has left.
pub(super) fn of(ctx: &Ctx<'_>, user: &UserId) -> Answer<LikeAllowance> {
    if people::is_royal(ctx, user)? {
        return Ok(LikeAllowance { limit: LIMIT, remaining: None, next_refill_at: None });
    }
    let purse = read(ctx, user)?;
    Ok(LikeAllowance {
        limit: LIMIT,
        remaining: Some(purse.remaining),
        next_refill_at: purse.next_refill_ms().map(Timestamp::from_unix_ms),
    })
}

/// Takes one like.
///
/// # Errors
///
/// `like_limit_reached` when none is left, with the seconds to the next refill.
pub(super) fn spend(ctx: &Ctx<'_>, user: &UserId) -> Answer<()> {
    if people::is_royal(ctx, user)? {
        return Ok(());
    }
    let purse = read(ctx, user)?;
    let Some(remaining) = purse.remaining.checked_sub(1) else {
        let at = purse.next_refill_ms().unwrap_or(ctx.now.unix_ms);
        let detail =
            format!("all {LIMIT} likes are used; {REFILL} more come at {}", Timestamp::from_unix_ms(at));
        let seconds = u32::try_from((at - ctx.now.unix_ms + 999) / 1_000).unwrap_or(u32::MAX);
        return Err(Problem::new(Code::LikeLimitReached, detail).retry_after(seconds.max(1)).into());
    };
    write(ctx, user, Purse { remaining, ..purse })
}

/// Puts one like back that was taken back.
pub(super) fn give_back(ctx: &Ctx<'_>, user: &UserId) -> Answer<()> {
    let purse = read(ctx, user)?;
    write(ctx, user, Purse { remaining: (purse.remaining + 1).min(LIMIT), ..purse })
}

fn read(ctx: &Ctx<'_>, user: &UserId) -> Answer<Purse> {
    let kept = ctx
        .db
        .prepare_cached("SELECT remaining, refilled_ms FROM like_allowances WHERE user_id = ?1")?
        .query_row([user.as_str()], |row| Ok(Purse { remaining: row.get(0)?, refilled_ms: row.get(1)? }))
        .optional()?;
    Ok(kept.unwrap_or_else(|| Purse::full(ctx.now.unix_ms)).at(ctx.now.unix_ms))
}

fn write(ctx: &Ctx<'_>, user: &UserId, purse: Purse) -> Answer<()> {
    ctx.db
        .prepare_cached(
            "INSERT OR REPLACE INTO like_allowances (user_id, remaining, refilled_ms) VALUES (?1, ?2, ?3)",
        )?
        .execute(params![user.as_str(), purse.remaining, purse.refilled_ms])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE_MS: i64 = 60_000;

    /// A purse that was refilled at midnight of a day.
    fn purse(remaining: u32) -> Purse {
        Purse { remaining, refilled_ms: 100 * DAY_MS }
    }

    #[test]
    fn full_hours_add_ten_up_to_fifty() {
        for (remaining, minutes, expected) in [
            (0, 0, 0),
            (0, 59, 0),
            (0, 60, 10),
            (0, 119, 10),
            (7, 120, 27),
            (0, 300, 50),
            (0, 1_439, 50),
            (45, 60, 50),
            (50, 600, 50),
        ] {
            let later = purse(remaining).at(100 * DAY_MS + minutes * MINUTE_MS);
            assert_eq!(later.remaining, expected, "{remaining} after {minutes} minutes");
        }
    }

    #[test]
    fn a_new_day_begins_with_fifty_and_its_own_hours() {
        let evening = Purse { remaining: 3, refilled_ms: 100 * DAY_MS + 23 * HOUR_MS };
        assert_eq!(evening.at(101 * DAY_MS - 1).remaining, 3);
        assert_eq!(evening.at(101 * DAY_MS), Purse::full(101 * DAY_MS));
        assert_eq!(evening.at(150 * DAY_MS + 90 * MINUTE_MS), Purse::full(150 * DAY_MS + HOUR_MS));
    }

    #[test]
    fn spending_every_few_minutes_loses_no_refill() {
        // Ten an hour go out, ten an hour come in.
        let mut kept = Purse { remaining: 10, ..purse(0) };
        for minutes in (6..=23 * 60).step_by(6) {
            kept = kept.at(100 * DAY_MS + minutes * MINUTE_MS);
            assert!(kept.remaining > 0, "after {minutes} minutes");
            kept.remaining -= 1;
        }
    }

    #[test]
    fn the_next_refill_is_the_next_full_hour_or_midnight() {
        assert_eq!(purse(50).next_refill_ms(), None);
        assert_eq!(purse(49).next_refill_ms(), Some(100 * DAY_MS + HOUR_MS));
        let late = Purse { remaining: 0, refilled_ms: 101 * DAY_MS - 30 * MINUTE_MS };
        assert_eq!(late.next_refill_ms(), Some(101 * DAY_MS));
    }

    #[test]
    fn a_clock_that_goes_back_takes_nothing_away() {
        let ahead = Purse { remaining: 5, refilled_ms: 100 * DAY_MS + 5 * HOUR_MS };
        assert_eq!(ahead.at(100 * DAY_MS + HOUR_MS), ahead);
    }
}
