//! Sign-up, sign-in, second factors and verification.

use std::sync::Arc;

use avalo_sdk::Code;
use axum::Router;
use rusqlite::Connection;
use serde_json::Value;

use crate::{context::{Caller, Ctx}, http::App, refusal::{Answer, refuse}, router::Routes};

pub(crate) const SCHEMA: &str = "";

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
}

pub(crate) fn due(_ctx: &mut Ctx<'_>, _timer: &str, _payload: &Value) -> Answer<()> {
    Ok(())
}

/// Who a token belongs to.
pub(crate) fn authenticate(_ctx: &mut Ctx<'_>, _token: &str) -> Answer<Caller> {
    refuse(Code::Unauthenticated, "nobody")
}

pub(crate) fn provider_router() -> Router<Arc<App>> {
    Router::new()
}

pub(crate) fn outbox(_db: &Connection) -> rusqlite::Result<Value> {
    Ok(Value::Null)
}
