//! Photos of companions, and paying for them.

use avalo_sdk::{
    Code,
    api::ai::{AiTier, GalleryPhoto, UnlockGalleryPhoto, UnlockedGalleryPhoto},
    model::{CompanionId, GalleryPhotoId, Tokens, UserId},
};
use rusqlite::params;

use super::{companions, nsfw, plans};
use crate::{
    context::Ctx,
    refusal::{Answer, refuse},
};

/// What a photo costs on a tier.
fn price(tier: AiTier) -> i64 {
    match tier {
        AiTier::Plus | AiTier::Creator => 2,
        AiTier::Intimate => 3,
        _ => 5,
    }
}

/// The photos of a companion as a user sees them.
pub(super) fn of(ctx: &Ctx<'_>, user: &UserId, companion: &CompanionId) -> Answer<Vec<GalleryPhoto>> {
    let price = price(plans::tier(ctx, user)?);
    let photos = ctx
        .db
        .prepare_cached(
            "SELECT p.id, p.blurred_url, p.url, p.is_nsfw,
                EXISTS (SELECT 1 FROM companion_unlocks u WHERE u.photo_id = p.id AND u.user_id = ?1)
             FROM companion_photos p WHERE p.companion_id = ?2 ORDER BY p.id",
        )?
        .query_map(params![user.as_str(), companion.as_str()], |row| {
            let unlocked: bool = row.get(4)?;
            Ok(GalleryPhoto {
                id: GalleryPhotoId(row.get(0)?),
                blurred_url: row.get(1)?,
                url: if unlocked { Some(row.get(2)?) } else { None },
                nsfw: row.get(3)?,
                price: Tokens(if unlocked { 0 } else { price }),
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(photos)
}

pub(super) fn unlock_gallery_photo(
    ctx: &mut Ctx<'_>,
    request: UnlockGalleryPhoto,
) -> Answer<UnlockedGalleryPhoto> {
    let user = ctx.user()?;
    let companion = companions::find(ctx, &user, &request.companion_id)?;
    let before = one(ctx, &user, &companion.id, &request.photo_id)?;
    if before.url.is_some() {
        return Ok(UnlockedGalleryPhoto { photo: before, charged: Tokens::ZERO, already_unlocked: true });
    }
    if before.nsfw {
        nsfw::check(ctx, &user)?;
    }
    plans::charge(ctx, &user, before.price.0, "ai_photo", before.id.as_str())?;
    ctx.db
        .prepare_cached("INSERT INTO companion_unlocks (user_id, photo_id) VALUES (?1, ?2)")?
        .execute([user.as_str(), before.id.as_str()])?;
    let photo = one(ctx, &user, &companion.id, &request.photo_id)?;
    Ok(UnlockedGalleryPhoto { photo, charged: before.price, already_unlocked: false })
}

fn one(ctx: &Ctx<'_>, user: &UserId, companion: &CompanionId, id: &GalleryPhotoId) -> Answer<GalleryPhoto> {
    let found = of(ctx, user, companion)?.into_iter().find(|photo| photo.id == *id);
    found.map_or_else(|| refuse(Code::NotFound, "the companion has no such photo"), Ok)
}
