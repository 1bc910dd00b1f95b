//! Who wants nothing to do with whom.

use avalo_sdk::{
    Code,
    api::profiles::{BlockUser, UnblockUser},
    model::UserId,
};

use super::follows;
use crate::{
    context::Ctx,
    handlers::people,
    refusal::{Answer, refuse},
};

pub(super) fn block_user(ctx: &mut Ctx<'_>, request: BlockUser) -> Answer<()> {
    let (caller, user) = (ctx.user()?, request.user_id);
    if caller == user {
        return refuse(Code::CannotTargetSelf, "nobody blocks themselves");
    }
    people::find(ctx, &user)?;
    follows::remove(ctx, &caller, &user)?;
    follows::remove(ctx, &user, &caller)?;
    ctx.db
        .prepare_cached("INSERT OR IGNORE INTO blocks (blocker_id, blocked_id) VALUES (?1, ?2)")?
        .execute([caller.as_str(), user.as_str()])?;
    Ok(())
}

pub(super) fn unblock_user(ctx: &mut Ctx<'_>, request: UnblockUser) -> Answer<()> {
    let caller = ctx.user()?;
    ctx.db
        .prepare_cached("DELETE FROM blocks WHERE blocker_id = ?1 AND blocked_id = ?2")?
        .execute([caller.as_str(), request.user_id.as_str()])?;
    Ok(())
}

/// Whether one of the two has blocked the other.
pub(crate) fn block_between(ctx: &Ctx<'_>, one: &UserId, other: &UserId) -> Answer<bool> {
    Ok(is_blocked_by(ctx, one, other)? || is_blocked_by(ctx, other, one)?)
}

/// Whether `user` was blocked by `other`.
fn is_blocked_by(ctx: &Ctx<'_>, user: &UserId, other: &UserId) -> Answer<bool> {
    let mut read = ctx.db.prepare_cached("SELECT 1 FROM blocks WHERE blocker_id = ?1 AND blocked_id = ?2")?;
    Ok(read.exists([other.as_str(), user.as_str()])?)
}
