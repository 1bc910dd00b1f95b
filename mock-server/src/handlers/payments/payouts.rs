//! The way of a withdrawal once it was requested: it waits for the staff, see `admin.reviewWithdrawal`. One
//! that was approved is sent after a business day and there after two; a destination that begins with
//! `failed` is not reached. What is refused or fails returns its tokens.

use avalo_sdk::{
    Code,
    api::{
        notifications::NotificationCategory,
        payments::{Withdrawal, WithdrawalStatus},
    },
    model::{Timestamp, UserId},
};
use serde_json::json;

use super::{transfer, withdrawals};
use crate::{
    context::Ctx,
    handlers::notifications::{self, Notice, Subject},
    ledger::{self, PLATFORM, PROVIDER, Posting},
    refusal::{Answer, refuse},
};

/// The timer of the next step.
pub(super) const STEP: &str = "payments.step_withdrawal";

const DAY_MS: i64 = 24 * 3_600_000;

/// Plans the next step of a withdrawal.
fn plan(ctx: &Ctx<'_>, id: &str) -> Answer<()> {
    ctx.schedule(next_business_day(ctx.now), STEP, id, &json!({ "id": id }))
}

/// The same time on the next day that is neither a Saturday nor a Sunday.
fn next_business_day(now: Timestamp) -> Timestamp {
    // Day 0, 1970-01-01, was a Thursday.
    let days = match now.unix_ms.div_euclid(DAY_MS).rem_euclid(7) {
        1 => 3,
        2 => 2,
        _ => 1,
    };
    Timestamp::from_unix_ms(now.unix_ms.saturating_add(days * DAY_MS))
}

/// What the staff decides about a withdrawal: approved, or refused for a reason.
///
/// # Errors
///
/// `not_found`, `failed_precondition` for one that is not pending.
pub(crate) fn review(ctx: &mut Ctx<'_>, id: &str, by: &UserId, refused: Option<&str>) -> Answer<()> {
    let (user, withdrawal, _) = withdrawals::find(ctx, id)?;
    if withdrawal.status != WithdrawalStatus::Pending {
        let detail =
            format!("the withdrawal is {}; only a pending one is decided", withdrawal.status.as_str());
        return refuse(Code::FailedPrecondition, detail);
    }
    ctx.db
        .prepare_cached("INSERT INTO withdrawal_reviews (withdrawal_id, by_id, reason) VALUES (?1, ?2, ?3)")?
        .execute([Some(id), Some(by.as_str()), refused])?;
    let next = match refused {
        None => {
            plan(ctx, id)?;
            WithdrawalStatus::Approved
        }
        Some(_) => {
            give_back(ctx, &user, &withdrawal)?;
            WithdrawalStatus::Rejected
        }
    };
    enter(ctx, &user, &withdrawal, next, refused)
}

/// Takes the next step.
pub(super) fn step(ctx: &mut Ctx<'_>, id: &str) -> Answer<()> {
    let (user, withdrawal, destination) = withdrawals::find(ctx, id)?;
    let next = match withdrawal.status {
        WithdrawalStatus::Approved => WithdrawalStatus::Processing,
        WithdrawalStatus::Processing if destination.starts_with("failed") => WithdrawalStatus::Failed,
        WithdrawalStatus::Processing => WithdrawalStatus::Completed,
        _ => return Ok(()),
    };
    match next {
        WithdrawalStatus::Processing => plan(ctx, id)?,
        WithdrawalStatus::Completed => pay_out(ctx, &user, &withdrawal)?,
        _ => give_back(ctx, &user, &withdrawal)?,
    }
    enter(ctx, &user, &withdrawal, next, None)
}

/// Lets a withdrawal be in a state and tells its owner.
fn enter(
    ctx: &mut Ctx<'_>,
    user: &UserId,
    withdrawal: &Withdrawal,
    next: WithdrawalStatus,
    why: Option<&str>,
) -> Answer<()> {
    withdrawals::set_status(ctx, withdrawal.id.as_str(), next)?;
    let notice = Notice {
        category: NotificationCategory::Payments,
        title: &format!("The withdrawal of {} tokens is {}", withdrawal.amount, next.as_str()),
        body: why.unwrap_or_default(),
        from: None,
        chat_id: None,
    };
    let subject =
        Subject { state: Some(next.as_str()), amount: Some(withdrawal.amount.0), ..Subject::default() };
    notifications::notify_of(ctx, user, &notice, subject)
}

/// What was locked leaves the platform, which keeps the fee.
fn pay_out(ctx: &mut Ctx<'_>, user: &UserId, withdrawal: &Withdrawal) -> Answer<()> {
    let (hold, amount, fee) = (ledger::hold(user.as_str()), withdrawal.amount.0, withdrawal.fee.0);
    let legs = [(hold.as_str(), -amount), (PROVIDER, amount - fee), (PLATFORM, fee)];
    ledger::post(ctx, Posting { kind: "payout", reference: withdrawal.id.as_str(), legs: &legs }).map(drop)
}

/// Unlocks the tokens of a withdrawal.
pub(super) fn give_back(ctx: &mut Ctx<'_>, user: &UserId, withdrawal: &Withdrawal) -> Answer<()> {
    let (wallet, hold) = (ledger::user(user.as_str()), ledger::hold(user.as_str()));
    let (reference, amount) = (withdrawal.id.as_str(), withdrawal.amount.0);
    let legs = [(hold.as_str(), -amount), (wallet.as_str(), amount)];
    ledger::post(ctx, Posting { kind: "withdrawal_return", reference, legs: &legs })?;
    transfer::changed(ctx, user)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_no_business_at_the_weekend() {
        let at = |day| Timestamp { unix_ms: Timestamp::from_date(2026, 1, day).expect("a day").unix_ms + 1 };
        // 2026-01-01 was a Thursday.
        for (day, next) in [(1, 2), (2, 5), (3, 5), (4, 5), (5, 6), (8, 9), (9, 12)] {
            assert_eq!(next_business_day(at(day)), at(next), "from January {day}");
        }
    }
}
