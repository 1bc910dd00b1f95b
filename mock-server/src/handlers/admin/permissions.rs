//! Who of the staff may do what.
//!
//! The router has let the staff, or administrators, through already; what an operation takes beyond
//! that is one line of [`MATRIX`]. The specifications name five fields of work; here a moderator has one
//! or more of four scopes, and administrators have them all.

use avalo_sdk::{
    Code, Problem,
    api::admin::StaffScope::{self, Compliance, Finance, Moderation, Support},
    model::UserId,
    operation::Operation,
};
use rusqlite::OptionalExtension;

use crate::{
    context::Ctx,
    handlers::people,
    refusal::{Answer, refuse},
};

/// What an operation takes.
#[derive(Clone, Copy, Debug)]
enum Needs {
    /// Any member of the staff.
    Staff,
    /// A moderator with one of these scopes, or an administrator.
    OneOf(&'static [StaffScope]),
    /// An administrator.
    Admin,
    /// A super administrator.
    SuperAdmin,
}

const MATRIX: &[(&str, Needs)] = &[
    ("admin.getDashboardStats", Needs::Staff),
    ("admin.getUsers", Needs::Staff),
    ("admin.getUser", Needs::Staff),
    ("admin.suspendUser", Needs::OneOf(&[Moderation])),
    ("admin.unsuspendUser", Needs::OneOf(&[Moderation])),
    ("admin.banUser", Needs::Admin),
    ("admin.setRole", Needs::SuperAdmin),
    ("admin.getModerationQueue", Needs::OneOf(&[Moderation])),
    ("admin.moderateContent", Needs::OneOf(&[Moderation])),
    ("admin.getReports", Needs::OneOf(&[Moderation, Support])),
    ("admin.reviewKyc", Needs::OneOf(&[Compliance])),
    ("admin.listWithdrawals", Needs::OneOf(&[Finance])),
    ("admin.reviewWithdrawal", Needs::OneOf(&[Finance])),
    ("admin.refundTransaction", Needs::OneOf(&[Finance])),
    ("admin.creditTokens", Needs::Admin),
    ("admin.getRevenueAnalytics", Needs::OneOf(&[Finance])),
    ("admin.getSystemHealth", Needs::Staff),
    ("admin.listFeatureFlags", Needs::Admin),
    ("admin.setFeatureFlag", Needs::Admin),
    ("admin.getAuditLog", Needs::Admin),
    ("admin.sendSystemNotification", Needs::Admin),
];

/// Lets the caller through to the operation whose request is `R`.
///
/// # Errors
///
/// `permission_denied`, saying what it takes.
pub(super) fn check<R: Operation>(ctx: &Ctx<'_>) -> Answer<()> {
    let id = R::SPEC.id;
    let Some((_, needs)) = MATRIX.iter().find(|(operation, _)| *operation == id) else {
        return Err(Problem::new(Code::Internal, format!("nobody knows who may do {id}")).into());
    };
    let caller = ctx.caller()?;
    let (may, what) = match needs {
        Needs::Staff => (caller.is_staff(), "a member of the staff".to_owned()),
        Needs::OneOf(scopes) => (
            caller.is_admin() || has_one(ctx, &caller.user_id, scopes)?,
            format!("the scope {}", names(scopes)),
        ),
        Needs::Admin => (caller.is_admin(), "an administrator".to_owned()),
        Needs::SuperAdmin => (caller.role == "super_admin", "a super administrator".to_owned()),
    };
    if may { Ok(()) } else { refuse(Code::PermissionDenied, format!("this takes {what}; ask one who may")) }
}

/// Lets an administrator through to a part of an operation.
pub(super) fn check_admin(ctx: &Ctx<'_>, what: &str) -> Answer<()> {
    if ctx.caller()?.is_admin() {
        return Ok(());
    }
    refuse(Code::PermissionDenied, format!("{what} takes an administrator; ask one"))
}

/// Whether the caller's office decides about what others wrote: staff of another scope sees it only.
pub(crate) fn may_moderate(ctx: &Ctx<'_>) -> Answer<bool> {
    let caller = ctx.caller()?;
    Ok(caller.is_admin() || caller.is_staff() && has_one(ctx, &caller.user_id, &[Moderation])?)
}

fn names(scopes: &[StaffScope]) -> String {
    scopes.iter().map(|scope| scope.as_str()).collect::<Vec<_>>().join(" or ")
}

fn has_one(ctx: &Ctx<'_>, user: &UserId, scopes: &[StaffScope]) -> Answer<bool> {
    Ok(self::scopes(ctx, user)?.iter().any(|scope| scopes.contains(scope)))
}

/// The scopes of a moderator, in the order of the contract.
pub(super) fn scopes(ctx: &Ctx<'_>, user: &UserId) -> Answer<Vec<StaffScope>> {
    let known: Vec<String> = ctx
        .db
        .prepare_cached("SELECT scope FROM staff_scopes WHERE user_id = ?1")?
        .query_map([user.as_str()], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let all = StaffScope::ALL.iter().copied();
    Ok(all.filter(|scope| known.iter().any(|name| name == scope.as_str())).collect())
}

/// How far up a role is.
fn rank(role: &str) -> u8 {
    match role {
        "super_admin" => 3,
        "admin" => 2,
        "moderator" => 1,
        _ => 0,
    }
}

/// Refuses a user who is not there, who is the caller, or of the caller's rank or above.
///
/// # Errors
///
/// `not_found`, `cannot_target_self`, `permission_denied`.
pub(super) fn check_below(ctx: &Ctx<'_>, user: &UserId) -> Answer<()> {
    check_other(ctx, user)?;
    let role: Option<String> = ctx
        .db
        .prepare_cached("SELECT role FROM users WHERE id = ?1")?
        .query_row([user.as_str()], |row| row.get(0))
        .optional()?;
    if rank(&role.unwrap_or_default()) >= rank(&ctx.caller()?.role) {
        let detail = "the user has your rank or a higher one; ask somebody above";
        return refuse(Code::PermissionDenied, detail);
    }
    Ok(())
}

/// Refuses a user who is not there, or who is the caller: nobody decides about themselves.
///
/// # Errors
///
/// `not_found`, `cannot_target_self`.
pub(super) fn check_other(ctx: &Ctx<'_>, user: &UserId) -> Answer<()> {
    people::find(ctx, user)?;
    if ctx.caller()?.user_id == *user {
        return refuse(Code::CannotTargetSelf, "nobody decides about themselves; ask a colleague");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use avalo_sdk::{api, operation::Auth};

    use super::*;

    #[test]
    fn every_operation_of_the_staff_is_in_the_matrix_and_no_other() {
        let operations: Vec<_> = api::admin::OPERATIONS.iter().map(|spec| spec.id).collect();
        let matrix: Vec<_> = MATRIX.iter().map(|(id, _)| *id).collect();
        assert_eq!(matrix, operations);
    }

    #[test]
    fn the_matrix_asks_for_no_less_than_the_row() {
        for (id, needs) in MATRIX {
            let auth = api::find(id).expect("an operation").auth;
            match needs {
                Needs::Staff | Needs::OneOf(_) => assert_eq!(auth, Auth::Staff, "{id}"),
                Needs::Admin | Needs::SuperAdmin => assert_eq!(auth, Auth::Admin, "{id}"),
            }
        }
    }
}
