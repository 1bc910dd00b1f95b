//! Who is there.

use avalo_sdk::{
    api::chat::{GetPresence, Presence, PresenceList, PresenceStatus, SetPresence},
    event::{Event, EventKind},
    model::{Timestamp, UserId},
};
use rusqlite::{OptionalExtension, params};
use serde_json::{Value, json};

use crate::{context::Ctx, handlers::people, refusal::Answer};

/// The timer that ends a presence.
pub(super) const TIMER: &str = "chat.presence";

/// A status that is not set again is over after 5 minutes.
const LASTS_MS: i64 = 5 * 60_000;

pub(super) fn set_presence(ctx: &mut Ctx<'_>, request: SetPresence) -> Answer<Presence> {
    let caller = ctx.user()?;
    let online = request.status != PresenceStatus::Offline;
    let presence = Presence {
        user_id: caller.clone(),
        status: request.status,
        custom_status: request.custom_status.filter(|text| online && !text.is_empty()),
        last_seen_at: Some(ctx.now),
    };
    if online {
        let payload = json!({ "userId": caller });
        ctx.schedule(ctx.after(LASTS_MS), TIMER, caller.as_str(), &payload)?;
    } else {
        ctx.unschedule(TIMER, caller.as_str())?;
    }
    write(ctx, &presence)?;
    Ok(presence)
}

/// The user has not been heard of for five minutes.
pub(super) fn go_offline(ctx: &mut Ctx<'_>, payload: &Value) -> Answer<()> {
    let user_id = UserId::from(payload["userId"].as_str().unwrap_or_default());
    let last_seen_at = find(ctx, &user_id)?.last_seen_at;
    write(ctx, &Presence { user_id, status: PresenceStatus::Offline, custom_status: None, last_seen_at })
}

pub(super) fn get_presence(ctx: &mut Ctx<'_>, request: GetPresence) -> Answer<PresenceList> {
    let caller = ctx.user()?;
    let mut presences = Vec::new();
    for user_id in request.user_ids {
        if !people::exists(ctx, &user_id)? {
            continue;
        }
        let hidden = people::is_blocked(ctx, &caller, &user_id)?;
        presences.push(if hidden { absent(user_id) } else { find(ctx, &user_id)? });
    }
    Ok(PresenceList { presences })
}

fn absent(user_id: UserId) -> Presence {
    Presence { user_id, status: PresenceStatus::Offline, custom_status: None, last_seen_at: None }
}

/// Whether a user is at a device.
pub(super) fn is_online(ctx: &Ctx<'_>, user: &UserId) -> Answer<bool> {
    Ok(find(ctx, user)?.status == PresenceStatus::Online)
}

fn find(ctx: &Ctx<'_>, user_id: &UserId) -> Answer<Presence> {
    let found = ctx
        .db
        .prepare_cached("SELECT status, custom_status, seen_ms FROM presence WHERE user_id = ?1")?
        .query_row([user_id.as_str()], |row| {
            Ok(Presence {
                user_id: user_id.clone(),
                status: PresenceStatus::from_name(&row.get::<_, String>(0)?),
                custom_status: row.get(1)?,
                last_seen_at: Some(Timestamp::from_unix_ms(row.get(2)?)),
            })
        })
        .optional()?;
    Ok(found.unwrap_or_else(|| absent(user_id.clone())))
}

/// Writes a presence down and tells those who can see a difference.
fn write(ctx: &mut Ctx<'_>, presence: &Presence) -> Answer<()> {
    let before = find(ctx, &presence.user_id)?;
    ctx.db.prepare_cached("INSERT OR REPLACE INTO presence VALUES (?1, ?2, ?3, ?4)")?.execute(params![
        presence.user_id.as_str(),
        presence.status.as_str(),
        presence.custom_status,
        presence.last_seen_at.unwrap_or(ctx.now).unix_ms,
    ])?;
    if (before.status, &before.custom_status) == (presence.status, &presence.custom_status) {
        return Ok(());
    }
    let event = Event {
        user_id: Some(presence.user_id.clone()),
        state: Some(presence.status.as_str().to_owned()),
        text: presence.custom_status.clone(),
        ..Event::new(EventKind::PresenceUpdate, ctx.now)
    };
    for contact in contacts(ctx, &presence.user_id)? {
        if !people::is_blocked(ctx, &presence.user_id, &contact)? {
            ctx.emit(&contact, &event)?;
        }
    }
    Ok(())
}

/// The users with whom a user has open chats.
fn contacts(ctx: &Ctx<'_>, user: &UserId) -> Answer<Vec<UserId>> {
    let contacts = ctx
        .db
        .prepare_cached(
            "SELECT peer_id FROM chats WHERE payer_id = ?1 AND closed = 0
             UNION ALL SELECT payer_id FROM chats WHERE peer_id = ?1 AND closed = 0 ORDER BY 1",
        )?
        .query_map([user.as_str()], |row| row.get(0).map(UserId))?
        .collect::<Result<_, _>>()?;
    Ok(contacts)
}
