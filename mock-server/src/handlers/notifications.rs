//! The inbox, what may disturb its owner, and where push messages go.
//!
//! [`notify`] is how every domain tells a user something: [`delivery`] decides the ways, [`inbox`] keeps
//! it in any case.

mod delivery;
mod inbox;
mod preferences;
mod push;
mod quiet;

use avalo_sdk::{
    api::notifications::{DeliveryStatus, Notification, NotificationCategory},
    event::{Event, EventKind},
    model::{ChatId, NotificationId, PostId, Tokens, UserId},
};
use serde_json::Value;

pub use self::push::Push;
pub(crate) use self::push::{leave_device, pushes};
use super::{auth, people};
use crate::{context::Ctx, refusal::Answer, router::Routes};

pub(crate) const SCHEMA: &str = include_str!("notifications/schema.sql");

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .on(inbox::get_notifications)
        .on(inbox::get_unread_count)
        .on(inbox::mark_as_read)
        .on(inbox::mark_all_as_read)
        .on(inbox::dismiss)
        .on(push::register_push_token)
        .on(push::list_push_tokens)
        .on(push::unregister_push_token)
        .on(preferences::get_preferences)
        .on(preferences::update_preferences)
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

/// What else there is to say of a notice.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Subject<'n> {
    /// The post it leads to.
    pub(crate) post_id: Option<&'n PostId>,
    /// The tokens it is about.
    pub(crate) amount: Option<i64>,
    /// The new state of what it is about.
    pub(crate) state: Option<&'n str>,
    /// Whether the same person's doing the same to the same thing again is no news.
    pub(crate) once: bool,
}

/// Tells a user what happened, as far as their preferences let it through.
pub(crate) fn notify(ctx: &mut Ctx<'_>, to: &UserId, notice: &Notice<'_>) -> Answer<()> {
    notify_of(ctx, to, notice, Subject::default())
}

/// The same, with more to say.
pub(crate) fn notify_of(
    ctx: &mut Ctx<'_>,
    to: &UserId,
    notice: &Notice<'_>,
    subject: Subject<'_>,
) -> Answer<()> {
    let &Notice { category, from, .. } = notice;
    let known = subject.once && inbox::was_told(ctx, to, category, from, subject.post_id)?;
    if known || !people::exists(ctx, to)? {
        return Ok(());
    }
    let notification = Notification {
        id: NotificationId(ctx.id("ntf")),
        category,
        priority: delivery::priority(category),
        title: notice.title.to_owned(),
        body: notice.body.to_owned(),
        from_id: from.cloned(),
        chat_id: notice.chat_id.cloned(),
        post_id: subject.post_id.cloned(),
        amount: subject.amount.map(Tokens),
        delivery: delivery::plan(ctx, to, category)?,
        read: false,
        created_at: ctx.now,
    };
    inbox::add(ctx, to, &notification)?;
    let is_sent = |status| status == DeliveryStatus::Sent;
    if is_sent(notification.delivery.push) {
        push::send(ctx, to, &notification)?;
    }
    if is_sent(notification.delivery.email) {
        let secret = notification.id.as_str();
        auth::send_mail(
            ctx,
            &auth::address(ctx, to)?,
            &format!("notification_{}", category.as_str()),
            secret,
        )?;
    }
    if is_sent(notification.delivery.in_app) {
        let event = Event {
            user_id: from.cloned(),
            chat_id: notice.chat_id.cloned(),
            state: subject.state.map(str::to_owned),
            text: Some(notice.title.to_owned()),
            notification: Some(notification),
            ..Event::new(EventKind::Notification, ctx.now)
        };
        ctx.emit(to, &event)?;
    }
    Ok(())
}

/// Forgets what someone was told and where to reach them.
pub(crate) fn forget(ctx: &Ctx<'_>, user: &str) -> Answer<()> {
    for table in ["notifications", "notification_preferences", "quiet_hours", "push_tokens", "pushes"] {
        ctx.db.prepare_cached(&format!("DELETE FROM {table} WHERE user_id = ?1"))?.execute([user])?;
    }
    Ok(())
}
