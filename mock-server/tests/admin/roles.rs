//! Who appoints whom.

use avalo_sdk::{
    Code,
    api::{
        admin::{GetDashboardStats, SetRole, StaffScope},
        auth::Role,
        profiles::DeleteAccount,
    },
};

use crate::{
    WHY,
    stage::{Person, Stage, blamed, code},
    suspend,
};

fn make(whom: &Person, role: Role, scopes: &[StaffScope]) -> SetRole {
    SetRole { user_id: whom.id.clone(), role, scopes: scopes.to_vec(), reason: WHY.into() }
}

#[tokio::test]
async fn a_super_administrator_appoints_with_a_second_factor() {
    let stage = Stage::start().await;
    let (boss, user) = (stage.staff("super").await, stage.person(7).await);
    let moderator = || make(&user, Role::Moderator, &[StaffScope::Finance, StaffScope::Support]);
    assert_eq!(code(stage.call(&boss, moderator()).await), Code::StepUpRequired);
    stage.step_up(&boss).await;
    let row = stage.call(&boss, moderator()).await.expect("appointed");
    assert_eq!((row.role, row.scopes), (Role::Moderator, vec![StaffScope::Support, StaffScope::Finance]));
    stage.call(&user, GetDashboardStats {}).await.expect("the office is open at once");
    assert_eq!(code(stage.call(&user, suspend(&stage.person(8).await, None)).await), Code::PermissionDenied);
    let row = stage.call(&boss, make(&user, Role::User, &[])).await.expect("dismissed");
    assert!(row.scopes.is_empty());
    assert_eq!(code(stage.call(&user, GetDashboardStats {}).await), Code::PermissionDenied);
}

#[tokio::test]
async fn nobody_changes_their_own_role_and_administrators_change_none() {
    let stage = Stage::start().await;
    let (boss, admin, user) = (stage.staff("super").await, stage.person(10).await, stage.person(7).await);
    stage.step_up(&boss).await;
    stage.step_up(&admin).await;
    assert_eq!(code(stage.call(&boss, make(&boss, Role::User, &[])).await), Code::CannotTargetSelf);
    assert_eq!(code(stage.call(&admin, make(&user, Role::Admin, &[])).await), Code::PermissionDenied);
    assert_eq!(code(stage.call(&admin, make(&admin, Role::SuperAdmin, &[])).await), Code::PermissionDenied);
}

#[tokio::test]
async fn the_last_super_administrator_stays() {
    let stage = Stage::start().await;
    let (boss, admin) = (stage.staff("super").await, stage.person(10).await);
    stage.step_up(&boss).await;
    assert_eq!(code(stage.call(&boss, DeleteAccount {}).await), Code::FailedPrecondition);
    stage.call(&boss, make(&admin, Role::SuperAdmin, &[])).await.expect("a second one");
    stage.step_up(&admin).await;
    stage.call(&admin, make(&boss, Role::User, &[])).await.expect("there is another");
    stage.step_up(&admin).await;
    assert_eq!(code(stage.call(&admin, DeleteAccount {}).await), Code::FailedPrecondition);
}

#[tokio::test]
async fn a_role_fits_its_scopes_and_its_account() {
    let stage = Stage::start().await;
    let (boss, user, creator) = (stage.staff("super").await, stage.person(7).await, stage.person(1).await);
    stage.step_up(&boss).await;
    assert_eq!(blamed(stage.call(&boss, make(&user, Role::Moderator, &[])).await), "scopes");
    assert_eq!(blamed(stage.call(&boss, make(&user, Role::Admin, &[StaffScope::Finance])).await), "scopes");
    assert_eq!(code(stage.call(&boss, make(&user, Role::Creator, &[])).await), Code::FailedPrecondition);
    assert_eq!(code(stage.call(&boss, make(&creator, Role::User, &[])).await), Code::FailedPrecondition);
    let gone = Person { id: "nobody".into(), token: String::new() };
    assert_eq!(code(stage.call(&boss, make(&gone, Role::Admin, &[])).await), Code::NotFound);
    stage.call(&boss, suspend(&user, None)).await.expect("suspended");
    let closed = make(&user, Role::Moderator, &[StaffScope::Support]);
    assert_eq!(code(stage.call(&boss, closed).await), Code::FailedPrecondition);
}
