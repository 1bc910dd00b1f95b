//! Accounts that the staff has closed: their sessions have ended, and whoever still holds a token of one
//! is told why.

use avalo_sdk::{Code, model::UserId};
use rusqlite::OptionalExtension;

use super::sessions;
use crate::{
    context::Ctx,
    handlers::admin,
    refusal::{Answer, refuse},
};

/// Ends all sessions of a user and remembers their tokens.
pub(crate) fn shut_out(ctx: &mut Ctx<'_>, user: &UserId) -> Answer<()> {
    for column in ["access_hash", "refresh_hash"] {
        ctx.db
            .prepare_cached(&format!(
                "INSERT OR IGNORE INTO shut_out (hash, user_id) SELECT {column}, user_id FROM sessions WHERE user_id = ?1"
            ))?
            .execute([user.as_str()])?;
    }
    // A sign-in that is half done is over too.
    ctx.db.prepare_cached("DELETE FROM challenges WHERE user_id = ?1")?.execute([user.as_str()])?;
    sessions::end_all(ctx, user)
}

/// Forgets the tokens of a user who may sign in again.
pub(crate) fn let_in(ctx: &Ctx<'_>, user: &UserId) -> Answer<()> {
    ctx.db.prepare_cached("DELETE FROM shut_out WHERE user_id = ?1")?.execute([user.as_str()])?;
    Ok(())
}

/// Refuses a token of a session that a suspension ended.
///
/// # Errors
///
/// `account_suspended`.
pub(super) fn check_token(ctx: &Ctx<'_>, hash: &[u8]) -> Answer<()> {
    let user: Option<String> = ctx
        .db
        .prepare_cached("SELECT user_id FROM shut_out WHERE hash = ?1")?
        .query_row([hash], |row| row.get(0))
        .optional()?;
    match user.map(UserId) {
        Some(user) => refuse(Code::AccountSuspended, admin::why_closed(ctx, &user)?),
        None => Ok(()),
    }
}

/// Refuses a user whose account may not be used.
///
/// # Errors
///
/// `account_suspended`, and `invalid_credentials` for one that was deleted.
pub(super) fn check_status(ctx: &Ctx<'_>, user: &UserId, status: &str) -> Answer<()> {
    match status {
        "active" => Ok(()),
        "suspended" | "banned" => refuse(Code::AccountSuspended, admin::why_closed(ctx, user)?),
        _ => refuse(Code::InvalidCredentials, "there is no such account any longer"),
    }
}
