//! Documents that a person decides about.

use avalo_sdk::{
    Code,
    api::{
        admin::{GetUsers, ReviewKyc},
        auth::{GetKycStatus, IdType, KycStatus, SubmitKyc},
    },
};

use crate::{
    DAY, WHY,
    stage::{Person, Stage, blamed, code},
};

fn documents(id_number: &str, date_of_birth: &str) -> SubmitKyc {
    SubmitKyc {
        full_name: "Mary Sorrow".into(),
        date_of_birth: date_of_birth.into(),
        address: "Ockham Park 1".into(),
        city: "London".into(),
        country: "GB".into(),
        postal_code: "GU23".into(),
        id_type: IdType::Passport,
        id_number: id_number.into(),
        id_front_image: "/media/front".into(),
        id_back_image: None,
        selfie_image: "/media/selfie".into(),
    }
}

fn review(whom: &Person, approve: bool, reason: Option<&str>) -> ReviewKyc {
    ReviewKyc { user_id: whom.id.clone(), approve, reason: reason.map(str::to_owned) }
}

#[tokio::test]
async fn what_waits_for_a_person_waits_until_one_decides() {
    let stage = Stage::start().await;
    let user = stage.person(7).await;
    stage.call(&user, documents("XX1500", "1990-01-01")).await.expect("submitted");
    stage.advance(30 * DAY).await;
    let (officer, user) = (stage.staff("compliance").await, stage.person(7).await);
    assert_eq!(stage.call(&user, GetKycStatus {}).await.expect("a report").status, KycStatus::Submitted);
    let waiting = GetUsers { kyc_status: Some(KycStatus::Submitted), ..GetUsers::default() };
    assert_eq!(stage.call(&officer, waiting).await.expect("users").users.len(), 1);
    assert_eq!(blamed(stage.call(&officer, review(&user, false, None)).await), "reason");
    let report = stage.call(&officer, review(&user, false, Some(WHY))).await.expect("refused");
    assert_eq!((report.status, report.reason.as_deref()), (KycStatus::Rejected, Some(WHY)));
    assert_eq!(code(stage.call(&officer, review(&user, true, None)).await), Code::FailedPrecondition);
    stage.call(&user, documents("XX2500", "1990-01-01")).await.expect("submitted again");
    let report = stage.call(&officer, review(&user, true, None)).await.expect("approved");
    assert_eq!((report.status, report.reason), (KycStatus::Approved, None));
    assert!(report.expires_at.is_some());
}

#[tokio::test]
async fn a_person_may_be_faster_than_the_rule_and_is_not_overruled() {
    let stage = Stage::start().await;
    let (officer, user) = (stage.staff("compliance").await, stage.person(7).await);
    stage.call(&user, documents("AB1234567", "1990-01-01")).await.expect("submitted");
    stage.call(&officer, review(&user, false, Some(WHY))).await.expect("refused");
    stage.advance(DAY).await;
    let user = stage.person(7).await;
    assert_eq!(stage.call(&user, GetKycStatus {}).await.expect("a report").status, KycStatus::Rejected);
}

#[tokio::test]
async fn nobody_makes_a_child_an_adult_or_approves_themselves() {
    let stage = Stage::start().await;
    let (officer, user) = (stage.staff("compliance").await, stage.person(7).await);
    stage.call(&user, documents("XX1500", "2012-01-01")).await.expect("submitted");
    assert_eq!(code(stage.call(&officer, review(&user, true, None)).await), Code::Underage);
    stage.call(&officer, documents("XX1500", "1990-01-01")).await.expect("submitted");
    assert_eq!(code(stage.call(&officer, review(&officer, true, None)).await), Code::CannotTargetSelf);
}
