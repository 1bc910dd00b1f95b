//! Feature flags, set by administrators and read by everyone.

use avalo_sdk::api::{
    admin::{ListFeatureFlags, SetFeatureFlag},
    auth::{GetFeatureFlags, Role},
};

use crate::{
    DAY,
    stage::{Person, Stage, blamed},
};

fn flag(name: &str, percentage: Option<u32>) -> SetFeatureFlag {
    SetFeatureFlag {
        name: name.into(),
        description: None,
        enabled: true,
        rollout_percentage: percentage,
        allowed_user_ids: Vec::new(),
        blocked_user_ids: Vec::new(),
        allowed_roles: Vec::new(),
        expires_at: None,
    }
}

async fn is_on(stage: &Stage, who: &Person, name: &str) -> Option<bool> {
    let flags = stage.call(who, GetFeatureFlags {}).await.expect("flags").flags;
    flags.into_iter().find(|flag| flag.name == name).map(|flag| flag.enabled)
}

#[tokio::test]
async fn a_world_begins_with_the_platforms_flags() {
    let stage = Stage::start().await;
    let (admin, user) = (stage.person(10).await, stage.person(6).await);
    let flags = stage.call(&admin, ListFeatureFlags {}).await.expect("flags").flags;
    let names: Vec<_> = flags.iter().map(|flag| (flag.name.as_str(), flag.enabled)).collect();
    assert_eq!(
        names,
        [
            ("aiCompanions", false),
            ("calendarPayments", true),
            ("events", false),
            ("panicTracking", true),
            ("refundButtons", true),
            ("videoCalls", false),
        ]
    );
    for (name, enabled) in names {
        assert_eq!(is_on(&stage, &user, name).await, Some(enabled), "{name}");
    }
    assert_eq!(is_on(&stage, &user, "teleport").await, None);
}

#[tokio::test]
async fn a_rollout_grows_without_turning_anyone_away() {
    let stage = Stage::start().await;
    let admin = stage.person(10).await;
    let mut people = Vec::new();
    for number in 1..=10 {
        people.push(stage.person(number).await);
    }
    let mut before = vec![false; people.len()];
    for percentage in [0, 10, 30, 60, 100] {
        stage.call(&admin, flag("rollout", Some(percentage))).await.expect("a flag");
        let mut now = Vec::new();
        for person in &people {
            now.push(is_on(&stage, person, "rollout").await.expect("the flag"));
        }
        assert!(before.iter().zip(&now).all(|(before, now)| !before || *now), "at {percentage} %");
        before = now;
    }
    assert!(before.iter().all(|on| *on));
}

#[tokio::test]
async fn lists_and_roles_decide_before_the_percentage_and_the_end_before_all() {
    let stage = Stage::start().await;
    let (admin, one, other, creator) =
        (stage.person(10).await, stage.person(6).await, stage.person(7).await, stage.person(1).await);
    let request = SetFeatureFlag {
        allowed_user_ids: vec![one.id.clone()],
        allowed_roles: vec![Role::Creator],
        ..flag("beta", Some(0))
    };
    let set = stage.call(&admin, request.clone()).await.expect("a flag");
    assert_eq!(set.rollout_percentage, 0);
    for (who, expected) in [(&one, true), (&creator, true), (&other, false)] {
        assert_eq!(is_on(&stage, who, "beta").await, Some(expected), "{who:?}");
    }
    let end = avalo_sdk::model::Timestamp::from_date(2026, 1, 2);
    let ends = SetFeatureFlag { blocked_user_ids: vec![creator.id.clone()], expires_at: end, ..request };
    stage.call(&admin, ends).await.expect("a flag");
    assert_eq!(is_on(&stage, &creator, "beta").await, Some(false), "blocked");
    stage.advance(DAY).await;
    assert_eq!(is_on(&stage, &stage.person(6).await, "beta").await, Some(false), "it has ended");
}

#[tokio::test]
async fn a_flag_out_of_its_limits_is_refused_by_field() {
    let stage = Stage::start().await;
    let admin = stage.person(10).await;
    let many = SetFeatureFlag { allowed_user_ids: vec!["usr_1".into(); 1_001], ..flag("beta", None) };
    let odd = SetFeatureFlag { blocked_user_ids: vec!["usr_1".into(), "../".into()], ..flag("beta", None) };
    for (request, field) in
        [(flag("beta", Some(101)), "rolloutPercentage"), (many, "allowedUserIds"), (odd, "blockedUserIds[1]")]
    {
        assert_eq!(blamed(stage.call(&admin, request).await), field);
    }
    assert_eq!(stage.call(&admin, ListFeatureFlags {}).await.expect("flags").flags.len(), 6);
}
