//! Accounts.

use avalo_sdk::{
    Code,
    api::auth::{AccountStatus, GetCurrentUser, KycStatus, Me, Role},
    model::{Timestamp, UserId},
    operation::form::{self, Form},
};
use rusqlite::{OptionalExtension, Row, params};

use super::passwords;
use crate::{
    context::Ctx,
    refusal::{Answer, refuse},
};

/// The youngest that a user may be, in years.
const ADULT: i64 = 18;

/// An account to open.
pub(crate) struct NewAccount<'a> {
    pub(crate) email: &'a str,
    pub(crate) password: &'a str,
    pub(crate) display_name: &'a str,
    pub(crate) date_of_birth: &'a str,
}

/// Opens an account under an id of its own, or the given one for people that a world begins with.
///
/// # Errors
///
/// `validation_failed`, `underage`, `email_taken`.
pub(crate) fn create_account(
    ctx: &mut Ctx<'_>,
    id: Option<&str>,
    account: &NewAccount<'_>,
) -> Answer<UserId> {
    let email = account.email.to_ascii_lowercase();
    passwords::check_strength(account.password)?;
    check_adult(ctx.now, account.date_of_birth)?;
    if find_by_email(ctx, &email)?.is_some() {
        return refuse(Code::EmailTaken, "there is an account with this address; sign in instead");
    }
    let id = id.map_or_else(|| ctx.id("usr"), str::to_owned);
    let salt = ctx.random.text(16);
    ctx.db
        .prepare_cached(
            "INSERT INTO users (id, email, password_salt, password_hash, display_name, date_of_birth, created_ms)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            id,
            email,
            salt,
            passwords::hash(&salt, account.password),
            account.display_name,
            account.date_of_birth,
            ctx.now.unix_ms
        ])?;
    Ok(UserId(id))
}

/// Refuses who is not 18 yet.
pub(super) fn check_adult(now: Timestamp, date_of_birth: &str) -> Answer<()> {
    let Some(birth) = form::date(date_of_birth) else {
        return Err(avalo_sdk::Problem::field("dateOfBirth", Form::Date.reason()).into());
    };
    let today = now.date();
    let had_birthday = (today.1, today.2) >= (birth.1, birth.2);
    let age = today.0 - birth.0 - i64::from(!had_birthday);
    if age < ADULT {
        return refuse(Code::Underage, "users must be 18 or older");
    }
    Ok(())
}

pub(super) fn find_by_email(ctx: &Ctx<'_>, email: &str) -> Answer<Option<UserId>> {
    let found = ctx
        .db
        .prepare_cached("SELECT id FROM users WHERE email = ?1")?
        .query_row([email], |row| row.get::<_, String>(0))
        .optional()?;
    Ok(found.map(UserId))
}

/// Where a user's mail goes.
pub(crate) fn address(ctx: &Ctx<'_>, id: &UserId) -> Answer<String> {
    let mut read = ctx.db.prepare_cached("SELECT email FROM users WHERE id = ?1")?;
    Ok(read.query_row([id.as_str()], |row| row.get(0))?)
}

pub(super) fn me(ctx: &Ctx<'_>, id: &UserId) -> Answer<Me> {
    let me = ctx
        .db
        .prepare_cached(
            "SELECT id, email, display_name, date_of_birth, role, status, kyc_status, is_creator, totp_enabled, created_ms
             FROM users WHERE id = ?1",
        )?
        .query_row([id.as_str()], read)
        .optional()?;
    me.map_or_else(|| refuse(Code::NotFound, "there is no such user"), Ok)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Me> {
    let text = |index: usize| row.get::<_, String>(index);
    Ok(Me {
        id: UserId(text(0)?),
        email: text(1)?,
        display_name: text(2)?,
        date_of_birth: text(3)?,
        role: Role::from_name(&text(4)?),
        status: AccountStatus::from_name(&text(5)?),
        kyc_status: KycStatus::from_name(&text(6)?),
        is_creator: row.get(7)?,
        two_factor_enabled: row.get(8)?,
        created_at: Timestamp::from_unix_ms(row.get(9)?),
    })
}

pub(super) fn get_current_user(ctx: &mut Ctx<'_>, _: GetCurrentUser) -> Answer<Me> {
    me(ctx, &ctx.user()?)
}
