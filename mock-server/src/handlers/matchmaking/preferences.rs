//! Whom a user wants to meet.

use avalo_sdk::{
    Problem,
    api::matchmaking::{AgeRange, GetMatchPreferences, MatchPreferences, Position, UpdateMatchPreferences},
    model::UserId,
};
use rusqlite::{OptionalExtension, params};

use crate::{context::Ctx, refusal::Answer};

/// The standard.
const AGES: AgeRange = AgeRange { min: 18, max: 99 };
const DISTANCE_KM: u32 = 50;

pub(super) fn get_preferences(ctx: &mut Ctx<'_>, _: GetMatchPreferences) -> Answer<MatchPreferences> {
    of(ctx, &ctx.user()?)
}

pub(super) fn update_preferences(
    ctx: &mut Ctx<'_>,
    request: UpdateMatchPreferences,
) -> Answer<MatchPreferences> {
    let user = ctx.user()?;
    let AgeRange { min, max } = request.age_range.unwrap_or(AGES);
    if min > max {
        return Err(Problem::field("ageRange", "min must not be above max").into());
    }
    let position = request.position.map(|position| {
        let coarse = |degrees: f64| (degrees * 100.0).round() / 100.0;
        (coarse(position.latitude), coarse(position.longitude))
    });
    ctx.db
        .prepare_cached(
            "INSERT OR REPLACE INTO match_preferences (user_id, age_min, age_max, distance_km, interests,
             verified_only, discoverable, latitude, longitude) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute(params![
            user.as_str(),
            min,
            max,
            request.distance_km.unwrap_or(DISTANCE_KM),
            serde_json::to_string(&request.interests).unwrap_or_default(),
            request.verified_only.unwrap_or(false),
            request.discoverable.unwrap_or(true),
            position.map(|(latitude, _)| latitude),
            position.map(|(_, longitude)| longitude),
        ])?;
    of(ctx, &user)
}

/// What a user has set, or the standard.
pub(super) fn of(ctx: &Ctx<'_>, user: &UserId) -> Answer<MatchPreferences> {
    let found = ctx
        .db
        .prepare_cached(
            "SELECT age_min, age_max, distance_km, interests, verified_only, discoverable, latitude, longitude
             FROM match_preferences WHERE user_id = ?1",
        )?
        .query_row([user.as_str()], |row| {
            let interests: String = row.get(3)?;
            let position: (Option<f64>, Option<f64>) = (row.get(6)?, row.get(7)?);
            Ok(MatchPreferences {
                age_range: AgeRange { min: row.get(0)?, max: row.get(1)? },
                distance_km: row.get(2)?,
                interests: serde_json::from_str(&interests).unwrap_or_default(),
                verified_only: row.get(4)?,
                discoverable: row.get(5)?,
                position: position
                    .0
                    .zip(position.1)
                    .map(|(latitude, longitude)| Position { latitude, longitude }),
            })
        })
        .optional()?;
    Ok(found.unwrap_or(MatchPreferences {
        age_range: AGES,
        distance_km: DISTANCE_KM,
        interests: Vec::new(),
        verified_only: false,
        discoverable: true,
        position: None,
    }))
}
