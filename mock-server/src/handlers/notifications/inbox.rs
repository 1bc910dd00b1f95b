//! The inbox.

use avalo_sdk::{
    Code,
    api::notifications::{
        DeliveryStatus, DismissNotification, GetNotifications, GetUnreadCount, MarkAllNotificationsAsRead,
        MarkNotificationAsRead, Notification, NotificationCategory, NotificationDelivery, NotificationPage,
        NotificationPriority, UnreadNotifications,
    },
    model::{ChatId, NotificationId, PostId, Timestamp, Tokens, UserId},
};
use rusqlite::{OptionalExtension, Row, params};

use crate::{
    context::Ctx,
    page::Page,
    refusal::{Answer, refuse},
};

const COLUMNS: &str = "seq, id, category, priority, title, body, from_id, chat_id, post_id, amount,
     push, in_app, email, read, created_ms";

fn from_row(row: &Row<'_>) -> rusqlite::Result<Notification> {
    let text = |column| row.get::<_, String>(column);
    let status = |column| Ok::<_, rusqlite::Error>(DeliveryStatus::from_name(&text(column)?));
    let delivery = NotificationDelivery { push: status(10)?, in_app: status(11)?, email: status(12)? };
    Ok(Notification {
        id: NotificationId(text(1)?),
        category: NotificationCategory::from_name(&text(2)?),
        priority: NotificationPriority::from_name(&text(3)?),
        title: text(4)?,
        body: text(5)?,
        from_id: row.get::<_, Option<String>>(6)?.map(UserId),
        chat_id: row.get::<_, Option<String>>(7)?.map(ChatId),
        post_id: row.get::<_, Option<String>>(8)?.map(PostId),
        amount: row.get::<_, Option<i64>>(9)?.map(Tokens),
        delivery,
        read: row.get(13)?,
        created_at: Timestamp::from_unix_ms(row.get(14)?),
    })
}

/// Puts a notification into a user's inbox.
pub(super) fn add(ctx: &Ctx<'_>, user: &UserId, notification: &Notification) -> Answer<()> {
    ctx.db
        .prepare_cached(
            "INSERT INTO notifications (id, user_id, category, priority, title, body, from_id, chat_id, post_id,
             amount, push, in_app, email, created_ms)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
        )?
        .execute(params![
            notification.id.as_str(),
            user.as_str(),
            notification.category.as_str(),
            notification.priority.as_str(),
            notification.title,
            notification.body,
            notification.from_id.as_ref().map(UserId::as_str),
            notification.chat_id.as_ref().map(ChatId::as_str),
            notification.post_id.as_ref().map(PostId::as_str),
            notification.amount.map(|amount| amount.0),
            notification.delivery.push.as_str(),
            notification.delivery.in_app.as_str(),
            notification.delivery.email.as_str(),
            notification.created_at.unix_ms
        ])?;
    Ok(())
}

/// Whether a user was told before of this cause, be it dismissed.
pub(super) fn was_told(
    ctx: &Ctx<'_>,
    user: &UserId,
    category: NotificationCategory,
    from: Option<&UserId>,
    post: Option<&PostId>,
) -> Answer<bool> {
    let mut read = ctx.db.prepare_cached(
        "SELECT 1 FROM notifications WHERE user_id = ?1 AND category = ?2 AND from_id IS ?3 AND post_id IS ?4",
    )?;
    let (from, post) = (from.map(UserId::as_str), post.map(PostId::as_str));
    Ok(read.exists(params![user.as_str(), category.as_str(), from, post])?)
}

pub(super) fn get_notifications(ctx: &mut Ctx<'_>, request: GetNotifications) -> Answer<NotificationPage> {
    let user = ctx.user()?;
    let category = request.category.map(NotificationCategory::as_str);
    // A cursor goes on in the list that gave it, filters included.
    let list = format!("notifications:{:?}:{}", request.unread, category.unwrap_or_default());
    let page = Page::read(&list, request.limit, request.cursor.as_ref())?;
    let mut rows: Vec<(i64, Notification)> = ctx
        .db
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM notifications WHERE user_id = ?1 AND seq < ?2 AND dismissed = 0
             AND (?3 IS NULL OR read = NOT ?3) AND (?4 IS NULL OR category = ?4) ORDER BY seq DESC LIMIT ?5"
        ))?
        .query_map(params![user.as_str(), page.before().0, request.unread, category, page.fetch()], |row| {
            Ok((row.get(0)?, from_row(row)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    let next_cursor = page.cut(&list, &mut rows, |(seq, _)| (*seq, String::new()));
    Ok(NotificationPage { notifications: rows.into_iter().map(|(_, row)| row).collect(), next_cursor })
}

pub(super) fn get_unread_count(ctx: &mut Ctx<'_>, _: GetUnreadCount) -> Answer<UnreadNotifications> {
    let user = ctx.user()?;
    let unread = ctx
        .db
        .prepare_cached(
            "SELECT COUNT(*) FROM notifications WHERE user_id = ?1 AND read = 0 AND dismissed = 0",
        )?
        .query_row([user.as_str()], |row| row.get(0))?;
    Ok(UnreadNotifications { unread })
}

pub(super) fn mark_as_read(ctx: &mut Ctx<'_>, request: MarkNotificationAsRead) -> Answer<Notification> {
    let user = ctx.user()?;
    let found = ctx
        .db
        .prepare_cached(&format!(
            "UPDATE notifications SET read = 1 WHERE id = ?1 AND user_id = ?2 AND dismissed = 0 RETURNING {COLUMNS}"
        ))?
        .query_row([request.notification_id.as_str(), user.as_str()], from_row)
        .optional()?;
    found.map_or_else(|| refuse(Code::NotFound, "there is no such notification in the inbox"), Ok)
}

pub(super) fn mark_all_as_read(
    ctx: &mut Ctx<'_>,
    _: MarkAllNotificationsAsRead,
) -> Answer<UnreadNotifications> {
    let user = ctx.user()?;
    ctx.db
        .prepare_cached(
            "UPDATE notifications SET read = 1 WHERE user_id = ?1 AND read = 0 AND dismissed = 0",
        )?
        .execute([user.as_str()])?;
    get_unread_count(ctx, GetUnreadCount {})
}

pub(super) fn dismiss(ctx: &mut Ctx<'_>, request: DismissNotification) -> Answer<()> {
    let user = ctx.user()?;
    ctx.db
        .prepare_cached("UPDATE notifications SET dismissed = 1 WHERE id = ?1 AND user_id = ?2")?
        .execute([request.notification_id.as_str(), user.as_str()])?;
    Ok(())
}
