//! Sign-up, sign-in, second factors and verification.

mod accounts;
mod challenges;
mod closed;
mod kyc;
mod oauth;
mod passwords;
mod provider;
mod reset;
mod sessions;
mod sign_in;
mod step_up;
mod totp;
mod two_factor;

use rusqlite::Connection;
use serde::Serialize;
use serde_json::Value;

pub(crate) use self::{
    accounts::{NewAccount, address, create_account},
    closed::{let_in, shut_out},
    kyc::{approve, review as review_kyc},
    provider::router as provider_router,
    sessions::{authenticate, end_all as end_all_sessions},
    sign_in::check_password,
    step_up::use_up as use_up_step_up,
    totp::code_at as totp_code,
};
use crate::{context::Ctx, handlers::admin, refusal::Answer, router::Routes};

pub(crate) const SCHEMA: &str = include_str!("auth/schema.sql");

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .on(sign_in::register)
        .on(sign_in::login)
        .on(sign_in::verify_two_factor)
        .on(oauth::start_oauth)
        .on(oauth::login_with_oauth)
        .on(sessions::refresh_token)
        .on(sessions::logout)
        .on(sessions::logout_all)
        .on(accounts::get_current_user)
        .on(admin::get_feature_flags)
        .on(sessions::list_sessions)
        .on(sessions::revoke_session)
        .on(two_factor::enable_two_factor)
        .on(two_factor::confirm_two_factor)
        .on(two_factor::disable_two_factor)
        .on(step_up::start_step_up)
        .on(step_up::complete_step_up)
        .on(reset::request_password_reset)
        .on(reset::reset_password)
        .on(kyc::submit_kyc)
        .on(kyc::get_kyc_status)
}

pub(crate) fn due(ctx: &mut Ctx<'_>, timer: &str, payload: &Value) -> Answer<()> {
    match timer {
        kyc::DECISION => kyc::decide(ctx, payload["user"].as_str().unwrap_or_default()),
        "auth.expire_kyc" => kyc::expire(ctx, payload["user"].as_str().unwrap_or_default()),
        _ => Ok(()),
    }
}

/// Puts a mail into the outbox, which stands for sending it.
pub(crate) fn send_mail(ctx: &Ctx<'_>, to: &str, kind: &str, secret: &str) -> Answer<()> {
    ctx.db
        .prepare_cached("INSERT INTO outbox (recipient, kind, secret, at_ms) VALUES (?1, ?2, ?3, ?4)")?
        .execute(rusqlite::params![to, kind, secret, ctx.now.unix_ms])?;
    Ok(())
}

/// A mail that would have been sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mail {
    /// The address.
    pub to: String,
    /// What it is about, such as `password_reset`.
    pub kind: String,
    /// What only its reader may know, such as the token of a reset; may be empty.
    pub secret: String,
}

/// The last hundred mails, newest first.
pub(crate) fn outbox(db: &Connection) -> rusqlite::Result<Vec<Mail>> {
    let mut read =
        db.prepare_cached("SELECT recipient, kind, secret FROM outbox ORDER BY id DESC LIMIT 100")?;
    let mails =
        read.query_map([], |row| Ok(Mail { to: row.get(0)?, kind: row.get(1)?, secret: row.get(2)? }))?;
    mails.collect()
}
