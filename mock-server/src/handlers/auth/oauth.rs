//! Signing in with a provider: a code that only this device can use.

use avalo_sdk::{
    Code,
    api::auth::{LoginWithOauth, OauthProvider, OauthStart, SignIn, StartOauth},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use rusqlite::{OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::{
    accounts::{self, NewAccount},
    passwords, sign_in,
};
use crate::{
    context::Ctx,
    refusal::{Answer, refuse},
};

/// How long a flow, and a code in it, may take: 10 minutes.
pub(super) const LIFE_MS: i64 = 10 * 60_000;

/// Who the stand-in provider says it is.
pub(super) fn issuer(provider: &str) -> String {
    format!("urn:avalo:reference:{provider}")
}

pub(super) fn start_oauth(ctx: &mut Ctx<'_>, request: StartOauth) -> Answer<OauthStart> {
    let state = ctx.secret();
    let expires_at = ctx.after(LIFE_MS);
    let provider = request.provider.as_str();
    ctx.db
        .prepare_cached(
            "INSERT INTO oauth_flows (state, provider, redirect_uri, challenge, expires_ms) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![state, provider, request.redirect_uri, request.code_challenge, expires_at.unix_ms])?;
    Ok(OauthStart {
        authorization_url: format!("/oauth/{provider}/authorize?state={state}"),
        state,
        expires_at,
    })
}

pub(super) fn login_with_oauth(ctx: &mut Ctx<'_>, request: LoginWithOauth) -> Answer<SignIn> {
    let provider = request.provider;
    let email = confirm(ctx, &request)?;
    let known = accounts::find_by_email(ctx, &email)?;
    let user = match known {
        Some(user) => user,
        None => {
            // Nobody knows this password; a reset sets one.
            let password = format!("Aa1{}", ctx.random.text(40));
            let name = email.split('@').next().unwrap_or("user");
            let display_name = format!("{name:.<2}").chars().take(50).collect::<String>();
            let account = NewAccount {
                email: &email,
                password: &password,
                display_name: &display_name,
                // The stand-in provider vouches for grown-ups.
                date_of_birth: "1990-01-01",
            };
            accounts::create_account(ctx, None, &account)?
        }
    };
    if provider == OauthProvider::Unknown {
        return refuse(Code::OauthInvalid, "there is no such provider");
    }
    sign_in::enter(ctx, &user, None)
}

/// The address that the provider vouches for, if everything about the code fits. Flow and code are
/// used up whatever comes of it.
fn confirm(ctx: &mut Ctx<'_>, request: &LoginWithOauth) -> Answer<String> {
    let no = |why: &str| refuse(Code::OauthInvalid, why);
    let now = ctx.now.unix_ms;
    let flow = ctx
        .db
        .prepare_cached(
            "SELECT provider, redirect_uri, challenge, expires_ms FROM oauth_flows WHERE state = ?1",
        )?
        .query_row([&request.state], |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, String>(2)?,
                row.get::<_, i64>(3)?,
            ))
        })
        .optional()?;
    let code = ctx
        .db
        .prepare_cached("SELECT state, provider, email, expires_ms FROM oauth_codes WHERE code = ?1")?
        .query_row([&request.code], |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, String>(2)?,
                row.get::<_, i64>(3)?,
            ))
        })
        .optional()?;
    let (used_state, used_code) = (request.state.clone(), request.code.clone());
    ctx.keep(move |db| {
        db.execute("DELETE FROM oauth_codes WHERE code = ?1", [used_code])?;
        db.execute("DELETE FROM oauth_flows WHERE state = ?1", [used_state]).map(drop)
    });
    let (
        Some((provider, redirect_uri, challenge, flow_ends)),
        Some((state, code_provider, email, code_ends)),
    ) = (flow, code)
    else {
        return no("the code or the state is not known, or was used before");
    };
    if flow_ends <= now || code_ends <= now {
        return no("the sign-in took longer than 10 minutes");
    }
    if state != request.state || provider != request.provider.as_str() || code_provider != provider {
        return no("the code belongs to another sign-in");
    }
    if redirect_uri != request.redirect_uri {
        return no("the redirect address is not the one of the start");
    }
    if request.issuer.as_ref().is_some_and(|given| *given != issuer(&provider)) {
        return no("the answer comes from another provider");
    }
    if !(43..=128).contains(&request.code_verifier.len()) {
        return no("the verifier has 43 to 128 characters");
    }
    let proof = URL_SAFE_NO_PAD.encode(Sha256::digest(request.code_verifier.as_bytes()));
    if !passwords::same(proof.as_bytes(), challenge.as_bytes()) {
        return no("the verifier does not belong to the challenge");
    }
    Ok(email)
}
