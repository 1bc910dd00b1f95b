//! AI companions, conversations with them, and the checks of what people write and show.

use serde_json::Value;

use crate::{context::Ctx, refusal::Answer, router::Routes};

pub(crate) const SCHEMA: &str = include_str!("ai/schema.sql");

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
}

/// Does what was planned for this moment.
pub(crate) fn due(_ctx: &mut Ctx<'_>, _timer: &str, _payload: &Value) -> Answer<()> {
    Ok(())
}
