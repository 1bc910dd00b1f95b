//! Who there is, with all that suggestions weigh.

use avalo_sdk::{api::matchmaking::MatchPreferences, model::UserId};
use rusqlite::{OptionalExtension, Row, params};

use super::{
    compatibility::{self, Traits},
    ranking::Standing,
};
use crate::{context::Ctx, handlers::profiles, refusal::Answer};

/// Somebody who may be suggested.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) id: UserId,
    /// What of the person counts: nothing of age and place that the person does not show, for a score
    /// would tell.
    pub(super) traits: Traits,
    /// In whole years, be it shown or not: who looks for an age finds that age.
    age: Option<u32>,
    pub(super) standing: Standing,
    pub(super) is_verified: bool,
    /// Whether the person gave the one who looks a super like.
    pub(super) super_liked: bool,
}

/// ?1 is the one who looks.
const COLUMNS: &str = "
    u.id, u.date_of_birth, u.kyc_status = 'approved', u.is_royal, p.bio, COALESCE(p.interests, '[]'), p.city,
    p.country, COALESCE(p.show_location, 1), COALESCE(p.show_age, 1), m.latitude, m.longitude,
    (SELECT COUNT(*) FROM photos WHERE user_id = u.id),
    MAX(u.created_ms, COALESCE((SELECT MAX(active_ms) FROM sessions WHERE user_id = u.id), 0),
        COALESCE((SELECT seen_ms FROM presence WHERE user_id = u.id), 0)),
    (SELECT COUNT(*) FROM chats c WHERE (c.payer_id = u.id OR c.peer_id = u.id)
        AND EXISTS (SELECT 1 FROM messages WHERE chat_id = c.id AND sender_id <> u.id)),
    (SELECT COUNT(*) FROM chats c WHERE (c.payer_id = u.id OR c.peer_id = u.id)
        AND EXISTS (SELECT 1 FROM messages WHERE chat_id = c.id AND sender_id <> u.id)
        AND EXISTS (SELECT 1 FROM messages WHERE chat_id = c.id AND sender_id = u.id)),
    EXISTS (SELECT 1 FROM swipes WHERE from_id = u.id AND to_id = ?1 AND kind = 'super_like')";

const TABLES: &str = "users u LEFT JOIN profiles p ON p.user_id = u.id
    LEFT JOIN match_preferences m ON m.user_id = u.id";

/// Whoever takes part, is open to the one who looks, and whom they have not met.
pub(super) fn unmet(ctx: &Ctx<'_>, viewer: &UserId) -> Answer<Vec<Candidate>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM {TABLES}
         WHERE u.id <> ?1 AND u.status = 'active' AND COALESCE(m.discoverable, 1)
         AND (COALESCE(p.visibility, 'public') = 'public'
              OR p.visibility = 'friends'
                 AND EXISTS (SELECT 1 FROM follows WHERE follower_id = u.id AND followee_id = ?1))
         AND NOT EXISTS (SELECT 1 FROM blocks WHERE blocker_id = ?1 AND blocked_id = u.id
                         OR blocker_id = u.id AND blocked_id = ?1)
         AND NOT EXISTS (SELECT 1 FROM swipes WHERE from_id = ?1 AND to_id = u.id)
         AND NOT EXISTS (SELECT 1 FROM matches WHERE one_id = min(?1, u.id) AND other_id = max(?1, u.id))
         ORDER BY u.id"
    );
    let mut read_all = ctx.db.prepare_cached(&sql)?;
    let rows = read_all.query_map([viewer.as_str()], |row| read(ctx, row))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One person as the one who looks sees them; nobody for an id that is nobody's.
pub(super) fn one(ctx: &Ctx<'_>, viewer: &UserId, user: &UserId) -> Answer<Option<Candidate>> {
    let sql = format!("SELECT {COLUMNS} FROM {TABLES} WHERE u.id = ?2");
    let mut find = ctx.db.prepare_cached(&sql)?;
    Ok(find.query_row(params![viewer.as_str(), user.as_str()], |row| read(ctx, row)).optional()?)
}

impl Candidate {
    /// Whether the person is one whom somebody at `position` wants to meet. A distance that nobody knows
    /// keeps nobody out.
    pub(super) fn suits(&self, wanted: &MatchPreferences, position: Option<(f64, f64)>) -> bool {
        let ages = wanted.age_range.min..=wanted.age_range.max;
        let near = self.distance_km(position).is_none_or(|km| km <= wanted.distance_km);
        let cares = wanted.interests.is_empty()
            || !compatibility::shared(&wanted.interests, &self.traits.interests).is_empty();
        self.age.is_some_and(|age| ages.contains(&age))
            && near
            && cares
            && (self.is_verified || !wanted.verified_only)
    }

    /// How far away the person is, if both positions are known.
    pub(super) fn distance_km(&self, position: Option<(f64, f64)>) -> Option<u32> {
        Some(compatibility::kilometres(position?, self.traits.position?))
    }
}

fn read(ctx: &Ctx<'_>, row: &Row<'_>) -> rusqlite::Result<Candidate> {
    let (born, bio, interests): (String, Option<String>, String) = (row.get(1)?, row.get(4)?, row.get(5)?);
    let interests: Vec<String> = serde_json::from_str(&interests).unwrap_or_default();
    let (city, country): (Option<String>, Option<String>) = (row.get(6)?, row.get(7)?);
    let (latitude, longitude): (Option<f64>, Option<f64>) = (row.get(10)?, row.get(11)?);
    let (shows_location, shows_age): (bool, bool) = (row.get(8)?, row.get(9)?);
    let (age, active_ms) = (profiles::age(ctx.now, &born), row.get(13)?);
    let placed = city.is_some() || latitude.is_some();
    Ok(Candidate {
        id: UserId(row.get(0)?),
        age,
        standing: Standing {
            photos: row.get(12)?,
            filled: [bio.is_some(), age.is_some(), placed, !interests.is_empty()],
            asked: row.get(14)?,
            answered: row.get(15)?,
            is_royal: row.get(3)?,
            activity: compatibility::activity(active_ms, ctx.now.unix_ms),
        },
        traits: Traits {
            interests,
            age: age.filter(|_| shows_age),
            position: latitude.zip(longitude).filter(|_| shows_location),
            city: city.filter(|_| shows_location),
            country: country.filter(|_| shows_location),
            active_ms,
        },
        is_verified: row.get(2)?,
        super_liked: row.get(16)?,
    })
}
