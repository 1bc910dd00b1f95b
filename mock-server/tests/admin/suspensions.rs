//! Accounts that are closed: at once, until when it was said, and no longer.

use avalo_sdk::{
    Code,
    api::{
        admin::{BanUser, GetUser, UnsuspendUser},
        auth::{AccountStatus, GetCurrentUser, ListSessions},
        payments::SendTip,
    },
    model::Tokens,
};
use serde_json::json;

use crate::{
    DAY, WHY,
    stage::{Person, Stage, code},
    support::PASSWORD,
    suspend,
};

fn reinstate(whom: &Person) -> UnsuspendUser {
    UnsuspendUser { user_id: whom.id.clone(), reason: WHY.into() }
}

fn ban(whom: &Person) -> BanUser {
    BanUser { user_id: whom.id.clone(), reason: WHY.into() }
}

async fn log_in(stage: &Stage, number: u32) -> (u16, String, String) {
    let login = json!({ "email": format!("user{number}@avalo.test"), "password": PASSWORD });
    let answer = stage.api.post("", "/v1/auth/login", login).await;
    let detail = answer.json()["detail"].as_str().unwrap_or_default().to_owned();
    (answer.status, answer.code(), detail)
}

#[tokio::test]
async fn a_suspension_ends_everything_at_once_and_says_until_when() {
    let stage = Stage::start().await;
    let (moderator, user) = (stage.staff("moderation").await, stage.person(8).await);
    let second = stage
        .api
        .post("", "/v1/auth/login", json!({ "email": "user8@avalo.test", "password": PASSWORD }))
        .await;
    let refresh = second.json()["session"]["refreshToken"].as_str().expect("a token").to_owned();
    let stream = stage.api.request("GET", "/v1/events").token(&user.token).open().await;
    while stage.server.open_streams() == 0 {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    let row = stage.call(&moderator, suspend(&user, Some(7))).await.expect("suspended");
    assert_eq!(row.status, AccountStatus::Suspended);
    let until = row.suspended_until.expect("an end").to_string();
    assert!(until.starts_with("2026-01-08T00:00:00"), "{until}");
    assert_eq!(stage.server.open_streams(), 0, "its streams have ended");
    drop(stream);

    let answer = stage.api.get(&user.token, "/v1/auth/me").await;
    assert_eq!(answer.refusal(), (403, "account_suspended".into()), "{answer}");
    assert!(answer.to_string().contains(&until) && answer.to_string().contains(WHY), "{answer}");
    let answer = stage.api.post("", "/v1/auth/token/refresh", json!({ "refreshToken": refresh })).await;
    assert_eq!(answer.refusal(), (403, "account_suspended".into()), "{answer}");
    let (status, code, detail) = log_in(&stage, 8).await;
    assert_eq!((status, code.as_str()), (403, "account_suspended"));
    assert!(detail.contains(&until), "{detail}");
    let mails = stage.server.mails().await.expect("mails");
    assert_eq!((mails[0].to.as_str(), mails[0].kind.as_str()), ("user8@avalo.test", "account_suspended"));
}

#[tokio::test]
async fn a_wrong_password_learns_nothing_of_a_suspension() {
    let stage = Stage::start().await;
    let (moderator, user) = (stage.staff("moderation").await, stage.person(8).await);
    stage.call(&moderator, suspend(&user, Some(7))).await.expect("suspended");
    let login = json!({ "email": "user8@avalo.test", "password": "Password2" });
    assert_eq!(
        stage.api.post("", "/v1/auth/login", login).await.refusal(),
        (401, "invalid_credentials".into())
    );
}

#[tokio::test]
async fn the_clock_opens_the_account_again() {
    let stage = Stage::start().await;
    let (moderator, user) = (stage.staff("moderation").await, stage.person(8).await);
    stage.call(&moderator, suspend(&user, Some(1))).await.expect("suspended");
    stage.advance(DAY - 60).await;
    assert_eq!(log_in(&stage, 8).await.0, 403);
    stage.advance(61).await;
    let answer = stage.api.get(&user.token, "/v1/auth/me").await;
    assert_eq!(answer.refusal(), (401, "unauthenticated".into()), "its sessions stay ended: {answer}");
    let user = stage.person(8).await;
    assert_eq!(stage.call(&user, ListSessions {}).await.expect("sessions").sessions.len(), 1);
}

#[tokio::test]
async fn without_a_duration_only_the_staff_opens_it() {
    let stage = Stage::start().await;
    let (moderator, user) = (stage.staff("moderation").await, stage.person(8).await);
    let row = stage.call(&moderator, suspend(&user, None)).await.expect("suspended");
    assert_eq!(row.suspended_until, None);
    stage.advance(800 * DAY).await;
    assert!(log_in(&stage, 8).await.2.contains("until the moderators lift it"));
    let moderator = stage.staff("moderation").await;
    let row = stage.call(&moderator, reinstate(&user)).await.expect("open");
    assert_eq!(row.status, AccountStatus::Active);
    assert_eq!(
        stage.call(&moderator, reinstate(&user)).await.expect("open still").status,
        AccountStatus::Active
    );
    assert_eq!(log_in(&stage, 8).await.0, 200);
}

#[tokio::test]
async fn another_suspension_replaces_the_one_that_runs() {
    let stage = Stage::start().await;
    let (moderator, user) = (stage.staff("moderation").await, stage.person(8).await);
    stage.call(&moderator, suspend(&user, Some(1))).await.expect("suspended");
    stage.call(&moderator, suspend(&user, Some(30))).await.expect("for longer");
    stage.advance(2 * DAY).await;
    assert_eq!(log_in(&stage, 8).await.0, 403, "the first end is none any longer");
    let moderator = stage.staff("moderation").await;
    stage.call(&moderator, suspend(&user, None)).await.expect("without an end");
    stage.advance(60 * DAY).await;
    assert_eq!(log_in(&stage, 8).await.0, 403);
}

#[tokio::test]
async fn a_ban_is_for_good_and_lifted_by_administrators_only() {
    let stage = Stage::start().await;
    let (moderator, admin, user) =
        (stage.staff("moderation").await, stage.person(10).await, stage.person(8).await);
    stage.call(&moderator, suspend(&user, Some(1))).await.expect("suspended");
    assert_eq!(stage.call(&admin, ban(&user)).await.expect("banned").status, AccountStatus::Banned);
    stage.advance(400 * DAY).await;
    let (status, code_, detail) = log_in(&stage, 8).await;
    assert_eq!((status, code_.as_str()), (403, "account_suspended"));
    assert!(detail.contains("banned for good"), "{detail}");
    let (moderator, admin) = (stage.staff("moderation").await, stage.person(10).await);
    assert_eq!(code(stage.call(&moderator, suspend(&user, Some(1))).await), Code::FailedPrecondition);
    assert_eq!(code(stage.call(&moderator, reinstate(&user)).await), Code::PermissionDenied);
    stage.call(&admin, reinstate(&user)).await.expect("a mistake is put right");
    assert_eq!(log_in(&stage, 8).await.0, 200);
}

#[tokio::test]
async fn nobody_reaches_themselves_their_rank_or_above() {
    let stage = Stage::start().await;
    let (moderator, finance, admin, boss) = (
        stage.staff("moderation").await,
        stage.staff("finance").await,
        stage.person(10).await,
        stage.staff("super").await,
    );
    for (by, whom, refusal) in [
        (&moderator, &moderator, Code::CannotTargetSelf),
        (&moderator, &finance, Code::PermissionDenied),
        (&moderator, &admin, Code::PermissionDenied),
        (&admin, &boss, Code::PermissionDenied),
        (&boss, &boss, Code::CannotTargetSelf),
    ] {
        assert_eq!(code(stage.call(by, suspend(whom, Some(1))).await), refusal, "{by:?} {whom:?}");
        if by.id != moderator.id {
            assert_eq!(code(stage.call(by, ban(whom)).await), refusal, "{by:?} {whom:?}");
        }
    }
    stage.call(&admin, suspend(&moderator, Some(1))).await.expect("those below");
    stage.call(&boss, suspend(&admin, None)).await.expect("those below");
    assert_eq!(code(stage.call(&moderator, GetCurrentUser {}).await), Code::AccountSuspended);
}

#[tokio::test]
async fn nobody_pays_who_is_suspended() {
    let stage = Stage::start().await;
    let (moderator, creator, fan) =
        (stage.staff("moderation").await, stage.person(1).await, stage.person(6).await);
    stage.call(&moderator, suspend(&creator, Some(1))).await.expect("suspended");
    let tip = || SendTip { recipient_id: creator.id.clone(), amount: Tokens(10), note: None, post_id: None };
    assert_eq!(code(stage.call(&fan, tip()).await), Code::FailedPrecondition);
    stage.advance(DAY).await;
    let fan = stage.person(6).await;
    stage.call(&fan, tip()).await.expect("a tip");
}

#[tokio::test]
async fn what_is_out_of_range_is_refused_by_field_and_a_replay_suspends_once() {
    let stage = Stage::start().await;
    let (moderator, user) = (stage.staff("moderation").await, stage.person(8).await);
    let path = format!("/v1/admin/users/{}/suspend", user.id);
    for (body, field) in [
        (json!({}), "reason"),
        (json!({ "reason": "too short" }), "reason"),
        (json!({ "reason": "x".repeat(501) }), "reason"),
        (json!({ "reason": WHY, "durationDays": 0 }), "durationDays"),
        (json!({ "reason": WHY, "durationDays": 366 }), "durationDays"),
        (json!({ "reason": WHY, "durationDays": 1.5 }), "durationDays"),
        (json!({ "reason": WHY, "days": 1 }), "days"),
    ] {
        let answer = stage.api.post(&moderator.token, &path, body.clone()).await;
        assert_eq!(answer.refusal(), (422, "validation_failed".into()), "{body}: {answer}");
        assert!(answer.json()["errors"][field].is_string(), "{body}: {answer}");
    }
    let send = || {
        let body = json!({ "reason": WHY, "durationDays": 1 });
        stage.api.request("POST", &path).token(&moderator.token).key("once").json(&body).send()
    };
    let (first, again) = (send().await, send().await);
    assert_eq!((first.status, &first.body), (200, &again.body));
    let file = stage.call(&moderator, GetUser { user_id: user.id.clone() }).await.expect("a file");
    let suspension = file.suspension.expect("a suspension");
    assert_eq!((suspension.by, suspension.banned, file.sessions), (moderator.id.clone(), false, 0));
    let gone = Person { id: "nobody".into(), token: String::new() };
    assert_eq!(code(stage.call(&moderator, suspend(&gone, None)).await), Code::NotFound);
}
