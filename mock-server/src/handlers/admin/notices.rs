//! Messages of the platform to its users.

use std::collections::BTreeSet;

use avalo_sdk::{
    Code, Problem,
    api::{
        admin::{NoticePriority, SendSystemNotification, SystemNotificationReceipt},
        notifications::NotificationCategory,
    },
    model::UserId,
};

use super::{
    audit::{self, Deed},
    permissions,
};
use crate::{
    context::Ctx,
    handlers::{
        notifications::{Notice, notify},
        people::exists,
    },
    refusal::{Answer, refuse},
};

pub(super) fn send_system_notification(
    ctx: &mut Ctx<'_>,
    request: SendSystemNotification,
) -> Answer<SystemNotificationReceipt> {
    permissions::check::<SendSystemNotification>(ctx)?;
    let priority = request.priority.unwrap_or(NoticePriority::Medium);
    let everyone = request.everyone.unwrap_or(false);
    let recipients = match (everyone, request.user_ids.is_empty()) {
        (true, true) => everyone_active(ctx)?,
        (false, false) => named(ctx, &request.user_ids)?,
        (true, false) => return Err(Problem::field("userIds", "is empty if everyone gets it").into()),
        (false, true) => return Err(Problem::field("userIds", "says who gets it, or everyone does").into()),
    };
    let notice = Notice {
        category: match priority {
            NoticePriority::High => NotificationCategory::Safety,
            _ => NotificationCategory::System,
        },
        title: &request.title,
        body: &request.body,
        from: None,
        chat_id: None,
    };
    for user in &recipients {
        notify(ctx, user, &notice)?;
    }
    let count = u32::try_from(recipients.len()).unwrap_or(u32::MAX);
    let deed = Deed {
        target_type: "notification",
        target_id: if everyone { "everyone" } else { "some" },
        reason: None,
        details: &format!("{} to {count} users: {}", priority.as_str(), request.title),
    };
    audit::record::<SendSystemNotification>(ctx, deed)?;
    Ok(SystemNotificationReceipt { recipients: count })
}

fn everyone_active(ctx: &Ctx<'_>) -> Answer<BTreeSet<UserId>> {
    let users = ctx
        .db
        .prepare_cached("SELECT id FROM users WHERE status = 'active'")?
        .query_map([], |row| row.get(0).map(UserId))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(users)
}

/// The users that were named, each once.
fn named(ctx: &Ctx<'_>, users: &[UserId]) -> Answer<BTreeSet<UserId>> {
    for (index, user) in users.iter().enumerate() {
        if !exists(ctx, user)? {
            return refuse(Code::NotFound, format!("userIds[{index}]: there is no such user; nobody got it"));
        }
    }
    Ok(users.iter().cloned().collect())
}
