//! Signing up and in.

use avalo_sdk::{
    Code, Problem,
    api::auth::{Login, Register, SignIn, VerifyTwoFactor},
    model::UserId,
};
use rusqlite::OptionalExtension;

use super::{
    accounts::{self, NewAccount},
    challenges,
    closed::check_status,
    passwords, sessions, two_factor,
};
use crate::{
    context::Ctx,
    refusal::{Answer, refuse},
};

pub(super) fn register(ctx: &mut Ctx<'_>, request: Register) -> Answer<SignIn> {
    if !request.accept_terms {
        return Err(Problem::field("acceptTerms", "must be accepted").into());
    }
    let account = NewAccount {
        email: &request.email,
        password: &request.password,
        display_name: &request.display_name,
        date_of_birth: &request.date_of_birth,
    };
    let user = accounts::create_account(ctx, None, &account)?;
    super::send_mail(ctx, &request.email, "welcome", "")?;
    complete(ctx, &user, request.device_id.as_deref())
}

pub(super) fn login(ctx: &mut Ctx<'_>, request: Login) -> Answer<SignIn> {
    let (user, status) = check_password(ctx, &request.email, &request.password)?;
    check_status(ctx, &user, &status)?;
    enter(ctx, &user, request.device_id.as_deref())
}

/// Whose address and password these are, and the status of the account.
///
/// # Errors
///
/// `invalid_credentials`; `too_fast` after five failures in five minutes.
pub(crate) fn check_password(ctx: &mut Ctx<'_>, email: &str, password: &str) -> Answer<(UserId, String)> {
    let email = email.to_ascii_lowercase();
    challenges::check_lock(ctx, &email)?;
    let found = ctx
        .db
        .prepare_cached("SELECT id, password_salt, password_hash, status FROM users WHERE email = ?1")?
        .query_row([&email], |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, Vec<u8>>(2)?,
                row.get::<_, String>(3)?,
            ))
        })
        .optional()?;
    // Someone who is not there costs the same time as a wrong password.
    let (id, salt, known, status) = found.unwrap_or_default();
    if !passwords::verify(&salt, password, &known) {
        challenges::count_failure(ctx, &email);
        return refuse(Code::InvalidCredentials, "the address or the password is wrong");
    }
    Ok((UserId(id), status))
}

/// Signs in who proved a first factor: at once, or after a second one.
pub(super) fn enter(ctx: &mut Ctx<'_>, user: &UserId, device_id: Option<&str>) -> Answer<SignIn> {
    if two_factor::is_enabled(ctx, user)? {
        let (challenge_id, _) = challenges::open(ctx, user, "sign_in", device_id)?;
        return Ok(SignIn { session: None, me: None, challenge_id: Some(challenge_id) });
    }
    complete(ctx, user, device_id)
}

fn complete(ctx: &mut Ctx<'_>, user: &UserId, device_id: Option<&str>) -> Answer<SignIn> {
    let status: String = ctx
        .db
        .prepare_cached("SELECT status FROM users WHERE id = ?1")?
        .query_row([user.as_str()], |row| row.get(0))?;
    check_status(ctx, user, &status)?;
    let session = sessions::begin(ctx, user, device_id)?;
    Ok(SignIn { session: Some(session), me: Some(accounts::me(ctx, user)?), challenge_id: None })
}

pub(super) fn verify_two_factor(ctx: &mut Ctx<'_>, request: VerifyTwoFactor) -> Answer<SignIn> {
    let challenge = challenges::find(ctx, &request.challenge_id, "sign_in")?;
    if !two_factor::accept(ctx, &challenge.user_id, &request.code)? {
        challenges::count_wrong(ctx, &request.challenge_id);
        return refuse(Code::TwoFactorInvalid, "the code is wrong or was used before");
    }
    challenges::close(ctx, &request.challenge_id)?;
    complete(ctx, &challenge.user_id, challenge.device_id.as_deref())
}
