//! The way of a withdrawal as time passes.

use avalo_sdk::{
    Code,
    api::{
        payments::{
            CancelWithdrawal, GetWithdrawable, ListWithdrawals, PayoutMethod, RequestWithdrawal, Withdrawal,
            WithdrawalStatus,
        },
        profiles::DeleteAccount,
    },
    model::Tokens,
};

use crate::purse::{DAY, tip};
use crate::stage::{Person, Stage, code};

/// User 1 withdraws 600 of 800 earned tokens on a Thursday, 1 January 2026.
async fn requested(stage: &Stage, destination: &str) -> (Person, Withdrawal) {
    let (fan, creator) = stage.pair().await;
    stage.call(&fan, tip(&creator.id, 1_000)).await.expect("a tip");
    stage.step_up(&creator).await;
    let request = RequestWithdrawal {
        amount: Tokens(600),
        method: PayoutMethod::Paypal,
        destination: destination.into(),
    };
    let withdrawal = stage.call(&creator, request).await.expect("a withdrawal");
    (creator, withdrawal)
}

async fn status(stage: &Stage) -> WithdrawalStatus {
    let creator = stage.person(1).await;
    let list = stage.call(&creator, ListWithdrawals {}).await.expect("withdrawals").withdrawals;
    list[0].status
}

#[tokio::test]
async fn the_money_arrives_two_business_days_after_it_was_approved() {
    let stage = Stage::start().await;
    let (_, withdrawal) = requested(&stage, "ada@example.com").await;
    stage.advance(DAY).await;
    assert_eq!(status(&stage).await, WithdrawalStatus::Pending, "nobody has decided yet, on Friday");
    stage.decide(&withdrawal, None).await;
    let before = stage.server.invariants().await.expect("invariants");
    for (weekday, expected) in [
        ("Saturday", WithdrawalStatus::Approved),
        ("Sunday", WithdrawalStatus::Approved),
        ("Monday", WithdrawalStatus::Processing),
        ("Tuesday", WithdrawalStatus::Completed),
        ("Wednesday", WithdrawalStatus::Completed),
    ] {
        stage.advance(DAY).await;
        assert_eq!(status(&stage).await, expected, "on {weekday}");
        stage.check_ledger().await;
    }
    let after = stage.server.invariants().await.expect("invariants");
    assert_eq!(before.tokens - after.tokens, 588, "what was paid out is gone");
    assert_eq!(after.platform - before.platform, 12, "the fee stays");
    let creator = stage.person(1).await;
    let wallet = stage.wallet(&creator).await;
    assert_eq!((wallet.balance.0, wallet.pending.0), (1_200, 0));
    assert_eq!((wallet.lifetime_withdrawn.0, wallet.withdrawable.0), (600, 200));
    let cancel = CancelWithdrawal { withdrawal_id: withdrawal.id };
    assert_eq!(code(stage.call(&creator, cancel).await), Code::FailedPrecondition, "it has arrived");
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_withdrawal_that_is_under_way_cannot_be_taken_back() {
    let stage = Stage::start().await;
    let (creator, withdrawal) = requested(&stage, "ada@example.com").await;
    stage.step_up(&creator).await;
    let delete = stage.call(&creator, DeleteAccount {}).await;
    assert_eq!(code(delete), Code::FailedPrecondition, "nor is an account deleted meanwhile");
    stage.decide(&withdrawal, None).await;
    let creator = stage.person(1).await;
    let cancel = CancelWithdrawal { withdrawal_id: withdrawal.id };
    assert_eq!(code(stage.call(&creator, cancel).await), Code::FailedPrecondition);
    assert_eq!(stage.wallet(&creator).await.pending, Tokens(600));
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_cancelled_withdrawal_stays_cancelled() {
    let stage = Stage::start().await;
    let (creator, withdrawal) = requested(&stage, "ada@example.com").await;
    let cancel = CancelWithdrawal { withdrawal_id: withdrawal.id };
    stage.call(&creator, cancel).await.expect("cancelled");
    stage.advance(10 * DAY).await;
    assert_eq!(status(&stage).await, WithdrawalStatus::Cancelled);
    assert_eq!(stage.balance(&stage.person(1).await).await, 1_800);
    stage.check_ledger().await;
}

#[tokio::test]
async fn what_is_rejected_or_fails_comes_back() {
    for (destination, refused, days, end) in [
        ("ada@example.com", Some("The name is another one."), 0, WithdrawalStatus::Rejected),
        ("failed@example.com", None, 4, WithdrawalStatus::Failed),
    ] {
        let stage = Stage::start().await;
        let (_, withdrawal) = requested(&stage, destination).await;
        assert_eq!(stage.wallet(&stage.person(1).await).await.pending, Tokens(600));
        stage.decide(&withdrawal, refused).await;
        stage.advance(days * DAY).await;
        assert_eq!(status(&stage).await, end);
        stage.advance(10 * DAY).await;
        assert_eq!(status(&stage).await, end, "for good");
        let creator = stage.person(1).await;
        let wallet = stage.wallet(&creator).await;
        assert_eq!((wallet.balance.0, wallet.pending.0, wallet.withdrawable.0), (1_800, 0, 800));
        let quote = stage.call(&creator, GetWithdrawable {}).await.expect("a quote");
        assert_eq!((quote.monthly_left.0, quote.requests_left), (100_000, 10));
        stage.check_ledger().await;
    }
}
