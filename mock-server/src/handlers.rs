//! The handlers of the domains: one function per operation, called like it.

pub(crate) mod auth;
pub(crate) mod chat;
pub(crate) mod feed;
pub(crate) mod payments;
pub(crate) mod people;
pub(crate) mod profiles;

use serde_json::Value;

use crate::{context::Ctx, idempotency, ledger, refusal::Answer, router::Routes};

/// The tables of every domain, created when a world begins.
pub(crate) const SCHEMAS: &[&str] = &[
    ledger::SCHEMA,
    idempotency::SCHEMA,
    auth::SCHEMA,
    profiles::SCHEMA,
    feed::SCHEMA,
    chat::SCHEMA,
    payments::SCHEMA,
];

/// Every operation's handler.
pub(crate) fn routes() -> Routes {
    [auth::routes, profiles::routes, feed::routes, chat::routes, payments::routes]
        .into_iter()
        .fold(Routes::default(), |routes, add| add(routes))
}

/// Does what was planned for this moment. A timer's name begins with its domain.
pub(crate) fn due(ctx: &mut Ctx<'_>, timer: &str, payload: &Value) -> Answer<()> {
    match timer.split('.').next() {
        Some("auth") => auth::due(ctx, timer, payload),
        Some("profiles") => profiles::due(ctx, timer, payload),
        Some("chat") => chat::due(ctx, timer, payload),
        Some("payments") => payments::due(ctx, timer, payload),
        _ => Ok(()),
    }
}
