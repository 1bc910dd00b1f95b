//! A forgotten password.

use avalo_sdk::{
    Code,
    api::{
        auth::{RequestPasswordReset, ResetPassword},
        notifications::NotificationCategory,
    },
    model::UserId,
};
use rusqlite::{OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::{accounts, passwords, sessions};
use crate::{
    context::Ctx,
    handlers::notifications::{self, Notice},
    refusal::{Answer, refuse},
};

/// For how long a reset may be completed: an hour.
const LIFE_MS: i64 = 3_600_000;

fn hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

/// Answers the same whoever asks for whom, so that nobody learns who has an account.
pub(super) fn request_password_reset(ctx: &mut Ctx<'_>, request: RequestPasswordReset) -> Answer<()> {
    let email = request.email.to_ascii_lowercase();
    if let Some(user) = accounts::find_by_email(ctx, &email)? {
        let token = ctx.secret();
        ctx.db
            .prepare_cached("INSERT INTO resets (hash, user_id, expires_ms) VALUES (?1, ?2, ?3)")?
            .execute(params![hash(&token), user.as_str(), ctx.now.unix_ms + LIFE_MS])?;
        super::send_mail(ctx, &email, "password_reset", &token)?;
    }
    Ok(())
}

pub(super) fn reset_password(ctx: &mut Ctx<'_>, request: ResetPassword) -> Answer<()> {
    passwords::check_strength(&request.password)?;
    let user = ctx
        .db
        .prepare_cached("DELETE FROM resets WHERE hash = ?1 AND expires_ms > ?2 RETURNING user_id")?
        .query_row(params![hash(&request.token), ctx.now.unix_ms], |row| row.get::<_, String>(0))
        .optional()?;
    let Some(user) = user.map(UserId) else {
        return refuse(Code::ChallengeExpired, "the link is too old or was used; ask for another one");
    };
    let salt = ctx.random.text(16);
    ctx.db
        .prepare_cached("UPDATE users SET password_salt = ?2, password_hash = ?3 WHERE id = ?1")?
        .execute(params![user.as_str(), salt, passwords::hash(&salt, &request.password)])?;
    // Before the devices are signed out, for they are the ones to tell.
    let notice = Notice {
        category: NotificationCategory::Safety,
        title: "Your password was changed",
        body: "If it was not you, ask for another reset at once.",
        from: None,
        chat_id: None,
    };
    notifications::notify(ctx, &user, &notice)?;
    sessions::end_all(ctx, &user)
}
