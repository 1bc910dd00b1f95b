//! The photos of a profile.

use avalo_sdk::{
    Code,
    api::{
        feed::UploadKind,
        profiles::{DeletePhoto, Photo, UploadProfilePhoto},
    },
    model::{PhotoId, UserId},
};
use rusqlite::{OptionalExtension, params};

use crate::{
    context::Ctx,
    handlers::feed,
    refusal::{Answer, refuse},
};

/// How many a profile has.
const LIMIT: usize = 6;

pub(super) fn upload_profile_photo(ctx: &mut Ctx<'_>, request: UploadProfilePhoto) -> Answer<Photo> {
    let user = ctx.user()?;
    let photos = list(ctx, &user)?;
    if photos.len() >= LIMIT {
        return refuse(Code::FailedPrecondition, format!("a profile has at most {LIMIT} photos"));
    }
    feed::use_media(ctx, &user, "mediaUrl", &request.media_url, &[UploadKind::ProfilePhoto])?;
    let is_primary = photos.is_empty() || request.is_primary.unwrap_or(false);
    if is_primary {
        ctx.db
            .prepare_cached("UPDATE photos SET is_primary = 0 WHERE user_id = ?1")?
            .execute([user.as_str()])?;
    }
    let id = ctx.id("pho");
    ctx.db
        .prepare_cached(
            "INSERT INTO photos (id, user_id, url, is_primary, created_ms) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![id, user.as_str(), request.media_url, is_primary, ctx.now.unix_ms])?;
    Ok(Photo { id: PhotoId(id), url: request.media_url, is_primary })
}

pub(super) fn delete_photo(ctx: &mut Ctx<'_>, request: DeletePhoto) -> Answer<()> {
    let user = ctx.user()?;
    let url: Option<String> = ctx
        .db
        .prepare_cached("DELETE FROM photos WHERE id = ?1 AND user_id = ?2 RETURNING url")?
        .query_row([request.photo_id.as_str(), user.as_str()], |row| row.get(0))
        .optional()?;
    feed::delete_media(ctx, url.as_slice())?;
    // The oldest of the rest takes the first place.
    ctx.db
        .prepare_cached(
            "UPDATE photos SET is_primary = 1
             WHERE id = (SELECT id FROM photos WHERE user_id = ?1 ORDER BY created_ms, id LIMIT 1)
             AND NOT EXISTS (SELECT 1 FROM photos WHERE user_id = ?1 AND is_primary)",
        )?
        .execute([user.as_str()])?;
    Ok(())
}

pub(super) fn list(ctx: &Ctx<'_>, user: &UserId) -> Answer<Vec<Photo>> {
    let mut read = ctx.db.prepare_cached(
        "SELECT id, url, is_primary FROM photos WHERE user_id = ?1 ORDER BY is_primary DESC, created_ms, id",
    )?;
    let photos = read.query_map([user.as_str()], |row| {
        Ok(Photo { id: PhotoId(row.get(0)?), url: row.get(1)?, is_primary: row.get(2)? })
    })?;
    Ok(photos.collect::<rusqlite::Result<_>>()?)
}

/// Where the photo is that shows beside what a user writes.
pub(crate) fn primary(ctx: &Ctx<'_>, user: &UserId) -> Answer<Option<String>> {
    let mut read = ctx.db.prepare_cached("SELECT url FROM photos WHERE user_id = ?1 AND is_primary")?;
    Ok(read.query_row([user.as_str()], |row| row.get(0)).optional()?)
}
