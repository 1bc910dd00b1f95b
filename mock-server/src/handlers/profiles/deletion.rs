//! Accounts that their owners delete.

use avalo_sdk::{
    Code,
    api::profiles::{DeleteAccount, Deletion, RestoreAccount},
    model::UserId,
};
use serde_json::json;

use crate::{
    context::Ctx,
    handlers::{admin, ai, auth, creator, feed, matchmaking, notifications},
    ledger,
    refusal::{Answer, refuse},
};

/// The timer of an account that was deleted.
pub(super) const FINAL: &str = "profiles.final_deletion";

/// How long it can still be restored: 30 days.
const GRACE_MS: i64 = 30 * 24 * 3_600_000;

pub(super) fn delete_account(ctx: &mut Ctx<'_>, _: DeleteAccount) -> Answer<Deletion> {
    let user = ctx.user()?;
    if admin::is_last_super_admin(ctx, &user)? {
        return refuse(
            Code::FailedPrecondition,
            "you are the last super administrator; appoint another first",
        );
    }
    if ledger::balance(ctx, &ledger::hold(user.as_str()))?.0 > 0 {
        return refuse(Code::FailedPrecondition, "a withdrawal is pending; cancel it or wait for it");
    }
    let in_escrow = ctx
        .db
        .prepare_cached(
            "SELECT 1 FROM chats c JOIN accounts a ON a.id = 'escrow:' || c.id
             WHERE (c.payer_id = ?1 OR c.earner_id = ?1) AND a.balance > 0",
        )?
        .exists([user.as_str()])?;
    if in_escrow {
        return refuse(Code::FailedPrecondition, "tokens are in the escrow of a chat; close it first");
    }
    set_status(ctx, user.as_str(), "deleted_soft")?;
    auth::end_all_sessions(ctx, &user)?;
    let final_at = ctx.after(GRACE_MS);
    ctx.schedule(final_at, FINAL, user.as_str(), &json!({ "id": user }))?;
    Ok(Deletion { final_at })
}

pub(super) fn restore_account(ctx: &mut Ctx<'_>, request: RestoreAccount) -> Answer<()> {
    let (user, status) = auth::check_password(ctx, &request.email, &request.password)?;
    if status != "deleted_soft" {
        return refuse(Code::FailedPrecondition, "the account is not deleted: see auth.login");
    }
    ctx.unschedule(FINAL, user.as_str())?;
    set_status(ctx, user.as_str(), "active")
}

/// Takes away what identifies the person. The ledger keeps its entries.
pub(super) fn finish(ctx: &mut Ctx<'_>, id: &str) -> Answer<()> {
    set_status(ctx, id, "deleted_hard")?;
    ctx.db
        .prepare_cached(
            "UPDATE users SET email = id || '@deleted.invalid', display_name = 'Deleted user' WHERE id = ?1",
        )?
        .execute([id])?;
    for rows in [
        "profiles WHERE user_id",
        "photos WHERE user_id",
        "follows WHERE follower_id",
        "follows WHERE followee_id",
    ] {
        ctx.db.prepare_cached(&format!("DELETE FROM {rows} = ?1"))?.execute([id])?;
    }
    feed::forget(ctx, id)?;
    ai::forget(ctx, id)?;
    creator::forget(ctx, id)?;
    matchmaking::forget(ctx, id)?;
    notifications::forget(ctx, id)?;
    auth::end_all_sessions(ctx, &UserId(id.to_owned()))
}

fn set_status(ctx: &Ctx<'_>, id: &str, status: &str) -> Answer<()> {
    ctx.db.prepare_cached("UPDATE users SET status = ?2 WHERE id = ?1")?.execute([id, status])?;
    Ok(())
}
