//! The devices that get push messages, and the messages that would have gone there.

use avalo_sdk::{
    api::notifications::{
        ListPushTokens, Notification, PushDevice, PushDeviceList, PushPlatform, RegisterPushToken,
        UnregisterPushToken,
    },
    model::{NotificationId, PushTokenId, Timestamp, UserId},
};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;

use crate::{context::Ctx, refusal::Answer};

/// How many devices of a user get push messages.
const LIMIT: i64 = 10;

const COLUMNS: &str = "id, platform, device_id, created_ms, used_ms";

fn device(row: &Row<'_>) -> rusqlite::Result<PushDevice> {
    Ok(PushDevice {
        id: PushTokenId(row.get(0)?),
        platform: PushPlatform::from_name(&row.get::<_, String>(1)?),
        device_id: row.get(2)?,
        created_at: Timestamp::from_unix_ms(row.get(3)?),
        last_used_at: Timestamp::from_unix_ms(row.get(4)?),
    })
}

pub(super) fn register_push_token(ctx: &mut Ctx<'_>, request: RegisterPushToken) -> Answer<PushDevice> {
    let user = ctx.user()?;
    // A token of somebody else's device has changed hands, another token of this device is dead.
    ctx.db
        .prepare_cached(
            "DELETE FROM push_tokens WHERE (token = ?1 AND user_id <> ?2)
             OR (user_id = ?2 AND device_id = ?3 AND token <> ?1)",
        )?
        .execute([&request.token, user.as_str(), &request.device_id])?;
    let id = ctx.id("ptk");
    ctx.db
        .prepare_cached(
            "INSERT INTO push_tokens (id, user_id, token, platform, device_id, created_ms, used_ms)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)
             ON CONFLICT (token) DO UPDATE SET platform = ?4, device_id = ?5, used_ms = ?6",
        )?
        .execute(params![
            id,
            user.as_str(),
            request.token,
            request.platform.as_str(),
            request.device_id,
            ctx.now.unix_ms
        ])?;
    let registered = ctx
        .db
        .prepare_cached(&format!("SELECT {COLUMNS} FROM push_tokens WHERE token = ?1"))?
        .query_row([&request.token], device)?;
    ctx.db
        .prepare_cached(
            "DELETE FROM push_tokens WHERE id IN (SELECT id FROM push_tokens WHERE user_id = ?1 AND id <> ?2
             ORDER BY used_ms DESC, created_ms DESC, id LIMIT -1 OFFSET ?3)",
        )?
        .execute(params![user.as_str(), registered.id.as_str(), LIMIT - 1])?;
    Ok(registered)
}

pub(super) fn list_push_tokens(ctx: &mut Ctx<'_>, _: ListPushTokens) -> Answer<PushDeviceList> {
    let user = ctx.user()?;
    let mut read = ctx.db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM push_tokens WHERE user_id = ?1 ORDER BY used_ms DESC, created_ms DESC, id"
    ))?;
    let devices = read.query_map([user.as_str()], device)?;
    Ok(PushDeviceList { devices: devices.collect::<rusqlite::Result<_>>()? })
}

pub(super) fn unregister_push_token(ctx: &mut Ctx<'_>, request: UnregisterPushToken) -> Answer<()> {
    let user = ctx.user()?;
    ctx.db
        .prepare_cached("DELETE FROM push_tokens WHERE id = ?1 AND user_id = ?2")?
        .execute([request.push_token_id.as_str(), user.as_str()])?;
    Ok(())
}

/// Forgets the device of a session that ends, unless another session of its owner is on it.
pub(crate) fn leave_device(ctx: &Ctx<'_>, session: &str) -> Answer<()> {
    let found: Option<(String, Option<String>)> = ctx
        .db
        .prepare_cached("SELECT user_id, device_id FROM sessions WHERE id = ?1")?
        .query_row([session], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((user, Some(device))) = found else { return Ok(()) };
    ctx.db
        .prepare_cached(
            "DELETE FROM push_tokens WHERE user_id = ?1 AND device_id = ?2 AND NOT EXISTS
                (SELECT 1 FROM sessions WHERE user_id = ?1 AND device_id = ?2 AND id <> ?3)",
        )?
        .execute([&user, &device, session])?;
    Ok(())
}

/// Whether there is a device to send push messages to.
pub(super) fn has_device(ctx: &Ctx<'_>, user: &UserId) -> Answer<bool> {
    Ok(ctx.db.prepare_cached("SELECT 1 FROM push_tokens WHERE user_id = ?1")?.exists([user.as_str()])?)
}

/// Sends a notification to every device of a user.
pub(super) fn send(ctx: &Ctx<'_>, user: &UserId, notification: &Notification) -> Answer<()> {
    ctx.db
        .prepare_cached(
            "INSERT INTO pushes (user_id, token, platform, notification_id, title, body)
             SELECT user_id, token, platform, ?2, ?3, ?4 FROM push_tokens WHERE user_id = ?1 ORDER BY id",
        )?
        .execute([user.as_str(), notification.id.as_str(), &notification.title, &notification.body])?;
    Ok(())
}

/// A push message that would have been sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Push {
    /// Whose device it went to.
    pub user_id: UserId,
    /// What the platform calls the device.
    pub token: String,
    /// `android`, `ios` or `web`.
    pub platform: String,
    /// The entry of the inbox that it shows.
    pub notification_id: NotificationId,
    /// The entry's title.
    pub title: String,
    /// The entry's body.
    pub body: String,
}

/// The last hundred push messages, newest first.
pub(crate) fn pushes(db: &Connection) -> rusqlite::Result<Vec<Push>> {
    let mut read = db.prepare_cached(
        "SELECT user_id, token, platform, notification_id, title, body FROM pushes ORDER BY id DESC LIMIT 100",
    )?;
    let pushes = read.query_map([], |row| {
        Ok(Push {
            user_id: UserId(row.get(0)?),
            token: row.get(1)?,
            platform: row.get(2)?,
            notification_id: NotificationId(row.get(3)?),
            title: row.get(4)?,
            body: row.get(5)?,
        })
    })?;
    pushes.collect()
}
