//! The second factor: an authenticator, and codes for when it is lost.

use avalo_sdk::{
    Code,
    api::{
        auth::{ConfirmTwoFactor, DisableTwoFactor, EnableTwoFactor, RecoveryCodes, TwoFactorSetup},
        notifications::NotificationCategory,
    },
    model::UserId,
};
use rusqlite::params;
use sha2::{Digest, Sha256};

use super::{challenges, totp};
use crate::{
    context::Ctx,
    handlers::notifications::{self, Notice},
    refusal::{Answer, refuse},
};

/// How many recovery codes there are.
const RECOVERY_CODES: usize = 8;

pub(super) fn is_enabled(ctx: &Ctx<'_>, user: &UserId) -> Answer<bool> {
    Ok(ctx
        .db
        .prepare_cached("SELECT totp_enabled FROM users WHERE id = ?1")?
        .query_row([user.as_str()], |row| row.get(0))?)
}

pub(super) fn enable_two_factor(ctx: &mut Ctx<'_>, _: EnableTwoFactor) -> Answer<TwoFactorSetup> {
    let user = ctx.user()?;
    if is_enabled(ctx, &user)? {
        return refuse(Code::AlreadyExists, "a second factor is enabled already; disable it first");
    }
    let secret = ctx.random.text(32).to_ascii_uppercase();
    ctx.db
        .prepare_cached("UPDATE users SET totp_secret = ?2, totp_last_step = 0 WHERE id = ?1")?
        .execute(params![user.as_str(), secret])?;
    let email: String = ctx
        .db
        .prepare_cached("SELECT email FROM users WHERE id = ?1")?
        .query_row([user.as_str()], |row| row.get(0))?;
    let otpauth_url = format!(
        "otpauth://totp/Avalo:{email}?secret={secret}&issuer=Avalo&algorithm=SHA1&digits=6&period=30"
    );
    Ok(TwoFactorSetup { secret, otpauth_url })
}

pub(super) fn confirm_two_factor(ctx: &mut Ctx<'_>, request: ConfirmTwoFactor) -> Answer<RecoveryCodes> {
    let user = ctx.user()?;
    if is_enabled(ctx, &user)? {
        return refuse(Code::AlreadyExists, "a second factor is enabled already");
    }
    if !accept_totp(ctx, &user, &request.code)? {
        return refuse(Code::TwoFactorInvalid, "the code is wrong: is the device's clock right?");
    }
    ctx.db.prepare_cached("UPDATE users SET totp_enabled = 1 WHERE id = ?1")?.execute([user.as_str()])?;
    let codes: Vec<String> = (0..RECOVERY_CODES).map(|_| ctx.random.text(10)).collect();
    for code in &codes {
        ctx.db
            .prepare_cached("INSERT INTO recovery_codes (user_id, hash) VALUES (?1, ?2)")?
            .execute(params![user.as_str(), hash(code)])?;
    }
    Ok(RecoveryCodes { codes })
}

pub(super) fn disable_two_factor(ctx: &mut Ctx<'_>, _: DisableTwoFactor) -> Answer<()> {
    let user = ctx.user()?;
    ctx.db
        .prepare_cached("UPDATE users SET totp_secret = NULL, totp_enabled = 0 WHERE id = ?1")?
        .execute([user.as_str()])?;
    ctx.db.prepare_cached("DELETE FROM recovery_codes WHERE user_id = ?1")?.execute([user.as_str()])?;
    let notice = Notice {
        category: NotificationCategory::Safety,
        title: "The second factor is off",
        body: "If it was not you, reset your password at once.",
        from: None,
        chat_id: None,
    };
    notifications::notify(ctx, &user, &notice)
}

fn hash(code: &str) -> Vec<u8> {
    Sha256::digest(code.as_bytes()).to_vec()
}

/// Whether a code of the authenticator or a recovery code is right. A right one is used up.
///
/// # Errors
///
/// `too_fast` after five wrong ones in five minutes.
pub(super) fn accept(ctx: &mut Ctx<'_>, user: &UserId, code: &str) -> Answer<bool> {
    challenges::check_lock(ctx, user.as_str())?;
    let used = ctx
        .db
        .prepare_cached("DELETE FROM recovery_codes WHERE user_id = ?1 AND hash = ?2")?
        .execute(params![user.as_str(), hash(code)])?;
    if used == 1 || accept_totp(ctx, user, code)? {
        return Ok(true);
    }
    challenges::count_failure(ctx, user.as_str());
    Ok(false)
}

fn accept_totp(ctx: &Ctx<'_>, user: &UserId, code: &str) -> Answer<bool> {
    let (secret, last): (Option<String>, i64) = ctx
        .db
        .prepare_cached("SELECT totp_secret, totp_last_step FROM users WHERE id = ?1")?
        .query_row([user.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let Some(secret) = secret else { return Ok(false) };
    let Some(step) = totp::matching_step(&totp::decode(&secret), code, ctx.now.unix_ms, last) else {
        return Ok(false);
    };
    ctx.db
        .prepare_cached("UPDATE users SET totp_last_step = ?2 WHERE id = ?1")?
        .execute(params![user.as_str(), step])?;
    Ok(true)
}
