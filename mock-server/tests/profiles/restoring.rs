//! Accounts that come back.

use avalo_sdk::{
    Code,
    api::profiles::{DeleteAccount, GetProfile, RestoreAccount},
};
use serde_json::json;

use crate::{
    stage::{Person, Stage, code},
    support::PASSWORD,
};

const DAY: u64 = 24 * 3_600;

fn restore(password: &str) -> RestoreAccount {
    RestoreAccount { email: "User7@avalo.test".into(), password: password.into() }
}

/// Nobody in particular.
fn anyone() -> Person {
    Person { id: "nobody".into(), token: String::new() }
}

async fn delete(stage: &Stage, who: &Person) {
    let challenge = stage.api.post(&who.token, "/v1/auth/step-up", json!({})).await.json();
    let path = format!("/v1/auth/step-up/{}/verify", challenge["challengeId"].as_str().expect("a challenge"));
    assert_eq!(stage.api.post(&who.token, &path, json!({ "proof": PASSWORD })).await.status, 200);
    stage.call(who, DeleteAccount {}).await.expect("a deletion");
}

#[tokio::test]
async fn within_30_days_everything_comes_back() {
    let stage = Stage::start().await;
    let (owner, other) = (stage.person(7).await, stage.person(1).await);
    let before = stage.profile(&other, &owner).await.expect("a profile");
    let balance = stage.balance(&owner).await;
    delete(&stage, &owner).await;
    let gone = GetProfile { user_id: owner.id.clone() };
    assert_eq!(code(stage.call(&other, gone).await), Code::NotFound);
    stage.advance(29 * DAY).await;
    stage.call(&anyone(), restore(PASSWORD)).await.expect("restored");
    let (owner, other) = (stage.person(7).await, stage.person(1).await);
    assert_eq!(stage.profile(&other, &owner).await.expect("a profile"), before);
    assert_eq!(stage.balance(&owner).await, balance);
    stage.advance(2 * DAY).await;
    assert_eq!(stage.person(7).await.id, owner.id, "the day of its end has passed without one");
    stage.check_ledger().await;
}

#[tokio::test]
async fn after_30_days_there_is_nothing_to_bring_back() {
    let stage = Stage::start().await;
    delete(&stage, &stage.person(7).await).await;
    stage.advance(30 * DAY + 1).await;
    assert_eq!(code(stage.call(&anyone(), restore(PASSWORD)).await), Code::InvalidCredentials);
}

#[tokio::test]
async fn it_takes_the_password_and_a_deleted_account() {
    let stage = Stage::start().await;
    assert_eq!(code(stage.call(&anyone(), restore(PASSWORD)).await), Code::FailedPrecondition);
    delete(&stage, &stage.person(7).await).await;
    for _ in 0..5 {
        assert_eq!(code(stage.call(&anyone(), restore("Password2")).await), Code::InvalidCredentials);
    }
    assert_eq!(code(stage.call(&anyone(), restore(PASSWORD)).await), Code::TooFast, "guessing is slow");
    stage.advance(300).await;
    stage.call(&anyone(), restore(PASSWORD)).await.expect("restored");
    assert_eq!(code(stage.call(&anyone(), restore(PASSWORD)).await), Code::FailedPrecondition);
}

#[tokio::test]
async fn the_same_key_restores_once() {
    let stage = Stage::start().await;
    delete(&stage, &stage.person(7).await).await;
    let body = json!({ "email": "user7@avalo.test", "password": PASSWORD });
    let send = || stage.api.request("POST", "/v1/profiles/me/restore").key("once").json(&body).send();
    assert_eq!(send().await.status, 204);
    let again = send().await;
    assert_eq!((again.status, again.header("idempotent-replayed")), (204, "true"));
}
