//! The handlers of the domains: one function per operation, called like it.

pub(crate) mod admin;
pub(crate) mod ai;
pub(crate) mod auth;
pub(crate) mod chat;
pub(crate) mod creator;
pub(crate) mod feed;
pub(crate) mod matchmaking;
pub(crate) mod notifications;
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
    ai::SCHEMA,
    creator::SCHEMA,
    matchmaking::SCHEMA,
    notifications::SCHEMA,
    admin::SCHEMA,
];

/// Every operation's handler.
pub(crate) fn routes() -> Routes {
    let domains = [
        auth::routes,
        profiles::routes,
        feed::routes,
        chat::routes,
        payments::routes,
        ai::routes,
        creator::routes,
        matchmaking::routes,
        notifications::routes,
        admin::routes,
    ];
    domains.into_iter().fold(Routes::default(), |routes, add| add(routes))
}

/// Does what was planned for this moment. A timer's name begins with its domain.
pub(crate) fn due(ctx: &mut Ctx<'_>, timer: &str, payload: &Value) -> Answer<()> {
    match timer.split('.').next() {
        Some("auth") => auth::due(ctx, timer, payload),
        Some("profiles") => profiles::due(ctx, timer, payload),
        Some("chat") => chat::due(ctx, timer, payload),
        Some("payments") => payments::due(ctx, timer, payload),
        Some("ai") => ai::due(ctx, timer, payload),
        Some("creator") => creator::due(ctx, timer, payload),
        Some("matchmaking") => matchmaking::due(ctx, timer, payload),
        Some("notifications") => notifications::due(ctx, timer, payload),
        Some("admin") => admin::due(ctx, timer, payload),
        _ => Ok(()),
    }
}
