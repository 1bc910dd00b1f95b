//! Who may withdraw, how much, and what it takes.

use avalo_sdk::{
    Code,
    api::payments::{
        CancelWithdrawal, Currency, GetWithdrawable, ListWithdrawals, Money, PayoutMethod, RequestWithdrawal,
        WithdrawalStatus,
    },
    model::Tokens,
};
use serde_json::json;

use crate::purse::{DAY, tip};
use crate::stage::{Person, Stage, blamed, code};

fn withdraw(amount: i64) -> RequestWithdrawal {
    RequestWithdrawal {
        amount: Tokens(amount),
        method: PayoutMethod::BankTransfer,
        destination: "PL61109010140000071219812874".into(),
    }
}

/// Steps up and withdraws, which must work.
async fn take(stage: &Stage, who: &Person, amount: i64) -> avalo_sdk::api::payments::Withdrawal {
    stage.step_up(who).await;
    stage.call(who, withdraw(amount)).await.expect("a withdrawal")
}

/// Steps up and is refused.
async fn refused(stage: &Stage, who: &Person, amount: i64) -> Code {
    stage.step_up(who).await;
    code(stage.call(who, withdraw(amount)).await)
}

#[tokio::test]
async fn a_withdrawal_locks_its_tokens_and_pays_20_groszy_for_each_less_2_percent() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    stage.earn(&creator, 1).await;
    let quote = stage.call(&creator, GetWithdrawable {}).await.expect("a quote");
    assert_eq!((quote.amount.0, quote.minimum.0, quote.maximum.0), (8_000, 500, 50_000));
    assert_eq!((quote.monthly_left.0, quote.requests_left), (100_000, 10));
    assert_eq!((quote.fee.0, quote.payout), (160, Money { minor: 156_800, currency: Currency::Pln }));
    let taken = take(&stage, &creator, 501).await;
    assert_eq!((taken.amount.0, taken.fee.0, taken.payout.minor), (501, 11, 490 * 20));
    assert_eq!((taken.status, taken.method), (WithdrawalStatus::Pending, PayoutMethod::BankTransfer));
    assert_eq!(taken.destination_end, "2874");
    let wallet = stage.wallet(&creator).await;
    assert_eq!((wallet.balance.0, wallet.pending.0), (8_499, 501));
    assert_eq!((wallet.withdrawable.0, wallet.lifetime_withdrawn.0), (7_499, 501));
    assert_eq!(wallet.lifetime_spent.0, 0, "what is withdrawn is not spent");
    let quote = stage.call(&creator, GetWithdrawable {}).await.expect("a quote");
    assert_eq!((quote.amount.0, quote.monthly_left.0, quote.requests_left), (7_499, 99_499, 9));
    let list = stage.call(&creator, ListWithdrawals {}).await.expect("withdrawals").withdrawals;
    assert_eq!(list, [taken]);
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_withdrawal_has_500_to_50_000_tokens_that_were_earned() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    stage.earn(&creator, 7).await;
    for amount in [0, 1, 499] {
        assert_eq!(refused(&stage, &creator, amount).await, Code::BelowMinimum, "{amount}");
    }
    for amount in [50_001, 56_000, (1 << 53) - 1] {
        assert_eq!(refused(&stage, &creator, amount).await, Code::AboveMaximum, "{amount}");
    }
    take(&stage, &creator, 50_000).await;
    assert_eq!(refused(&stage, &creator, 6_001).await, Code::InsufficientBalance, "the rest was bought");
    take(&stage, &creator, 6_000).await;
    assert_eq!(stage.balance(&creator).await, 1_000);
    assert_eq!(refused(&stage, &creator, 500).await, Code::InsufficientBalance);
    stage.check_ledger().await;
}

#[tokio::test]
async fn what_was_spent_cannot_be_withdrawn() {
    let stage = Stage::start().await;
    let (fan, creator) = stage.pair().await;
    stage.call(&fan, tip(&creator.id, 1_000)).await.expect("a tip");
    assert_eq!(stage.wallet(&creator).await.withdrawable, Tokens(800));
    stage.call(&creator, tip(&fan.id, 1_200)).await.expect("a tip");
    assert_eq!(stage.wallet(&creator).await.withdrawable, Tokens(600), "all that is left");
    assert_eq!(refused(&stage, &creator, 601).await, Code::InsufficientBalance);
    take(&stage, &creator, 600).await;
    assert_eq!(stage.balance(&creator).await, 0);
    stage.check_ledger().await;
}

#[tokio::test]
async fn every_withdrawal_takes_a_step_up_of_its_own() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    stage.earn(&creator, 1).await;
    let early = stage.call(&creator, withdraw(500)).await.expect_err("no step-up");
    assert_eq!((early.code, early.status), (Code::StepUpRequired, 403));
    take(&stage, &creator, 500).await;
    assert_eq!(code(stage.call(&creator, withdraw(500)).await), Code::StepUpRequired, "it is used up");
    stage.step_up(&creator).await;
    assert_eq!(code(stage.call(&creator, withdraw(1)).await), Code::BelowMinimum);
    stage.call(&creator, withdraw(500)).await.expect("a refusal does not use it up");
    stage.step_up(&creator).await;
    stage.advance(601).await;
    assert_eq!(code(stage.call(&creator, withdraw(500)).await), Code::StepUpRequired, "it is too old");
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_repeated_request_is_answered_although_its_step_up_is_used_up() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    stage.earn(&creator, 1).await;
    let send = || {
        let body = json!({ "amount": 500, "method": "paypal", "destination": "ada@example.com" });
        let request = stage.api.request("POST", "/v1/payments/withdrawals");
        request.token(&creator.token).key("one-withdrawal").json(&body).send()
    };
    assert_eq!(send().await.refusal(), (403, "step_up_required".into()));
    stage.step_up(&creator).await;
    let first = send().await;
    assert_eq!((first.status, first.header("idempotent-replayed")), (200, ""), "{first}");
    let again = send().await;
    assert_eq!((again.status, again.header("idempotent-replayed")), (200, "true"), "{again}");
    assert_eq!(again.body, first.body);
    assert_eq!(stage.wallet(&creator).await.pending, Tokens(500), "once");
    stage.check_ledger().await;
}

#[tokio::test]
async fn withdrawals_are_for_verified_creators() {
    let stage = Stage::start().await;
    let fan = stage.person(6).await;
    stage.step_up(&fan).await;
    assert_eq!(code(stage.call(&fan, withdraw(500)).await), Code::CreatorRequired);
    assert_eq!(code(stage.call(&fan, GetWithdrawable {}).await), Code::CreatorRequired);
    assert_eq!(code(stage.call(&fan, ListWithdrawals {}).await), Code::CreatorRequired);
    let cancel = CancelWithdrawal { withdrawal_id: "wdr_nothing".into() };
    assert_eq!(code(stage.call(&fan, cancel).await), Code::CreatorRequired);
    // An approval counts for two years.
    stage.advance(2 * 365 * DAY + 1).await;
    let creator = stage.person(1).await;
    stage.earn(&creator, 1).await;
    assert_eq!(refused(&stage, &creator, 500).await, Code::VerificationRequired);
    assert_eq!(stage.wallet(&creator).await.pending, Tokens(0));
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_destination_has_5_to_200_characters() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    stage.earn(&creator, 1).await;
    for destination in [String::new(), "abcd".into(), "é".repeat(201), "x".repeat(100_000)] {
        stage.step_up(&creator).await;
        let request = RequestWithdrawal { destination, ..withdraw(500) };
        assert_eq!(blamed(stage.call(&creator, request).await), "destination");
    }
    for (destination, end) in [("abcde".to_owned(), "bcde"), ("👛".repeat(200), "👛👛👛👛")] {
        stage.step_up(&creator).await;
        let request = RequestWithdrawal { destination, method: PayoutMethod::Crypto, ..withdraw(500) };
        let taken = stage.call(&creator, request).await.expect("a withdrawal");
        assert_eq!((taken.destination_end.as_str(), taken.method), (end, PayoutMethod::Crypto));
    }
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_cancelled_withdrawal_returns_its_tokens_and_its_place_in_the_month() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    stage.earn(&creator, 1).await;
    let taken = take(&stage, &creator, 8_000).await;
    let cancel = CancelWithdrawal { withdrawal_id: taken.id.clone() };
    let other = stage.person(2).await;
    assert_eq!(code(stage.call(&other, cancel.clone()).await), Code::NotFound, "another's withdrawal");
    for _ in 0..2 {
        let cancelled = stage.call(&creator, cancel.clone()).await.expect("cancelled");
        assert_eq!((cancelled.status, &cancelled.id), (WithdrawalStatus::Cancelled, &taken.id));
    }
    let wallet = stage.wallet(&creator).await;
    assert_eq!((wallet.balance.0, wallet.pending.0, wallet.withdrawable.0), (9_000, 0, 8_000));
    assert_eq!(wallet.lifetime_withdrawn.0, 0);
    let quote = stage.call(&creator, GetWithdrawable {}).await.expect("a quote");
    assert_eq!((quote.monthly_left.0, quote.requests_left), (100_000, 10));
    take(&stage, &creator, 8_000).await;
    let unknown = CancelWithdrawal { withdrawal_id: "wdr_nothing".into() };
    assert_eq!(code(stage.call(&creator, unknown).await), Code::NotFound);
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_month_has_ten_withdrawals() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    stage.earn(&creator, 1).await;
    for left in (0..10).rev() {
        take(&stage, &creator, 500).await;
        let quote = stage.call(&creator, GetWithdrawable {}).await.expect("a quote");
        assert_eq!(quote.requests_left, left);
    }
    stage.step_up(&creator).await;
    let eleventh = stage.call(&creator, withdraw(500)).await.expect_err("too many");
    assert_eq!((eleventh.code, eleventh.status), (Code::MonthlyLimitExceeded, 409));
    // The world began on 1 January.
    stage.advance(31 * DAY).await;
    let creator = stage.person(1).await;
    take(&stage, &creator, 500).await;
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_month_has_100_000_tokens() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    stage.earn(&creator, 13).await;
    take(&stage, &creator, 50_000).await;
    take(&stage, &creator, 49_500).await;
    assert_eq!(refused(&stage, &creator, 501).await, Code::MonthlyLimitExceeded);
    take(&stage, &creator, 500).await;
    let quote = stage.call(&creator, GetWithdrawable {}).await.expect("a quote");
    assert_eq!((quote.monthly_left.0, quote.requests_left, quote.amount.0), (0, 7, 4_000));
    assert_eq!(refused(&stage, &creator, 500).await, Code::MonthlyLimitExceeded);
    stage.check_ledger().await;
}
