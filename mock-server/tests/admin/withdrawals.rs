//! Withdrawals that wait for a decision.

use avalo_sdk::{
    Code,
    api::{
        admin::{ListAllWithdrawals, ReviewWithdrawal},
        payments::{
            CancelWithdrawal, GetWallet, GetWithdrawable, ListWithdrawals, PayoutMethod, RequestWithdrawal,
            Withdrawal, WithdrawalStatus,
        },
    },
    model::Tokens,
};

use crate::{
    DAY, WHY,
    stage::{Person, Stage, blamed, code},
};

/// User 1 asks for 600 of 800 earned tokens on a Thursday.
async fn requested(stage: &Stage) -> (Person, Withdrawal) {
    let (fan, creator) = (stage.person(6).await, stage.person(1).await);
    stage.tip(&fan, &creator, 1_000).await;
    stage.step_up(&creator).await;
    let request = RequestWithdrawal {
        amount: Tokens(600),
        method: PayoutMethod::Paypal,
        destination: "ada@example.com".into(),
    };
    let withdrawal = stage.call(&creator, request).await.expect("a withdrawal");
    (creator, withdrawal)
}

fn review(withdrawal: &Withdrawal, approve: bool, reason: Option<&str>) -> ReviewWithdrawal {
    ReviewWithdrawal { withdrawal_id: withdrawal.id.clone(), approve, reason: reason.map(str::to_owned) }
}

async fn status(stage: &Stage) -> WithdrawalStatus {
    let creator = stage.person(1).await;
    stage.call(&creator, ListWithdrawals {}).await.expect("withdrawals").withdrawals[0].status
}

#[tokio::test]
async fn nothing_is_paid_before_somebody_decides() {
    let stage = Stage::start().await;
    let (_, withdrawal) = requested(&stage).await;
    stage.advance(30 * DAY).await;
    assert_eq!(status(&stage).await, WithdrawalStatus::Pending);
    let finance = stage.staff("finance").await;
    let pending = ListAllWithdrawals { status: Some(WithdrawalStatus::Pending), ..Default::default() };
    let page = stage.call(&finance, pending).await.expect("withdrawals");
    let listed = &page.withdrawals[0];
    assert_eq!((listed.destination.as_str(), listed.user.id.as_str()), ("ada@example.com", "usr_1"));
    let reviewed = stage.call(&finance, review(&withdrawal, true, None)).await.expect("approved");
    assert_eq!(reviewed.withdrawal.status, WithdrawalStatus::Approved);
    assert_eq!(reviewed.reviewed_by, Some(finance.id.clone()));
    let before = stage.server.invariants().await.expect("invariants");
    stage.advance(4 * DAY).await;
    assert_eq!(status(&stage).await, WithdrawalStatus::Completed);
    let after = stage.server.invariants().await.expect("invariants");
    assert_eq!((before.tokens - after.tokens, after.platform - before.platform), (588, 12));
    let finance = stage.staff("finance").await;
    let again = stage.call(&finance, review(&withdrawal, false, Some(WHY))).await;
    assert_eq!(code(again), Code::FailedPrecondition);
    stage.check_ledger().await;
}

#[tokio::test]
async fn what_is_refused_comes_back_at_once() {
    let stage = Stage::start().await;
    let (creator, withdrawal) = requested(&stage).await;
    let finance = stage.staff("finance").await;
    assert_eq!(blamed(stage.call(&finance, review(&withdrawal, false, None)).await), "reason");
    let refused = stage.call(&finance, review(&withdrawal, false, Some(WHY))).await.expect("refused");
    assert_eq!(
        (refused.withdrawal.status, refused.reason.as_deref()),
        (WithdrawalStatus::Rejected, Some(WHY))
    );
    let wallet = stage.call(&creator, GetWallet {}).await.expect("a wallet");
    assert_eq!((wallet.balance.0, wallet.pending.0, wallet.withdrawable.0), (1_800, 0, 800));
    let quote = stage.call(&creator, GetWithdrawable {}).await.expect("a quote");
    assert_eq!((quote.monthly_left.0, quote.requests_left), (100_000, 10));
    stage.check_ledger().await;
}

#[tokio::test]
async fn what_was_taken_back_is_decided_no_longer_and_nobody_pays_themselves() {
    let stage = Stage::start().await;
    let (creator, withdrawal) = requested(&stage).await;
    let (boss, finance) = (stage.staff("super").await, stage.staff("finance").await);
    stage.step_up(&boss).await;
    let appointed = avalo_sdk::api::admin::SetRole {
        user_id: creator.id.clone(),
        role: avalo_sdk::api::auth::Role::Admin,
        scopes: Vec::new(),
        reason: WHY.into(),
    };
    stage.call(&boss, appointed).await.expect("appointed");
    assert_eq!(code(stage.call(&creator, review(&withdrawal, true, None)).await), Code::CannotTargetSelf);
    let cancel = CancelWithdrawal { withdrawal_id: withdrawal.id.clone() };
    stage.call(&creator, cancel).await.expect("cancelled");
    assert_eq!(code(stage.call(&finance, review(&withdrawal, true, None)).await), Code::FailedPrecondition);
    let unknown = ReviewWithdrawal { withdrawal_id: "wdr_none".into(), approve: true, reason: None };
    assert_eq!(code(stage.call(&finance, unknown).await), Code::NotFound);
}

#[tokio::test]
async fn two_who_decide_at_once_decide_once() {
    let stage = Stage::start().await;
    let (_, withdrawal) = requested(&stage).await;
    let (finance, admin) = (stage.staff("finance").await, stage.person(10).await);
    let (one, other) = tokio::join!(
        stage.call(&finance, review(&withdrawal, true, None)),
        stage.call(&admin, review(&withdrawal, false, Some(WHY)))
    );
    assert_eq!(u8::from(one.is_ok()) + u8::from(other.is_ok()), 1, "{one:?} {other:?}");
    stage.check_ledger().await;
}
