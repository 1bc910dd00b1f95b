//! One purchase, one transaction.

use avalo_sdk::{
    Code,
    api::payments::{
        ConfirmPurchase, GetPurchase, GetTransaction, GetTransactions, PurchaseStatus, Transaction,
    },
    model::Tokens,
};

use crate::{
    purse::{HOUR, tip},
    stage::{Person, Stage, code},
};

async fn newest(stage: &Stage, who: &Person) -> Transaction {
    let page = stage.call(who, GetTransactions { limit: Some(1), cursor: None }).await.expect("a page");
    page.transactions.into_iter().next().expect("a transaction")
}

#[tokio::test]
async fn a_purchase_says_how_far_it_is_to_its_buyer_only() {
    let stage = Stage::start().await;
    let (buyer, other) = (stage.person(7).await, stage.person(8).await);
    stage.add_method(&buyer, "tok_visa_4242").await;
    let purchase = stage.begin(&buyer, "mini").await;
    let get = GetPurchase { purchase_id: purchase.id.clone() };
    assert_eq!(stage.call(&buyer, get.clone()).await.expect("a purchase"), purchase);
    assert_eq!(code(stage.call(&other, get.clone()).await), Code::NotFound);
    assert_eq!(
        code(stage.call(&buyer, GetPurchase { purchase_id: "pur_none".into() }).await),
        Code::NotFound
    );
    let paid = stage.call(&buyer, ConfirmPurchase { purchase_id: purchase.id }).await.expect("paid");
    assert_eq!(stage.call(&buyer, get).await.expect("a purchase"), paid);
    let left = stage.begin(&buyer, "mini").await;
    stage.advance(HOUR).await;
    let buyer = stage.person(7).await;
    let get = GetPurchase { purchase_id: left.id };
    assert_eq!(stage.call(&buyer, get).await.expect("a purchase").status, PurchaseStatus::Expired);
}

#[tokio::test]
async fn a_transaction_is_the_same_alone_and_in_the_list_and_each_side_has_its_own_view() {
    let stage = Stage::start().await;
    let (fan, creator) = stage.pair().await;
    let stranger = stage.person(8).await;
    stage.call(&fan, tip(&creator.id, 100)).await.expect("a tip");
    let (given, taken) = (newest(&stage, &fan).await, newest(&stage, &creator).await);
    assert_eq!(given.id, taken.id, "one movement");
    let get = GetTransaction { transaction_id: given.id.clone() };
    assert_eq!(stage.call(&fan, get.clone()).await.expect("the giver's side"), given);
    let other_side = stage.call(&creator, get.clone()).await.expect("the taker's side");
    assert_eq!(other_side, taken);
    assert_eq!((given.amount, other_side.amount), (Tokens(100), Tokens(80)));
    assert_eq!(code(stage.call(&stranger, get).await), Code::NotFound);
    let none = GetTransaction { transaction_id: "pst_none".into() };
    assert_eq!(code(stage.call(&fan, none).await), Code::NotFound);
}
