//! Devices that get push messages.

use avalo_sdk::api::notifications::{ListPushTokens, UnregisterPushToken};
use serde_json::json;

use crate::{
    register,
    stage::{Person, Stage, blamed},
    support::PASSWORD,
};

async fn devices(stage: &Stage, who: &Person) -> Vec<String> {
    let list = stage.call(who, ListPushTokens {}).await.expect("devices");
    list.devices.into_iter().map(|device| device.device_id).collect()
}

#[tokio::test]
async fn a_token_again_says_only_that_it_is_in_use() {
    let stage = Stage::start().await;
    let owner = stage.person(7).await;
    let first = stage.device(&owner, "token-of-the-phone", "phone").await;
    assert_eq!(first.created_at, first.last_used_at);
    stage.advance(60).await;
    let again = stage.device(&owner, "token-of-the-phone", "phone").await;
    assert_eq!((&again.id, again.created_at), (&first.id, first.created_at));
    assert!(again.last_used_at.unix_ms >= first.last_used_at.unix_ms + 60_000);
    assert_eq!(devices(&stage, &owner).await, ["phone"]);
}

#[tokio::test]
async fn a_device_has_one_token_and_a_token_one_owner() {
    let stage = Stage::start().await;
    let (fan, owner) = stage.pair().await;
    stage.device(&owner, "token-before-update", "phone").await;
    stage.device(&owner, "token-after-update", "phone").await;
    stage.device(&owner, "token-of-the-tablet", "tablet").await;
    stage.tip(&fan, &owner).await;
    let mut pushed = stage.pushed().await;
    pushed.sort_unstable();
    assert_eq!(pushed, ["token-after-update", "token-of-the-tablet"], "each device once");

    // The phone changes hands.
    stage.device(&fan, "token-after-update", "phone").await;
    assert_eq!(devices(&stage, &owner).await, ["tablet"]);
    stage.tip(&fan, &owner).await;
    assert_eq!(stage.pushed().await[0], "token-of-the-tablet");
    assert_eq!(stage.pushed().await.len(), 3);
}

#[tokio::test]
async fn a_device_is_taken_out_by_its_owner_only() {
    let stage = Stage::start().await;
    let (fan, owner) = stage.pair().await;
    let device = stage.device(&owner, "token-of-the-phone", "phone").await;
    let remove = UnregisterPushToken { push_token_id: device.id };
    stage.call(&fan, remove.clone()).await.expect("nothing of one's own");
    assert_eq!(devices(&stage, &owner).await, ["phone"]);
    for _ in 0..2 {
        stage.call(&owner, remove.clone()).await.expect("out");
        assert!(devices(&stage, &owner).await.is_empty());
    }
    stage.tip(&fan, &owner).await;
    assert!(stage.pushed().await.is_empty());
}

#[tokio::test]
async fn ten_devices_get_push_messages() {
    let stage = Stage::start().await;
    let owner = stage.person(7).await;
    for number in 0..11 {
        stage.device(&owner, &format!("token-number-{number}"), &format!("device {number}")).await;
        stage.advance(1).await;
        // The very first stays in use.
        stage.device(&owner, "token-number-0", "device 0").await;
    }
    let devices = devices(&stage, &owner).await;
    assert_eq!((devices.len(), devices[0].as_str(), devices[1].as_str()), (10, "device 0", "device 10"));
    assert!(!devices.contains(&"device 1".to_owned()), "it was registered longest ago");
}

#[tokio::test]
async fn a_session_that_ends_takes_its_device_along() {
    let stage = Stage::start().await;
    let (fan, owner) = stage.pair().await;
    let body = json!({ "email": "user7@avalo.test", "password": PASSWORD, "deviceId": "phone" });
    let session = stage.api.post("", "/v1/auth/login", body).await.json();
    let token = session["session"]["accessToken"].as_str().expect("a token").to_owned();
    let phone = Person { id: owner.id.clone(), token };
    stage.device(&phone, "token-of-the-phone", "phone").await;
    stage.device(&owner, "token-of-the-tablet", "tablet").await;
    assert_eq!(stage.api.post(&phone.token, "/v1/auth/logout", json!({})).await.status, 204);
    assert_eq!(devices(&stage, &owner).await, ["tablet"]);
    stage.tip(&fan, &owner).await;
    assert_eq!(stage.pushed().await, ["token-of-the-tablet"]);
}

#[tokio::test]
async fn tokens_and_devices_have_their_limits() {
    let stage = Stage::start().await;
    let owner = stage.person(7).await;
    for (token, device, field) in [
        ("too short".to_owned(), "phone".to_owned(), "token"),
        ("x".repeat(501), "phone".to_owned(), "token"),
        ("x".repeat(10), String::new(), "deviceId"),
        ("x".repeat(10), "x".repeat(101), "deviceId"),
    ] {
        assert_eq!(blamed(stage.call(&owner, register(&token, &device)).await), field);
    }
    stage.device(&owner, &"ż".repeat(500), &"ż".repeat(100)).await;
    let body = json!({ "token": "x".repeat(10), "platform": "pager", "deviceId": "phone" });
    let answer = stage.api.put(&owner.token, "/v1/notifications/push-tokens", body).await;
    assert_eq!(answer.refusal(), (422, "validation_failed".into()), "{answer}");
    let list = stage.api.get(&owner.token, "/v1/notifications/push-tokens").await;
    assert!(list.json()["devices"][0]["token"].is_null(), "a token is not shown again: {list}");
}
