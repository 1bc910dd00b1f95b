//! What every domain asks about a person.

use avalo_sdk::{Code, api::profiles::UserSummary, model::UserId};
use rusqlite::{OptionalExtension, Row};

use crate::{
    context::Ctx,
    handlers::profiles,
    refusal::{Answer, refuse},
};

/// Whether there is such a user, deleted ones aside.
pub(crate) fn exists(ctx: &Ctx<'_>, user: &UserId) -> Answer<bool> {
    let mut read =
        ctx.db.prepare_cached("SELECT 1 FROM users WHERE id = ?1 AND status NOT LIKE 'deleted%'")?;
    Ok(read.exists([user.as_str()])?)
}

/// Whether the user can sign in: neither deleted nor suspended.
pub(crate) fn is_active(ctx: &Ctx<'_>, user: &UserId) -> Answer<bool> {
    flag(ctx, user, "SELECT status = 'active' FROM users WHERE id = ?1")
}

/// Refuses with `not_found` unless there is such a user.
pub(crate) fn find(ctx: &Ctx<'_>, user: &UserId) -> Answer<()> {
    if exists(ctx, user)? { Ok(()) } else { refuse(Code::NotFound, "there is no such user") }
}

/// Refuses with `not_found` someone whom the caller cannot see: nobody, a deleted account, or the other
/// side of a block. The staff sees everyone who is there.
pub(crate) fn find_in_sight(ctx: &Ctx<'_>, user: &UserId) -> Answer<()> {
    find(ctx, user)?;
    let caller = ctx.caller()?;
    if !caller.is_staff() && is_blocked(ctx, &caller.user_id, user)? {
        return refuse(Code::NotFound, "there is no such user");
    }
    Ok(())
}

/// A user as others see one in passing.
pub(crate) fn summary(ctx: &Ctx<'_>, user: &UserId) -> Answer<UserSummary> {
    let mut read = ctx.db.prepare_cached(
        "SELECT display_name, kyc_status = 'approved', is_creator FROM users WHERE id = ?1",
    )?;
    let row = |row: &Row<'_>| {
        Ok(UserSummary {
            id: user.clone(),
            display_name: row.get(0)?,
            photo_url: None,
            is_verified: row.get(1)?,
            is_creator: row.get(2)?,
        })
    };
    match read.query_row([user.as_str()], row).optional()? {
        Some(summary) => Ok(UserSummary { photo_url: profiles::primary_photo(ctx, user)?, ..summary }),
        None => refuse(Code::NotFound, "there is no such user"),
    }
}

/// Whether one of the two has blocked the other.
pub(crate) fn is_blocked(ctx: &Ctx<'_>, one: &UserId, other: &UserId) -> Answer<bool> {
    profiles::block_between(ctx, one, other)
}

/// Whether the user takes messages from people with whom there is no chat yet.
pub(crate) fn accepts_messages(ctx: &Ctx<'_>, user: &UserId) -> Answer<bool> {
    Ok(profiles::settings(ctx, user)?.allow_messages)
}

/// Whether the user is a creator.
pub(crate) fn is_creator(ctx: &Ctx<'_>, user: &UserId) -> Answer<bool> {
    flag(ctx, user, "SELECT is_creator FROM users WHERE id = ?1")
}

/// Whether the user is a Royal member, whose chats cost a little more.
pub(crate) fn is_royal(ctx: &Ctx<'_>, user: &UserId) -> Answer<bool> {
    flag(ctx, user, "SELECT is_royal FROM users WHERE id = ?1")
}

fn flag(ctx: &Ctx<'_>, user: &UserId, sql: &str) -> Answer<bool> {
    let found = ctx.db.prepare_cached(sql)?.query_row([user.as_str()], |row| row.get(0)).optional()?;
    Ok(found.unwrap_or_default())
}
