//! Who belongs to the staff.

use avalo_sdk::{
    Code, Problem,
    api::{
        admin::{AdminUser, SetRole, StaffScope},
        auth::Role,
    },
    model::UserId,
};

use super::{
    audit::{self, Deed},
    people, permissions,
};
use crate::{
    context::Ctx,
    handlers::people::{is_active, is_creator},
    refusal::{Answer, refuse},
};

pub(super) fn set_role(ctx: &mut Ctx<'_>, request: SetRole) -> Answer<AdminUser> {
    permissions::check::<SetRole>(ctx)?;
    let SetRole { user_id, role, scopes, reason } = request;
    permissions::check_other(ctx, &user_id)?;
    check_scopes(role, &scopes)?;
    let before = people::of(ctx, &user_id)?;
    if (before.role, &before.scopes) == (role, &sorted(&scopes)) {
        return Ok(before);
    }
    match role {
        Role::User | Role::Creator => check_plain(ctx, &user_id, role)?,
        _ if !is_active(ctx, &user_id)? => {
            return refuse(Code::FailedPrecondition, "the account is closed; who works here has an open one");
        }
        _ => {}
    }
    set(ctx, &user_id, role, &scopes)?;
    let details = format!("{} became {}", named(before.role, &before.scopes), named(role, &scopes));
    let deed =
        Deed { target_type: "user", target_id: user_id.as_str(), reason: Some(&reason), details: &details };
    audit::record::<SetRole>(ctx, deed)?;
    people::of(ctx, &user_id)
}

/// Gives a user a role and the scopes that go with it.
pub(super) fn set(ctx: &Ctx<'_>, user: &UserId, role: Role, scopes: &[StaffScope]) -> Answer<()> {
    ctx.db
        .prepare_cached("UPDATE users SET role = ?2 WHERE id = ?1")?
        .execute([user.as_str(), role.as_str()])?;
    ctx.db.prepare_cached("DELETE FROM staff_scopes WHERE user_id = ?1")?.execute([user.as_str()])?;
    for scope in sorted(scopes) {
        ctx.db
            .prepare_cached("INSERT INTO staff_scopes (user_id, scope) VALUES (?1, ?2)")?
            .execute([user.as_str(), scope.as_str()])?;
    }
    Ok(())
}

/// In the order of the contract, each once.
fn sorted(scopes: &[StaffScope]) -> Vec<StaffScope> {
    StaffScope::ALL.iter().copied().filter(|scope| scopes.contains(scope)).collect()
}

fn named(role: Role, scopes: &[StaffScope]) -> String {
    let scopes: Vec<_> = sorted(scopes).into_iter().map(StaffScope::as_str).collect();
    if scopes.is_empty() {
        role.as_str().to_owned()
    } else {
        format!("{} ({})", role.as_str(), scopes.join(", "))
    }
}

fn check_scopes(role: Role, scopes: &[StaffScope]) -> Answer<()> {
    match (role == Role::Moderator, scopes.is_empty()) {
        (true, true) => Err(Problem::field("scopes", "a moderator has at least one").into()),
        (false, false) => Err(Problem::field("scopes", "only a moderator has some").into()),
        _ => Ok(()),
    }
}

/// Whoever is not of the staff is what creator mode says.
fn check_plain(ctx: &Ctx<'_>, user: &UserId, role: Role) -> Answer<()> {
    match (is_creator(ctx, user)?, role) {
        (true, Role::User) => {
            refuse(Code::FailedPrecondition, "the user is in creator mode: the role is creator")
        }
        (false, Role::Creator) => {
            refuse(Code::FailedPrecondition, "the user is not in creator mode: see profiles.becomeCreator")
        }
        _ => Ok(()),
    }
}

/// Whether nobody would be left who could appoint anyone. Only super administrators take that role
/// away, and nobody their own, so that it could happen by a deleted account alone.
pub(crate) fn is_last_super_admin(ctx: &Ctx<'_>, user: &UserId) -> Answer<bool> {
    let mut is_one = ctx.db.prepare_cached("SELECT 1 FROM users WHERE role = 'super_admin' AND id = ?1")?;
    let mut others = ctx.db.prepare_cached(
        "SELECT 1 FROM users WHERE role = 'super_admin' AND status = 'active' AND id <> ?1",
    )?;
    Ok(is_one.exists([user.as_str()])? && !others.exists([user.as_str()])?)
}
