//! Likes that cost something.

use avalo_sdk::{Code, api::payments::SendTip, model::Tokens};
use serde_json::json;

use crate::{
    listener::Listener,
    meeting::super_like,
    stage::{Stage, code},
};

#[tokio::test]
async fn a_super_like_costs_fifty_and_makes_no_match_alone() {
    let stage = Stage::start().await;
    let (one, other) = (stage.person(1).await, stage.person(2).await);
    let before = stage.server.invariants().await.expect("invariants").platform;
    let receipt = stage.call(&one, super_like(&other.id)).await.expect("a super like");
    assert_eq!((receipt.matched, receipt.charged, receipt.remaining), (false, Tokens(50), Some(49)));
    assert_eq!(stage.balance(&one).await, 950);
    let after = stage.server.invariants().await.expect("invariants").platform;
    assert_eq!(after - before, 50, "all of it is the platform's");
    assert!(stage.matches(&other).await.is_empty());
    let page = stage.api.get(&one.token, "/v1/wallet/transactions?limit=1").await.json();
    assert_eq!(
        (&page["transactions"][0]["kind"], &page["transactions"][0]["amount"]),
        (&json!("super_like"), &json!(50))
    );
    let wallet = stage.api.get(&one.token, "/v1/wallet").await.json();
    assert_eq!(wallet["lifetimeSpent"], 50);
    assert!(stage.like(&other, &one).await.matched);
    stage.check_ledger().await;
}

#[tokio::test]
async fn its_recipient_is_told_and_sees_its_sender_first() {
    let stage = Stage::start().await;
    let (one, other) = (stage.person(6).await, stage.person(2).await);
    assert_ne!(stage.names(&other).await.first().map(String::as_str), Some("usr_6"));
    let mut listener = Listener::of(&stage, &other).await;
    stage.call(&one, super_like(&other.id)).await.expect("a super like");
    listener.until("like_received").await;
    listener.until("A super like").await;
    assert!(listener.heard.contains(r#""state":"super""#), "{}", listener.heard);
    let first = stage.suggested(&other).await.remove(0);
    assert_eq!((first.user.id, first.super_liked_me), (one.id, true));
}

#[tokio::test]
async fn who_cannot_pay_gives_none_and_loses_nothing() {
    let stage = Stage::start().await;
    let (one, other) = (stage.person(1).await, stage.person(2).await);
    let tip = SendTip { recipient_id: "usr_3".into(), amount: Tokens(951), note: None, post_id: None };
    stage.call(&one, tip).await.expect("a tip");
    assert_eq!(code(stage.call(&one, super_like(&other.id)).await), Code::InsufficientBalance);
    assert_eq!(stage.balance(&one).await, 49);
    assert!(stage.likers(&other).await.is_empty());
    assert_eq!(stage.like(&one, &other).await.remaining, Some(49), "no like was lost");
}

#[tokio::test]
async fn a_repeated_key_pays_once() {
    let stage = Stage::start().await;
    let (one, other) = (stage.person(1).await, stage.person(2).await);
    let send = |whom: &str, is_super: bool| {
        let body = json!({ "userId": whom, "superLike": is_super });
        stage.api.request("POST", "/v1/matchmaking/likes").token(&one.token).key("k-1").json(&body)
    };
    let first = send(other.id.as_str(), true).send().await;
    let second = send(other.id.as_str(), true).send().await;
    assert_eq!((first.status, &first.body), (200, &second.body));
    assert_eq!(send("usr_3", true).send().await.refusal(), (422, "idempotency_key_reused".into()));
    assert_eq!(stage.balance(&one).await, 950);
    assert_eq!(code(stage.call(&one, super_like(&other.id)).await), Code::AlreadyExists);
    assert_eq!(stage.balance(&one).await, 950);
}
