//! Profiles and settings.

use avalo_sdk::{
    api::profiles::{GetProfile, Profile, ProfileVisibility, Settings, UpdateProfile, UpdateSettings},
    model::{Timestamp, UserId},
    operation::form,
};
use rusqlite::{OptionalExtension, params};

use super::{
    follows::{self, FOLLOWERS, FOLLOWING, follows},
    photos,
};
use crate::{context::Ctx, handlers::people, refusal::Answer};

/// What a user says about themselves.
#[derive(Default)]
struct Words {
    bio: Option<String>,
    interests: Vec<String>,
    city: Option<String>,
    country: Option<String>,
}

pub(super) fn get_profile(ctx: &mut Ctx<'_>, request: GetProfile) -> Answer<Profile> {
    people::find_in_sight(ctx, &request.user_id)?;
    seen_by(ctx, &request.user_id, &ctx.user()?)
}

/// The profile as the viewer may see it.
pub(super) fn seen_by(ctx: &Ctx<'_>, user: &UserId, viewer: &UserId) -> Answer<Profile> {
    let summary = people::summary(ctx, user)?;
    let settings = settings(ctx, user)?;
    let (born, joined_ms): (String, i64) = ctx
        .db
        .prepare_cached("SELECT date_of_birth, created_ms FROM users WHERE id = ?1")?
        .query_row([user.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let own = user == viewer;
    let open = is_open(ctx, user, viewer)?;
    let words = if open { words(ctx, user)? } else { Words::default() };
    let placed = open && (own || settings.show_location);
    Ok(Profile {
        id: user.clone(),
        display_name: summary.display_name,
        bio: words.bio,
        photos: if open { photos::list(ctx, user)? } else { Vec::new() },
        interests: words.interests,
        age: if open && (own || settings.show_age) { age(ctx.now, &born) } else { None },
        city: words.city.filter(|_| placed),
        country: words.country.filter(|_| placed),
        is_verified: summary.is_verified,
        is_creator: summary.is_creator,
        followers: follows::count(ctx, &FOLLOWERS, user)?,
        following: follows::count(ctx, &FOLLOWING, user)?,
        posts: posts(ctx, user)?,
        followed_by_me: follows(ctx, viewer, user)?,
        follows_me: follows(ctx, user, viewer)?,
        joined_at: Timestamp::from_unix_ms(joined_ms),
    })
}

/// Whether the viewer sees more than name and counts.
pub(crate) fn is_open(ctx: &Ctx<'_>, user: &UserId, viewer: &UserId) -> Answer<bool> {
    if user == viewer || ctx.caller.as_ref().is_some_and(crate::context::Caller::is_staff) {
        return Ok(true);
    }
    match settings(ctx, user)?.visibility {
        ProfileVisibility::Public => Ok(true),
        ProfileVisibility::Friends => follows(ctx, user, viewer),
        _ => Ok(false),
    }
}

fn posts(ctx: &Ctx<'_>, user: &UserId) -> Answer<u32> {
    let mut read = ctx.db.prepare_cached("SELECT COUNT(*) FROM posts WHERE author_id = ?1")?;
    Ok(read.query_row([user.as_str()], |row| row.get(0))?)
}

/// How old somebody is who was born on a date such as `1990-12-10`, in whole years.
pub(crate) fn age(now: Timestamp, born: &str) -> Option<u32> {
    let ((year, month, day), (birth_year, birth_month, birth_day)) = (now.date(), form::date(born)?);
    let before_birthday = (month, day) < (birth_month, birth_day);
    u32::try_from(year - birth_year - i64::from(before_birthday)).ok()
}

fn words(ctx: &Ctx<'_>, user: &UserId) -> Answer<Words> {
    let found = ctx
        .db
        .prepare_cached("SELECT bio, interests, city, country FROM profiles WHERE user_id = ?1")?
        .query_row([user.as_str()], |row| {
            let interests: String = row.get(1)?;
            let interests = serde_json::from_str(&interests).unwrap_or_default();
            Ok(Words { bio: row.get(0)?, interests, city: row.get(2)?, country: row.get(3)? })
        })
        .optional()?;
    Ok(found.unwrap_or_default())
}

pub(super) fn update_profile(ctx: &mut Ctx<'_>, request: UpdateProfile) -> Answer<Profile> {
    let user = ctx.user()?;
    if let Some(name) = &request.display_name {
        ctx.db
            .prepare_cached("UPDATE users SET display_name = ?2 WHERE id = ?1")?
            .execute(params![user.as_str(), name])?;
    }
    let mut words = words(ctx, &user)?;
    // An empty text takes the field away.
    let change = |field: &mut Option<String>, given: Option<String>| {
        if let Some(given) = given {
            *field = Some(given).filter(|text| !text.is_empty());
        }
    };
    change(&mut words.bio, request.bio);
    change(&mut words.city, request.city);
    change(&mut words.country, request.country);
    words.interests = request.interests.unwrap_or(words.interests);
    ctx.db
        .prepare_cached(
            "INSERT INTO profiles (user_id, bio, interests, city, country) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (user_id) DO UPDATE SET bio = ?2, interests = ?3, city = ?4, country = ?5",
        )?
        .execute(params![
            user.as_str(),
            words.bio,
            serde_json::to_string(&words.interests).unwrap_or_default(),
            words.city,
            words.country
        ])?;
    seen_by(ctx, &user, &user)
}

/// What a user shows and allows.
pub(crate) fn settings(ctx: &Ctx<'_>, user: &UserId) -> Answer<Settings> {
    let found = ctx
        .db
        .prepare_cached(
            "SELECT visibility, show_location, show_age, allow_messages FROM profiles WHERE user_id = ?1",
        )?
        .query_row([user.as_str()], |row| {
            Ok(Settings {
                visibility: ProfileVisibility::from_name(&row.get::<_, String>(0)?),
                show_location: row.get(1)?,
                show_age: row.get(2)?,
                allow_messages: row.get(3)?,
            })
        })
        .optional()?;
    Ok(found.unwrap_or(Settings {
        visibility: ProfileVisibility::Public,
        show_location: true,
        show_age: true,
        allow_messages: true,
    }))
}

pub(super) fn update_settings(ctx: &mut Ctx<'_>, request: UpdateSettings) -> Answer<Settings> {
    let user = ctx.user()?;
    let before = settings(ctx, &user)?;
    let after = Settings {
        visibility: request.visibility.unwrap_or(before.visibility),
        show_location: request.show_location.unwrap_or(before.show_location),
        show_age: request.show_age.unwrap_or(before.show_age),
        allow_messages: request.allow_messages.unwrap_or(before.allow_messages),
    };
    ctx.db
        .prepare_cached(
            "INSERT INTO profiles (user_id, visibility, show_location, show_age, allow_messages)
             VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (user_id) DO UPDATE
             SET visibility = ?2, show_location = ?3, show_age = ?4, allow_messages = ?5",
        )?
        .execute(params![
            user.as_str(),
            after.visibility.as_str(),
            after.show_location,
            after.show_age,
            after.allow_messages
        ])?;
    Ok(after)
}
