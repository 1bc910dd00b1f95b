//! A key moves tokens once: repeated, lost, in flight, reused and old.

use avalo_mock_server::{Fault, FaultRule};
use serde_json::{Value, json};

use crate::{
    purse::{DAY, HOUR},
    stage::{Person, Stage},
    support::{Answer, seen},
};

async fn post(stage: &Stage, who: &Person, key: &str, path: &str, body: &Value) -> Answer {
    stage.api.request("POST", path).token(&who.token).key(key).json(body).send().await
}

async fn send_tip(stage: &Stage, who: &Person, key: &str, amount: i64) -> Answer {
    post(stage, who, key, "/v1/payments/tips", &json!({ "recipientId": "usr_1", "amount": amount })).await
}

#[tokio::test]
async fn every_write_with_the_same_key_happens_once_and_is_answered_byte_by_byte() {
    let stage = Stage::start().await;
    let (fan, creator) = stage.pair().await;
    let method = stage.add_method(&fan, "tok_visa_4242").await;
    let purchase = stage.begin(&fan, "mini").await;
    let tier = json!({ "name": "Friends", "price": 50, "duration": "monthly", "benefits": ["Thanks"] });
    let tier = stage.api.post(&creator.token, "/v1/profiles/me/tiers", tier).await.json();
    let confirm = format!("/v1/payments/purchases/{}/confirm", purchase.id);
    let before = stage.server.invariants().await.expect("invariants").postings;
    for (number, (path, body)) in [
        ("/v1/payments/purchases", json!({ "packageId": "basic", "paymentMethodId": method.id })),
        (confirm.as_str(), json!({})),
        ("/v1/payments/methods", json!({ "kind": "paypal", "token": "tok_paypal_1" })),
        ("/v1/payments/tips", json!({ "recipientId": "usr_1", "amount": 20 })),
        ("/v1/payments/gifts", json!({ "recipientId": "usr_1", "giftId": "star" })),
        ("/v1/subscriptions", json!({ "creatorId": "usr_1", "tierId": tier["id"] })),
    ]
    .into_iter()
    .enumerate()
    {
        let key = format!("write-{number}");
        let first = post(&stage, &fan, &key, path, &body).await;
        assert_eq!((first.status, first.header("idempotent-replayed")), (200, ""), "{path}: {first}");
        for _ in 0..3 {
            let again = post(&stage, &fan, &key, path, &body).await;
            assert_eq!((again.status, again.header("idempotent-replayed")), (200, "true"), "{path}: {again}");
            assert_eq!(again.body, first.body, "{path}");
        }
    }
    let after = stage.server.invariants().await.expect("invariants").postings;
    assert_eq!(after - before, 4, "one purchase, tip, gift and subscription");
    let wallet = stage.wallet(&fan).await;
    assert_eq!(wallet.balance.0, 1_000 + 100 - 20 - 25 - 50);
    assert_eq!(wallet.payment_methods.len(), 2);
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_key_belongs_to_one_payload_of_one_operation() {
    let stage = Stage::start().await;
    let (fan, _) = stage.pair().await;
    let first = send_tip(&stage, &fan, "mine", 10).await;
    let reused = (422, "idempotency_key_reused".to_owned());
    assert_eq!(send_tip(&stage, &fan, "mine", 11).await.refusal(), reused);
    let gift = json!({ "recipientId": "usr_1", "giftId": "rose" });
    assert_eq!(post(&stage, &fan, "mine", "/v1/payments/gifts", &gift).await.refusal(), reused);
    let spaced = stage.api.request("POST", "/v1/payments/tips").token(&fan.token).key("mine");
    let spaced = spaced.body(r#"{ "recipientId": "usr_1", "amount": 10 }"#).send().await;
    assert_eq!(spaced.refusal(), reused, "the payload is compared byte by byte");
    assert_eq!(send_tip(&stage, &fan, "mine", 10).await.body, first.body);
    assert_eq!(stage.balance(&fan).await, 990);
    let other = stage.person(7).await;
    assert_eq!(send_tip(&stage, &other, "mine", 11).await.status, 200, "another user's key");
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_refusal_is_a_result_and_stays_one() {
    let stage = Stage::start().await;
    let (fan, _) = stage.pair().await;
    let first = send_tip(&stage, &fan, "too-much", 2_000).await;
    assert_eq!(first.refusal(), (402, "insufficient_balance".into()));
    stage.add_method(&fan, "tok_visa_4242").await;
    stage.buy(&fan).await;
    let again = send_tip(&stage, &fan, "too-much", 2_000).await;
    assert_eq!((again.status, again.header("idempotent-replayed")), (402, "true"));
    assert_eq!(again.body, first.body);
    assert_eq!(send_tip(&stage, &fan, "once-more", 2_000).await.status, 200);
    assert_eq!(stage.balance(&fan).await, 9_000);
    stage.check_ledger().await;
}

#[tokio::test]
async fn too_fast_is_no_last_word() {
    let stage = Stage::start().await;
    let (fan, _) = stage.pair().await;
    let gift = json!({ "recipientId": "usr_1", "giftId": "rose" });
    for number in 0..10 {
        let answer = post(&stage, &fan, &format!("gift-{number}"), "/v1/payments/gifts", &gift).await;
        assert_eq!(answer.status, 200, "{answer}");
    }
    let refused = post(&stage, &fan, "eleventh", "/v1/payments/gifts", &gift).await;
    assert_eq!((refused.status, refused.header("retry-after")), (429, "60"));
    stage.advance(60).await;
    let answer = post(&stage, &fan, "eleventh", "/v1/payments/gifts", &gift).await;
    assert_eq!((answer.status, answer.header("idempotent-replayed")), (200, ""));
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_tip_that_is_in_flight_is_not_sent_twice() {
    let stage = Stage::start().await;
    let (fan, _) = stage.pair().await;
    stage.server.fault("payments.sendTip", Fault::SlowAnswer { ms: 2_000 });
    let send = || send_tip(&stage, &fan, "slow", 10);
    let meanwhile = async {
        seen(&stage.server, "payments.sendTip").await;
        send().await
    };
    let (sent, refused) = tokio::join!(send(), meanwhile);
    assert_eq!(sent.status, 200, "{sent}");
    assert_eq!(refused.refusal(), (409, "idempotency_in_flight".into()), "{refused}");
    assert_eq!(refused.header("retry-after"), "1");
    stage.server.faults([]);
    let answer = send().await;
    assert_eq!((answer.status, answer.header("idempotent-replayed")), (200, "true"));
    assert_eq!(stage.balance(&fan).await, 990);
    stage.check_ledger().await;
}

#[tokio::test]
async fn an_answer_that_was_lost_is_found_again() {
    let stage = Stage::start().await;
    let (fan, _) = stage.pair().await;
    for fault in [Fault::DropAfterCommit, Fault::Duplicate] {
        stage.server.faults([FaultRule::new("payments.sendTip", fault).nth(1)]);
        let body = json!({ "recipientId": "usr_1", "amount": 10 });
        let key = format!("{}", stage.balance(&fan).await);
        let request = || stage.api.request("POST", "/v1/payments/tips").token(&fan.token).key(&key);
        let before = stage.balance(&fan).await;
        let _ = request().json(&body).try_send().await;
        let answer = request().json(&body).send().await;
        assert_eq!((answer.status, answer.header("idempotent-replayed")), (200, "true"), "{answer}");
        assert_eq!(stage.balance(&fan).await, before - 10);
    }
    stage.check_ledger().await;
}

#[tokio::test]
async fn after_24_hours_a_key_is_a_new_one() {
    let stage = Stage::start().await;
    let (fan, _) = stage.pair().await;
    let first = send_tip(&stage, &fan, "daily", 10).await;
    stage.advance(DAY - HOUR / 60).await;
    let fan = stage.person(6).await;
    assert_eq!(send_tip(&stage, &fan, "daily", 10).await.body, first.body);
    stage.advance(HOUR / 60).await;
    let anew = send_tip(&stage, &fan, "daily", 11).await;
    assert_eq!((anew.status, anew.header("idempotent-replayed")), (200, ""), "{anew}");
    assert_eq!(stage.balance(&fan).await, 1_000 - 10 - 11);
    stage.check_ledger().await;
}
