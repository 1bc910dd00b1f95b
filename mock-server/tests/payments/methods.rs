//! Stored payment methods.

use avalo_sdk::{
    Code,
    api::payments::{AddPaymentMethod, PaymentMethodKind, RemovePaymentMethod, SetDefaultPaymentMethod},
    model::PaymentMethodId,
};

use crate::stage::{Person, Stage, blamed, code};

fn method(kind: PaymentMethodKind, token: &str, is_default: Option<bool>) -> AddPaymentMethod {
    AddPaymentMethod { kind, token: token.into(), is_default }
}

/// The last four characters of all methods, the default one first.
async fn stored(stage: &Stage, who: &Person) -> Vec<String> {
    let methods = stage.wallet(who).await.payment_methods;
    let defaults = methods.iter().filter(|method| method.is_default).count();
    assert_eq!(defaults, usize::from(!methods.is_empty()), "one is the default, and only one");
    assert!(methods.iter().take(1).all(|method| method.is_default), "it comes first");
    methods.into_iter().map(|method| method.last4).collect()
}

async fn remove(stage: &Stage, who: &Person, id: &PaymentMethodId) {
    let request = RemovePaymentMethod { payment_method_id: id.clone() };
    stage.call(who, request).await.expect("removed");
}

#[tokio::test]
async fn the_first_method_is_the_default_and_the_oldest_of_the_rest_takes_its_place() {
    let stage = Stage::start().await;
    let owner = stage.person(7).await;
    let card = method(PaymentMethodKind::Card, "tok_visa_1111", Some(false));
    let card = stage.call(&owner, card).await.expect("a card");
    assert_eq!((card.kind, card.last4.as_str(), card.is_default), (PaymentMethodKind::Card, "1111", true));
    let bank = method(PaymentMethodKind::BankAccount, "tok_bank_2222", None);
    let bank = stage.call(&owner, bank).await.expect("an account");
    assert_eq!((bank.kind, bank.is_default), (PaymentMethodKind::BankAccount, false));
    let paypal = method(PaymentMethodKind::Paypal, "tok_paypal_3333", Some(true));
    let paypal = stage.call(&owner, paypal).await.expect("an account");
    assert_eq!(stored(&stage, &owner).await, ["3333", "1111", "2222"]);
    remove(&stage, &owner, &paypal.id).await;
    assert_eq!(stored(&stage, &owner).await, ["1111", "2222"]);
    remove(&stage, &owner, &bank.id).await;
    remove(&stage, &owner, &bank.id).await;
    assert_eq!(stored(&stage, &owner).await, ["1111"], "removing twice is removing once");
    remove(&stage, &owner, &card.id).await;
    assert!(stored(&stage, &owner).await.is_empty());
    stage.check_ledger().await;
}

#[tokio::test]
async fn nobody_removes_the_method_of_another() {
    let stage = Stage::start().await;
    let (owner, other) = (stage.person(7).await, stage.person(8).await);
    let card = stage.add_method(&owner, "tok_visa_1111").await;
    remove(&stage, &other, &card.id).await;
    assert_eq!(stored(&stage, &owner).await, ["1111"]);
    assert!(stored(&stage, &other).await.is_empty());
    stage.check_ledger().await;
}

#[tokio::test]
async fn ten_methods_are_the_most() {
    let stage = Stage::start().await;
    let owner = stage.person(7).await;
    for number in 0..10 {
        stage.add_method(&owner, &format!("tok_visa_{number:04}")).await;
    }
    let eleventh = method(PaymentMethodKind::Card, "tok_visa_4242", Some(true));
    assert_eq!(code(stage.call(&owner, eleventh.clone()).await), Code::FailedPrecondition);
    let first = stage.wallet(&owner).await.payment_methods[0].clone();
    assert_eq!(first.last4, "0009", "a refusal leaves the default where it was");
    remove(&stage, &owner, &first.id).await;
    stage.call(&owner, eleventh).await.expect("room for one");
    assert_eq!(stored(&stage, &owner).await[0], "4242");
    stage.check_ledger().await;
}

#[tokio::test]
async fn what_the_provider_calls_a_method_has_10_to_200_characters() {
    let stage = Stage::start().await;
    let owner = stage.person(7).await;
    for token in [String::new(), "t".repeat(9), "t".repeat(201), "é".repeat(201), "t".repeat(100_000)] {
        let request = method(PaymentMethodKind::Card, &token, None);
        assert_eq!(blamed(stage.call(&owner, request).await), "token", "{} bytes", token.len());
    }
    for token in ["t".repeat(10), "é".repeat(200), "👛".repeat(200)] {
        stage.call(&owner, method(PaymentMethodKind::Card, &token, None)).await.expect("a method");
    }
    assert_eq!(stored(&stage, &owner).await, ["tttt", "éééé", "👛👛👛👛"]);
    stage.check_ledger().await;
}

#[tokio::test]
async fn the_default_is_whichever_its_owner_says() {
    let stage = Stage::start().await;
    let (owner, other) = (stage.person(7).await, stage.person(8).await);
    stage.add_method(&owner, "tok_visa_1111").await;
    let old =
        stage.call(&owner, method(PaymentMethodKind::Card, "tok_visa_2222", None)).await.expect("a card");
    assert_eq!(stored(&stage, &owner).await, ["1111", "2222"]);
    let request = SetDefaultPaymentMethod { payment_method_id: old.id.clone() };
    for _ in 0..2 {
        let set = stage.call(&owner, request.clone()).await.expect("the default");
        assert_eq!((&set.id, set.is_default), (&old.id, true));
        assert_eq!(stored(&stage, &owner).await, ["2222", "1111"]);
    }
    assert_eq!(code(stage.call(&other, request.clone()).await), Code::NotFound);
    remove(&stage, &owner, &old.id).await;
    assert_eq!(code(stage.call(&owner, request).await), Code::NotFound);
    assert_eq!(stored(&stage, &owner).await, ["1111"]);
}
