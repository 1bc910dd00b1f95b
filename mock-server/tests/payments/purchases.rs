//! Packs and the way of a purchase: begun, confirmed, declined, expired.

use avalo_sdk::{
    Code,
    api::payments::{
        ConfirmPurchase, Currency, GetPackages, Money, PaymentMethodKind, PurchaseStatus, PurchaseTokens,
    },
};

use crate::purse::{DAY, MINUTE, pack};
use crate::stage::{Person, Stage, code};

async fn buyer(stage: &Stage, token: &str) -> Person {
    let buyer = stage.person(7).await;
    stage.add_method(&buyer, token).await;
    buyer
}

#[tokio::test]
async fn seven_packs_have_a_price_in_three_currencies() {
    let stage = Stage::start().await;
    let nobody = Person { id: "".into(), token: String::new() };
    let prices = [
        (None, Currency::Pln, [3_199, 8_599, 13_499, 24_499, 46_999, 112_599, 214_999]),
        (Some(Currency::Pln), Currency::Pln, [3_199, 8_599, 13_499, 24_499, 46_999, 112_599, 214_999]),
        (Some(Currency::Usd), Currency::Usd, [800, 2_150, 3_400, 6_150, 11_800, 28_250, 53_900]),
        (Some(Currency::Eur), Currency::Eur, [750, 2_000, 3_150, 5_750, 11_000, 26_400, 50_400]),
    ];
    for (asked, currency, prices) in prices {
        let list = stage.call(&nobody, GetPackages { currency: asked }).await.expect("packs").packages;
        let names: Vec<_> = list.iter().map(|pack| pack.id.as_str()).collect();
        assert_eq!(names, ["mini", "basic", "standard", "premium", "pro", "elite", "royal"]);
        let tokens: Vec<_> = list.iter().map(|pack| pack.tokens.0).collect();
        assert_eq!(tokens, [100, 300, 500, 1_000, 2_000, 5_000, 10_000]);
        assert_eq!(list.iter().map(|pack| pack.price.minor).collect::<Vec<_>>(), prices);
        assert!(list.iter().all(|pack| pack.price.currency == currency));
        let popular: Vec<_> = list.iter().filter(|pack| pack.popular).map(|pack| pack.id.as_str()).collect();
        assert_eq!(popular, ["standard"]);
    }
}

#[tokio::test]
async fn a_purchase_is_paid_once_it_is_confirmed_and_once_only() {
    let stage = Stage::start().await;
    let buyer = buyer(&stage, "tok_visa_4242").await;
    let request = PurchaseTokens { currency: Some(Currency::Eur), ..pack("pro") };
    let begun = stage.call(&buyer, request).await.expect("a purchase");
    assert_eq!((begun.status, begun.tokens.0), (PurchaseStatus::Pending, 2_000));
    assert_eq!(begun.price, Money { minor: 11_000, currency: Currency::Eur });
    assert_eq!(begun.expires_at.unix_ms - begun.created_at.unix_ms, 30 * 60_000);
    assert_eq!(stage.balance(&buyer).await, 1_000, "nothing is paid yet");
    let confirm = ConfirmPurchase { purchase_id: begun.id.clone() };
    let paid = stage.call(&buyer, confirm.clone()).await.expect("paid");
    assert_eq!((paid.status, &paid.id), (PurchaseStatus::Completed, &begun.id));
    let again = stage.call(&buyer, confirm).await.expect("paid already");
    assert_eq!(again, paid);
    let wallet = stage.wallet(&buyer).await;
    assert_eq!((wallet.balance.0, wallet.lifetime_purchased.0), (3_000, 2_000));
    assert_eq!(wallet.withdrawable.0, 0, "bought tokens never become money");
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_purchase_that_is_not_confirmed_within_30_minutes_expires() {
    let stage = Stage::start().await;
    let buyer = buyer(&stage, "tok_visa_4242").await;
    let begun = stage.begin(&buyer, "mini").await;
    stage.advance(29 * MINUTE).await;
    let in_time = stage.begin(&buyer, "mini").await;
    stage.advance(MINUTE).await;
    let late = stage.call(&buyer, ConfirmPurchase { purchase_id: begun.id }).await;
    assert_eq!(code(late), Code::FailedPrecondition);
    let in_time = stage.call(&buyer, ConfirmPurchase { purchase_id: in_time.id }).await;
    assert_eq!(in_time.expect("paid").status, PurchaseStatus::Completed);
    assert_eq!(stage.balance(&buyer).await, 1_100);
    stage.advance(DAY).await;
    let buyer = stage.person(7).await;
    assert_eq!(stage.balance(&buyer).await, 1_100, "what is paid does not expire");
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_declined_payment_stays_declined_and_takes_nothing() {
    let stage = Stage::start().await;
    let buyer = buyer(&stage, "tok_declined_0002").await;
    let begun = stage.begin(&buyer, "mini").await;
    let confirm = ConfirmPurchase { purchase_id: begun.id };
    let refused = stage.call(&buyer, confirm.clone()).await.expect_err("declined");
    assert_eq!((refused.code, refused.status), (Code::PaymentDeclined, 402));
    assert_eq!(code(stage.call(&buyer, confirm).await), Code::FailedPrecondition);
    let other = stage.add_method(&buyer, "tok_visa_4242").await;
    let request = PurchaseTokens { payment_method_id: Some(other.id), ..pack("mini") };
    let begun = stage.call(&buyer, request).await.expect("a purchase");
    let confirm = ConfirmPurchase { purchase_id: begun.id };
    assert_eq!(stage.call(&buyer, confirm).await.expect("paid").status, PurchaseStatus::Completed);
    assert_eq!(stage.balance(&buyer).await, 1_100);
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_proof_for_the_bank_keeps_a_purchase_open_until_it_expires() {
    let stage = Stage::start().await;
    let buyer = buyer(&stage, "tok_requires_action_3220").await;
    let begun = stage.begin(&buyer, "mini").await;
    let confirm = ConfirmPurchase { purchase_id: begun.id };
    for _ in 0..2 {
        let asked = stage.call(&buyer, confirm.clone()).await.expect("an answer");
        assert_eq!(asked.status, PurchaseStatus::RequiresAction);
    }
    stage.advance(30 * MINUTE).await;
    assert_eq!(code(stage.call(&buyer, confirm).await), Code::FailedPrecondition);
    assert_eq!(stage.balance(&buyer).await, 1_000);
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_third_purchase_within_a_minute_waits() {
    let stage = Stage::start().await;
    let buyer = buyer(&stage, "tok_visa_4242").await;
    stage.begin(&buyer, "mini").await;
    stage.advance(10).await;
    stage.begin(&buyer, "mini").await;
    let refused = stage.call(&buyer, pack("mini")).await.expect_err("too fast");
    assert_eq!((refused.code, refused.status, refused.retry_after), (Code::TooFast, 429, Some(50)));
    stage.advance(49).await;
    assert_eq!(code(stage.call(&buyer, pack("mini")).await), Code::TooFast);
    stage.advance(1).await;
    stage.begin(&buyer, "mini").await;
    assert_eq!(code(stage.call(&buyer, pack("mini")).await), Code::TooFast, "two within the minute again");
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_purchase_needs_a_pack_and_a_method_that_are_there() {
    let stage = Stage::start().await;
    let (buyer, other) = (stage.person(7).await, stage.person(8).await);
    assert_eq!(code(stage.call(&buyer, pack("mini")).await), Code::FailedPrecondition, "no method");
    assert_eq!(code(stage.call(&buyer, pack("tiny")).await), Code::NotFound);
    let theirs = stage.add_method(&other, "tok_visa_4242").await;
    assert_eq!(theirs.kind, PaymentMethodKind::Card);
    let request = PurchaseTokens { payment_method_id: Some(theirs.id), ..pack("mini") };
    assert_eq!(code(stage.call(&buyer, request).await), Code::NotFound, "another user's method");
    let theirs = stage.begin(&other, "mini").await;
    let confirm = ConfirmPurchase { purchase_id: theirs.id };
    assert_eq!(code(stage.call(&buyer, confirm).await), Code::NotFound, "another user's purchase");
    let confirm = ConfirmPurchase { purchase_id: "pur_nothing".into() };
    assert_eq!(code(stage.call(&buyer, confirm).await), Code::NotFound);
    stage.check_ledger().await;
}
