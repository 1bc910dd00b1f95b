//! What the provider reports, before and after the buyer says so, and what only pretends to be its word.

use avalo_sdk::{
    Code, Problem,
    api::payments::{ConfirmPurchase, Purchase, PurchaseStatus, Webhook},
};
use serde_json::json;

use crate::purse::{HOUR, MINUTE};
use crate::stage::{Person, Stage, code};

const SUCCEEDED: &str = "payment_intent.succeeded";
const FAILED: &str = "payment_intent.payment_failed";

/// A buyer and a purchase that waits.
async fn begun(stage: &Stage, token: &str) -> (Person, Purchase) {
    let buyer = stage.person(7).await;
    stage.add_method(&buyer, token).await;
    let purchase = stage.begin(&buyer, "mini").await;
    (buyer, purchase)
}

fn payload(id: &str, kind: &str, purchase: &Purchase) -> String {
    json!({ "id": id, "type": kind, "purchaseId": purchase.id, "livemode": false }).to_string()
}

/// The provider's word, which needs no session.
async fn report(stage: &Stage, payload: String) -> Result<(), Problem> {
    let signature = stage.server.sign_webhook(&payload);
    send(stage, payload, signature).await
}

async fn send(stage: &Stage, payload: String, signature: String) -> Result<(), Problem> {
    let provider = Person { id: "".into(), token: String::new() };
    stage.call(&provider, Webhook { payload, signature }).await
}

#[tokio::test]
async fn a_report_before_the_confirmation_pays_and_the_confirmation_does_not_pay_again() {
    let stage = Stage::start().await;
    let (buyer, purchase) = begun(&stage, "tok_visa_4242").await;
    report(&stage, payload("evt_1", SUCCEEDED, &purchase)).await.expect("taken");
    assert_eq!(stage.balance(&buyer).await, 1_100);
    let confirmed = stage.call(&buyer, ConfirmPurchase { purchase_id: purchase.id }).await.expect("paid");
    assert_eq!(confirmed.status, PurchaseStatus::Completed);
    assert_eq!(stage.balance(&buyer).await, 1_100);
    stage.check_ledger().await;
}

#[tokio::test]
async fn reports_after_the_confirmation_change_nothing_however_often_they_come() {
    let stage = Stage::start().await;
    let (buyer, purchase) = begun(&stage, "tok_visa_4242").await;
    stage.call(&buyer, ConfirmPurchase { purchase_id: purchase.id.clone() }).await.expect("paid");
    for (id, kind) in [("evt_1", SUCCEEDED), ("evt_1", SUCCEEDED), ("evt_2", SUCCEEDED), ("evt_3", FAILED)] {
        report(&stage, payload(id, kind, &purchase)).await.expect("taken");
        assert_eq!(stage.balance(&buyer).await, 1_100, "{id} {kind}");
    }
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_report_is_taken_once_by_its_id() {
    let stage = Stage::start().await;
    let (buyer, purchase) = begun(&stage, "tok_visa_4242").await;
    report(&stage, payload("evt_1", "charge.updated", &purchase)).await.expect("taken and ignored");
    report(&stage, payload("evt_1", SUCCEEDED, &purchase)).await.expect("taken before");
    assert_eq!(stage.balance(&buyer).await, 1_000, "what an id said first is what it says");
    report(&stage, payload("evt_2", SUCCEEDED, &purchase)).await.expect("taken");
    assert_eq!(stage.balance(&buyer).await, 1_100);
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_failure_ends_a_purchase_and_money_that_arrives_late_is_credited() {
    let stage = Stage::start().await;
    let (buyer, purchase) = begun(&stage, "tok_requires_action_3220").await;
    let confirm = ConfirmPurchase { purchase_id: purchase.id.clone() };
    let asked = stage.call(&buyer, confirm.clone()).await.expect("an answer");
    assert_eq!(asked.status, PurchaseStatus::RequiresAction);
    report(&stage, payload("evt_1", FAILED, &purchase)).await.expect("taken");
    assert_eq!(code(stage.call(&buyer, confirm).await), Code::FailedPrecondition);
    report(&stage, payload("evt_2", FAILED, &purchase)).await.expect("taken");
    assert_eq!(stage.balance(&buyer).await, 1_000);
    stage.advance(HOUR / 2).await;
    report(&stage, payload("evt_3", SUCCEEDED, &purchase)).await.expect("taken");
    assert_eq!(stage.balance(&buyer).await, 1_100);
    let expired = stage.begin(&buyer, "mini").await;
    stage.advance(HOUR).await;
    report(&stage, payload("evt_4", SUCCEEDED, &expired)).await.expect("taken");
    let buyer = stage.person(7).await;
    assert_eq!(stage.balance(&buyer).await, 1_200, "it had expired");
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_report_without_the_providers_signature_is_refused() {
    let stage = Stage::start().await;
    let (buyer, purchase) = begun(&stage, "tok_visa_4242").await;
    let body = payload("evt_1", SUCCEEDED, &purchase);
    let right = stage.server.sign_webhook(&body);
    let (time, hex) = right.split_once(",v1=").expect("two parts");
    let seconds: i64 = time.trim_start_matches("t=").parse().expect("seconds");
    let flipped = if hex.starts_with('0') { "1" } else { "0" };
    for wrong in [
        String::new(),
        "t=,v1=".into(),
        time.to_owned(),
        format!("v1={hex}"),
        format!("{time},v1="),
        format!("{time},v1={}", &hex[..62]),
        format!("{time},v1={}", &hex[..63]),
        format!("{time},v1={flipped}{}", &hex[1..]),
        format!("{time},v1={}é", &hex[..62]),
        format!("{time},v1={}", "z".repeat(64)),
        format!("t={},v1={hex}", seconds + 1),
        format!("t={},v1={hex}", i64::MIN),
        format!("t={}9,v1={hex}", i64::MAX),
        stage.server.sign_webhook(&body.replace("evt_1", "evt_2")),
    ] {
        let refused = send(&stage, body.clone(), wrong.clone()).await.expect_err(&wrong);
        assert_eq!((refused.code, refused.status), (Code::InvalidSignature, 400), "{wrong}");
    }
    assert_eq!(stage.balance(&buyer).await, 1_000);
    let spaced = format!(" v1={}, {time} ", hex.to_ascii_uppercase());
    send(&stage, body, spaced).await.expect("the order of the parts means nothing");
    assert_eq!(stage.balance(&buyer).await, 1_100);
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_signature_is_good_for_five_minutes() {
    let stage = Stage::start().await;
    let (buyer, purchase) = begun(&stage, "tok_visa_4242").await;
    let body = payload("evt_1", SUCCEEDED, &purchase);
    let signature = stage.server.sign_webhook(&body);
    stage.advance(5 * MINUTE + 1).await;
    assert_eq!(code(send(&stage, body.clone(), signature).await), Code::InvalidSignature);
    let signature = stage.server.sign_webhook(&body);
    stage.advance(5 * MINUTE - 1).await;
    send(&stage, body, signature).await.expect("taken");
    assert_eq!(stage.balance(&buyer).await, 1_100);
    stage.check_ledger().await;
}

#[tokio::test]
async fn what_is_signed_and_makes_no_sense_is_refused_or_ignored() {
    let stage = Stage::start().await;
    let (buyer, purchase) = begun(&stage, "tok_visa_4242").await;
    for no_report in ["", "[]", "null", "evt_1", "{}", r#"{"id":1,"type":"x"}"#, r#"{"id":"evt_1"}"#] {
        assert_eq!(code(report(&stage, no_report.into()).await), Code::InvalidJson, "{no_report}");
    }
    let unknown = Purchase { id: "pur_nothing".into(), ..purchase.clone() };
    assert_eq!(code(report(&stage, payload("evt_1", SUCCEEDED, &unknown)).await), Code::NotFound);
    report(&stage, json!({ "id": "evt_2", "type": SUCCEEDED }).to_string()).await.expect("of no purchase");
    report(&stage, payload("evt_3", "charge.refunded", &purchase)).await.expect("taken and ignored");
    assert_eq!(stage.balance(&buyer).await, 1_000);
    report(&stage, payload("evt_1", SUCCEEDED, &purchase)).await.expect("a refusal does not use an id up");
    assert_eq!(stage.balance(&buyer).await, 1_100);
    stage.check_ledger().await;
}
