//! Transactions that are reversed, and tokens that the platform gives.

use avalo_sdk::{
    Code, Problem,
    api::{
        admin::{CreditDirection, CreditTokens, RefundReceipt, RefundTransaction},
        feed::{GetPost, UnlockPost},
        payments::{
            AddPaymentMethod, ConfirmPurchase, GetTransactions, GetWallet, ListSubscriptions,
            PaymentMethodKind, PurchaseTokens, SubscribeToCreator, SubscriptionStatus, TransactionKind,
        },
        profiles::{CreateSubscriptionTier, TierDuration},
    },
    model::{Tokens, TransactionId},
};

use crate::{
    WHY,
    stage::{Person, Stage, code},
};

/// The newest transaction of somebody.
async fn newest(stage: &Stage, who: &Person) -> TransactionId {
    let page = GetTransactions { limit: Some(1), cursor: None };
    stage.call(who, page).await.expect("transactions").transactions[0].id.clone()
}

async fn refund(stage: &Stage, by: &Person, id: &TransactionId) -> Result<RefundReceipt, Problem> {
    stage.call(by, RefundTransaction { transaction_id: id.clone(), reason: WHY.into() }).await
}

fn credit(whom: &Person, direction: CreditDirection, amount: i64) -> CreditTokens {
    CreditTokens { user_id: whom.id.clone(), direction, amount: Tokens(amount), reason: WHY.into() }
}

#[tokio::test]
async fn a_tip_is_reversed_once_and_whole() {
    let stage = Stage::start().await;
    let (finance, fan, creator) =
        (stage.staff("finance").await, stage.person(6).await, stage.person(1).await);
    stage.tip(&fan, &creator, 100).await;
    let tip = newest(&stage, &fan).await;
    let (one, other) = tokio::join!(refund(&stage, &finance, &tip), refund(&stage, &finance, &tip));
    let receipts: Vec<_> = [one, other].into_iter().flatten().collect();
    assert_eq!(receipts.len(), 1, "two at once reverse once");
    let RefundReceipt { amount, from_earner, from_platform, user_id, kind, .. } = &receipts[0];
    assert_eq!((amount.0, from_earner.0, from_platform.0), (100, 80, 20));
    assert_eq!((user_id, *kind), (&fan.id, TransactionKind::Tip));
    assert_eq!(code(refund(&stage, &finance, &tip).await), Code::AlreadyExists);
    assert_eq!((stage.balance(&fan).await, stage.balance(&creator).await), (1_000, 1_000));
    for (who, kind) in [(&fan, "spent"), (&creator, "earned")] {
        let wallet = stage.call(who, GetWallet {}).await.expect("a wallet");
        assert_eq!(
            (wallet.lifetime_spent.0, wallet.lifetime_earned.0, wallet.withdrawable.0),
            (0, 0, 0),
            "{kind}"
        );
    }
    let page = GetTransactions { limit: Some(1), cursor: None };
    let page = stage.call(&fan, page).await.expect("transactions");
    assert_eq!(page.transactions[0].kind, TransactionKind::Refund);
    let receipt = refund(&stage, &finance, &page.transactions[0].id).await;
    assert_eq!(code(receipt), Code::FailedPrecondition, "a refund is not reversed");
    stage.check_ledger().await;
}

#[tokio::test]
async fn who_has_spent_it_is_not_taken_below_zero_and_the_platform_can_make_it_good() {
    let stage = Stage::start().await;
    let (finance, admin) = (stage.staff("finance").await, stage.person(10).await);
    let (fan, creator, other) = (stage.person(6).await, stage.person(1).await, stage.person(2).await);
    stage.tip(&fan, &creator, 100).await;
    let tip = newest(&stage, &fan).await;
    stage.tip(&creator, &other, 1_080).await;
    let problem = refund(&stage, &finance, &tip).await.expect_err("it was spent");
    assert_eq!(problem.code, Code::InsufficientBalance);
    assert!(problem.detail.as_deref().is_some_and(|detail| detail.contains("creditTokens")), "{problem:?}");
    assert_eq!((stage.balance(&fan).await, stage.balance(&creator).await), (900, 0));
    let receipt = stage.call(&admin, credit(&fan, CreditDirection::Grant, 100)).await.expect("tokens");
    assert_eq!(receipt.balance, Tokens(1_000));
    let wallet = stage.call(&fan, GetWallet {}).await.expect("a wallet");
    assert_eq!((wallet.withdrawable, wallet.lifetime_earned), (Tokens::ZERO, Tokens::ZERO));
    stage.check_ledger().await;
}

#[tokio::test]
async fn the_platform_gives_no_more_than_it_has_and_takes_no_more_than_there_is() {
    let stage = Stage::start().await;
    let (admin, user) = (stage.person(10).await, stage.person(6).await);
    let grant = stage.call(&admin, credit(&user, CreditDirection::Grant, 1)).await;
    assert_eq!(code(grant), Code::InsufficientBalance, "a new platform has nothing");
    let take = stage.call(&admin, credit(&user, CreditDirection::Take, 1_001)).await;
    assert_eq!(code(take), Code::InsufficientBalance);
    let taken = stage.call(&admin, credit(&user, CreditDirection::Take, 1_000)).await.expect("taken");
    assert_eq!(taken.balance, Tokens::ZERO);
    assert_eq!(stage.call(&user, GetWallet {}).await.expect("a wallet").lifetime_spent, Tokens::ZERO);
    let own = stage.call(&admin, credit(&admin, CreditDirection::Grant, 1)).await;
    assert_eq!(code(own), Code::CannotTargetSelf);
    for amount in [0, 100_001] {
        let out = stage.call(&admin, credit(&user, CreditDirection::Grant, amount)).await;
        assert_eq!(code(out), Code::ValidationFailed);
    }
    stage.check_ledger().await;
}

#[tokio::test]
async fn what_was_unlocked_is_locked_again_and_a_subscription_ends() {
    let stage = Stage::start().await;
    let (finance, fan, creator) =
        (stage.staff("finance").await, stage.person(6).await, stage.person(1).await);
    let post =
        stage.post_of(&creator, "Eleven words that are worth a price, or so she says.", Some(25)).await;
    stage.call(&fan, UnlockPost { post_id: post.id.clone() }).await.expect("unlocked");
    refund(&stage, &finance, &newest(&stage, &fan).await).await.expect("reversed");
    assert!(stage.call(&fan, GetPost { post_id: post.id.clone() }).await.expect("a post").locked);
    let again = stage.call(&fan, UnlockPost { post_id: post.id }).await.expect("unlocked");
    assert_eq!(again.charged, Tokens(25), "it costs again");

    let tier = CreateSubscriptionTier {
        name: "Readers".into(),
        price: Tokens(50),
        duration: TierDuration::Monthly,
        benefits: vec!["Notes".into()],
    };
    let tier_id = stage.call(&creator, tier).await.expect("a tier").id;
    let subscribe = SubscribeToCreator { creator_id: creator.id.clone(), tier_id };
    stage.call(&fan, subscribe).await.expect("a subscription");
    refund(&stage, &finance, &newest(&stage, &fan).await).await.expect("reversed");
    let list = stage.call(&fan, ListSubscriptions {}).await.expect("subscriptions");
    assert_eq!(list.subscriptions[0].status, SubscriptionStatus::Ended);
    stage.check_ledger().await;
}

#[tokio::test]
async fn bought_tokens_go_back_to_the_provider_if_they_are_there() {
    let stage = Stage::start().await;
    let (finance, fan) = (stage.staff("finance").await, stage.person(6).await);
    let card =
        AddPaymentMethod { kind: PaymentMethodKind::Card, token: "tok_visa_4242".into(), is_default: None };
    stage.call(&fan, card).await.expect("a card");
    let pack = PurchaseTokens { package_id: "mini".into(), payment_method_id: None, currency: None };
    let purchase_id = stage.call(&fan, pack).await.expect("a purchase").id;
    stage.call(&fan, ConfirmPurchase { purchase_id }).await.expect("paid");
    let purchase = newest(&stage, &fan).await;
    let receipt = refund(&stage, &finance, &purchase).await.expect("reversed");
    assert_eq!((receipt.user_id, receipt.amount), (fan.id.clone(), Tokens(100)));
    let wallet = stage.call(&fan, GetWallet {}).await.expect("a wallet");
    assert_eq!((wallet.balance.0, wallet.lifetime_purchased.0, wallet.lifetime_spent.0), (1_000, 0, 0));
    stage.check_ledger().await;
}

#[tokio::test]
async fn only_what_was_paid_is_reversed_and_not_by_who_paid() {
    let stage = Stage::start().await;
    let (finance, admin, creator) =
        (stage.staff("finance").await, stage.person(10).await, stage.person(1).await);
    let seed = newest(&stage, &creator).await;
    assert_eq!(code(refund(&stage, &finance, &seed).await), Code::FailedPrecondition);
    assert_eq!(code(refund(&stage, &finance, &"pst_none".into()).await), Code::NotFound);
    stage.tip(&admin, &creator, 10).await;
    let own = newest(&stage, &admin).await;
    assert_eq!(code(refund(&stage, &admin, &own).await), Code::CannotTargetSelf);
    refund(&stage, &finance, &own).await.expect("a colleague may");
}
