//! Accounts that the staff should look at.
//!
//! A flag changes nothing by itself. The table `account_flags` has one row for each account and reason,
//! with how often and when.

use avalo_sdk::model::{Timestamp, UserId};
use rusqlite::{Connection, params};

/// Messages that were refused as spam.
pub(crate) const SPAM: &str = "spam_messages";

/// Likes and passes faster than anyone reads profiles.
pub(crate) const FAST_SWIPES: &str = "fast_swipes";

/// Flags an account, or counts one time more.
pub(crate) fn raise(
    db: &Connection,
    user: &UserId,
    reason: &str,
    detail: &str,
    now: Timestamp,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO account_flags (user_id, reason, detail, times, first_ms, last_ms)
         VALUES (?1, ?2, ?3, 1, ?4, ?4)
         ON CONFLICT (user_id, reason) DO UPDATE SET detail = ?3, times = times + 1, last_ms = ?4",
    )?
    .execute(params![user.as_str(), reason, detail, now.unix_ms])?;
    Ok(())
}
