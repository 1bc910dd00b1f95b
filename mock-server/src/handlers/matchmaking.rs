//! Suggestions, likes and matches.

use serde_json::Value;

use crate::{context::Ctx, refusal::Answer, router::Routes};

pub(crate) const SCHEMA: &str = include_str!("matchmaking/schema.sql");

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
}

/// Does what was planned for this moment.
pub(crate) fn due(_ctx: &mut Ctx<'_>, _timer: &str, _payload: &Value) -> Answer<()> {
    Ok(())
}
