//! The inbox, what may disturb its owner, and where push messages go.

use avalo_sdk::{
    api::notifications::NotificationCategory,
    event::{Event, EventKind},
    model::{ChatId, UserId},
};
use serde_json::Value;

use crate::{context::Ctx, refusal::Answer, router::Routes};

pub(crate) const SCHEMA: &str = include_str!("notifications/schema.sql");

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
}

/// Does what was planned for this moment.
pub(crate) fn due(_ctx: &mut Ctx<'_>, _timer: &str, _payload: &Value) -> Answer<()> {
    Ok(())
}

/// What to tell a user.
#[derive(Clone, Debug)]
pub(crate) struct Notice<'n> {
    pub(crate) category: NotificationCategory,
    /// One line: what happened.
    pub(crate) title: &'n str,
    /// A sentence more, or nothing.
    pub(crate) body: &'n str,
    /// Who caused it.
    pub(crate) from: Option<&'n UserId>,
    /// The chat it leads to.
    pub(crate) chat_id: Option<&'n ChatId>,
}

/// Tells a user what happened, as far as their preferences let it through.
pub(crate) fn notify(ctx: &mut Ctx<'_>, to: &UserId, notice: &Notice<'_>) -> Answer<()> {
    let event = Event {
        user_id: notice.from.cloned(),
        chat_id: notice.chat_id.cloned(),
        text: Some(notice.title.to_owned()),
        ..Event::new(EventKind::Notification, ctx.now)
    };
    ctx.emit(to, &event)
}
