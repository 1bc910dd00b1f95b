//! Many requests at the same moment.

use avalo_sdk::{Code, api::payments::ConfirmPurchase};
use futures_util::future::join_all;
use serde_json::json;

use crate::purse::tip;
use crate::stage::Stage;

#[tokio::test]
async fn of_many_tips_at_once_those_are_paid_that_the_balance_holds() {
    let stage = Stage::start().await;
    let (fan, creator) = stage.pair().await;
    let tips = join_all((0..40).map(|_| stage.call(&fan, tip(&creator.id, 100)))).await;
    let (paid, refused): (Vec<_>, Vec<_>) = tips.into_iter().partition(Result::is_ok);
    assert_eq!((paid.len(), refused.len()), (10, 30));
    assert!(refused.into_iter().all(|tip| tip.is_err_and(|why| why.code == Code::InsufficientBalance)));
    assert_eq!((stage.balance(&fan).await, stage.balance(&creator).await), (0, 1_800));
    stage.check_ledger().await;
}

#[tokio::test]
async fn one_key_from_many_at_once_is_one_tip() {
    let stage = Stage::start().await;
    let (fan, _) = stage.pair().await;
    // Two devices of the same person.
    let elsewhere = stage.person(6).await;
    let body = json!({ "recipientId": "usr_1", "amount": 10 });
    let send = |number: usize| {
        let token = [&fan.token, &elsewhere.token][number % 2];
        stage.api.request("POST", "/v1/payments/tips").token(token).key("one").json(&body).send()
    };
    let answers = join_all((0..30).map(send)).await;
    let first =
        answers.iter().filter(|one| one.status == 200 && one.header("idempotent-replayed").is_empty());
    assert_eq!(first.count(), 1);
    for answer in &answers {
        let fine = answer.status == 200 || answer.refusal() == (409, "idempotency_in_flight".into());
        assert!(fine, "{answer}");
    }
    assert_eq!(stage.balance(&fan).await, 990);
    stage.check_ledger().await;
}

#[tokio::test]
async fn the_buyer_and_the_provider_at_once_credit_a_purchase_once() {
    let stage = Stage::start().await;
    let fan = stage.person(6).await;
    stage.add_method(&fan, "tok_visa_4242").await;
    let purchase = stage.begin(&fan, "premium").await.id;
    let confirms = (0..8).map(|_| stage.call(&fan, ConfirmPurchase { purchase_id: purchase.clone() }));
    let reports = (0..8).map(|number| {
        let event = json!({
            "id": format!("evt_{}", number % 4), "type": "payment_intent.succeeded", "purchaseId": purchase,
        });
        let payload = event.to_string();
        let signature = stage.server.sign_webhook(&payload);
        stage.api.post("", "/v1/payments/webhook", json!({ "payload": payload, "signature": signature }))
    });
    let (confirms, reports) = tokio::join!(join_all(confirms), join_all(reports));
    assert!(confirms.iter().all(Result::is_ok), "{confirms:?}");
    assert!(reports.iter().all(|report| report.status == 204), "{reports:?}");
    assert_eq!(stage.balance(&fan).await, 2_000);
    stage.check_ledger().await;
}
