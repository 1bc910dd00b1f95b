//! A stand-in for Google, Facebook and Apple: it vouches for whoever it is told to.
//!
//! `GET /oauth/{provider}/authorize?state=…&login_hint=ada@example.com` redirects back with a code.

use std::sync::Arc;

use avalo_sdk::Problem;
use axum::{
    Extension, Router,
    body::Body,
    extract::{Path, Query, State},
    http::{HeaderValue, StatusCode, header},
    response::Response,
    routing::get,
};
use rusqlite::{OptionalExtension, params};
use serde::Deserialize;

use super::oauth::{LIFE_MS, issuer};
use crate::{
    context::Ctx,
    http::{App, RequestId, problem},
    refusal::{Answer, Refusal, refuse},
};

#[derive(Deserialize)]
struct Ask {
    state: String,
    login_hint: Option<String>,
}

pub(crate) fn router() -> Router<Arc<App>> {
    Router::new().route("/oauth/{provider}/authorize", get(authorize))
}

async fn authorize(
    State(app): State<Arc<App>>,
    Extension(id): Extension<RequestId>,
    Path(provider): Path<String>,
    Query(ask): Query<Ask>,
) -> Response {
    let granted = app.world.run(move |machine| {
        machine.act(None, |ctx| grant(ctx, &provider, &ask.state, ask.login_hint.as_deref()))
    });
    let answered = granted.await;
    match answered.and_then(|answered| answered.map_err(Refusal::into_problem)) {
        Ok(location) => {
            let mut response = Response::new(Body::empty());
            *response.status_mut() = StatusCode::FOUND;
            if let Ok(location) = HeaderValue::from_str(&location) {
                response.headers_mut().insert(header::LOCATION, location);
            }
            response
        }
        Err(refused) => problem(&id, refused),
    }
}

/// Vouches for an address and returns where the provider sends the user back to.
fn grant(ctx: &mut Ctx<'_>, provider: &str, state: &str, email: Option<&str>) -> Answer<String> {
    let email = email.unwrap_or("someone@example.com").to_ascii_lowercase();
    let code = ctx.secret();
    let flow: Option<String> = ctx
        .db
        .prepare_cached(
            "SELECT redirect_uri FROM oauth_flows WHERE state = ?1 AND provider = ?2 AND expires_ms > ?3",
        )?
        .query_row(params![state, provider, ctx.now.unix_ms], |row| row.get(0))
        .optional()?;
    let Some(redirect_uri) = flow else {
        return refuse(avalo_sdk::Code::OauthInvalid, "no sign-in with this state was started");
    };
    ctx.db
        .prepare_cached(
            "INSERT INTO oauth_codes (code, state, provider, email, expires_ms) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![code, state, provider, email, ctx.now.unix_ms + LIFE_MS])?;
    let mark = if redirect_uri.contains('?') { '&' } else { '?' };
    Ok(format!("{redirect_uri}{mark}code={code}&state={state}&iss={}", issuer(provider)))
}

impl App {
    /// As the provider's page: vouches for an address and returns the `code` for it.
    pub(crate) async fn vouch(&self, provider: &str, state: &str, email: &str) -> Result<String, Problem> {
        let (provider, state, email) = (provider.to_owned(), state.to_owned(), email.to_owned());
        let granted = self.world.run(move |machine| {
            machine
                .act(None, |ctx| grant(ctx, &provider, &state, Some(&email)))
                .map_err(Refusal::into_problem)
        });
        let location = granted.await??;
        let code = location.split_once("code=").and_then(|(_, rest)| rest.split('&').next());
        Ok(code.unwrap_or_default().to_owned())
    }
}
