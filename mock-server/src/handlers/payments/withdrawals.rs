//! Withdrawals: locked at the request, so that nothing is promised twice.

use avalo_sdk::{
    Code,
    api::payments::{
        CancelWithdrawal, Currency, GetWithdrawable, ListWithdrawals, Money, PayoutMethod, RequestWithdrawal,
        Withdrawable, Withdrawal, WithdrawalList, WithdrawalStatus,
    },
    model::{Timestamp, Tokens, UserId, WithdrawalId},
};
use rusqlite::{OptionalExtension, Row, params};

use super::{methods::last_four, payouts, transfer, wallet};
use crate::{
    context::Ctx,
    handlers::auth,
    ledger::{self, Posting},
    refusal::{Answer, refuse},
};

const MINIMUM: i64 = 500;
const MAXIMUM: i64 = 50_000;

/// 20,000 PLN a month, at 0.20 PLN for a token.
const MONTHLY: i64 = 100_000;
const MONTHLY_REQUESTS: i64 = 10;

/// What a token is worth, in hundredths of PLN.
const RATE: i64 = 20;

const COLUMNS: &str = "id, amount, fee, method, destination, status, requested_ms";

/// 2 %, rounded up.
fn fee(amount: i64) -> i64 {
    (amount * 2 + 99) / 100
}

fn payout(amount: i64) -> Money {
    Money { minor: (amount - fee(amount)) * RATE, currency: Currency::Pln }
}

pub(super) fn get_withdrawable(ctx: &mut Ctx<'_>, _: GetWithdrawable) -> Answer<Withdrawable> {
    let user = ctx.user()?;
    let amount = wallet::withdrawable(ctx, &user)?;
    let (requests, used) = this_month(ctx, &user)?;
    Ok(Withdrawable {
        amount: Tokens(amount),
        minimum: Tokens(MINIMUM),
        maximum: Tokens(MAXIMUM),
        monthly_left: Tokens((MONTHLY - used).max(0)),
        requests_left: u32::try_from(MONTHLY_REQUESTS - requests).unwrap_or(0),
        fee: Tokens(fee(amount)),
        payout: payout(amount),
    })
}

pub(super) fn request_withdrawal(ctx: &mut Ctx<'_>, request: RequestWithdrawal) -> Answer<Withdrawal> {
    let user = ctx.user()?;
    if !ctx.caller()?.is_verified {
        return refuse(Code::VerificationRequired, "identity and age must be approved, see auth.submitKyc");
    }
    let amount = request.amount.0;
    check_amount(ctx, &user, amount)?;
    let id = ctx.id("wdr");
    let (wallet, hold) = (ledger::user(user.as_str()), ledger::hold(user.as_str()));
    let legs = [(wallet.as_str(), -amount), (hold.as_str(), amount)];
    ledger::post(ctx, Posting { kind: "withdrawal", reference: &id, legs: &legs })?;
    ctx.db
        .prepare_cached(
            "INSERT INTO withdrawals (id, user_id, amount, fee, method, destination, status, requested_ms)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'pending', ?7)",
        )?
        .execute(params![
            id,
            user.as_str(),
            amount,
            fee(amount),
            request.method.as_str(),
            request.destination,
            ctx.now.unix_ms
        ])?;
    auth::use_up_step_up(ctx)?;
    transfer::changed(ctx, &user)?;
    own(ctx, &user, &id)
}

fn check_amount(ctx: &Ctx<'_>, user: &UserId, amount: i64) -> Answer<()> {
    if amount < MINIMUM {
        return refuse(Code::BelowMinimum, format!("the least is {MINIMUM} tokens"));
    }
    if amount > MAXIMUM {
        return refuse(Code::AboveMaximum, format!("the most at once is {MAXIMUM} tokens"));
    }
    let (requests, used) = this_month(ctx, user)?;
    if requests >= MONTHLY_REQUESTS || used + amount > MONTHLY {
        let detail = format!("a month has {MONTHLY_REQUESTS} withdrawals and {MONTHLY} tokens at the most");
        return refuse(Code::MonthlyLimitExceeded, detail);
    }
    let available = wallet::withdrawable(ctx, user)?;
    if amount > available {
        let detail = format!("{available} tokens were earned and are left; bought tokens are not paid out");
        return refuse(Code::InsufficientBalance, detail);
    }
    Ok(())
}

/// How many withdrawals the user has requested in this calendar month, and of how much. Those that
/// came back do not count.
fn this_month(ctx: &Ctx<'_>, user: &UserId) -> Answer<(i64, i64)> {
    let (year, month, _) = ctx.now.date();
    let start = Timestamp::from_date(year, month, 1).map_or(i64::MIN, |first| first.unix_ms);
    Ok(ctx
        .db
        .prepare_cached(
            "SELECT COUNT(*), COALESCE(SUM(amount), 0) FROM withdrawals
             WHERE user_id = ?1 AND requested_ms >= ?2 AND status NOT IN ('rejected', 'failed', 'cancelled')",
        )?
        .query_row(params![user.as_str(), start], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

pub(super) fn list_withdrawals(ctx: &mut Ctx<'_>, _: ListWithdrawals) -> Answer<WithdrawalList> {
    let user = ctx.user()?;
    let sql = format!("SELECT {COLUMNS} FROM withdrawals WHERE user_id = ?1 ORDER BY requested_ms DESC, id");
    let mut rows = ctx.db.prepare_cached(&sql)?;
    let withdrawals = rows.query_map([user.as_str()], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(WithdrawalList { withdrawals })
}

pub(super) fn cancel_withdrawal(ctx: &mut Ctx<'_>, request: CancelWithdrawal) -> Answer<Withdrawal> {
    let user = ctx.user()?;
    let id = request.withdrawal_id.as_str();
    let withdrawal = own(ctx, &user, id)?;
    match withdrawal.status {
        WithdrawalStatus::Pending => {}
        WithdrawalStatus::Cancelled => return Ok(withdrawal),
        status => return refuse(Code::FailedPrecondition, format!("the withdrawal is {}", status.as_str())),
    }
    payouts::give_back(ctx, &user, &withdrawal)?;
    set_status(ctx, id, WithdrawalStatus::Cancelled)?;
    own(ctx, &user, id)
}

pub(super) fn set_status(ctx: &Ctx<'_>, id: &str, status: WithdrawalStatus) -> Answer<()> {
    ctx.db
        .prepare_cached("UPDATE withdrawals SET status = ?2 WHERE id = ?1")?
        .execute([id, status.as_str()])?;
    Ok(())
}

/// The user's own withdrawal with this id.
fn own(ctx: &Ctx<'_>, user: &UserId, id: &str) -> Answer<Withdrawal> {
    match find(ctx, id)? {
        (owner, withdrawal, _) if owner == *user => Ok(withdrawal),
        _ => not_found(),
    }
}

/// Whose withdrawal it is, the withdrawal, and its destination whole.
pub(crate) fn find(ctx: &Ctx<'_>, id: &str) -> Answer<(UserId, Withdrawal, String)> {
    let found = ctx
        .db
        .prepare_cached(&format!("SELECT {COLUMNS}, user_id FROM withdrawals WHERE id = ?1"))?
        .query_row([id], |row| Ok((UserId(row.get("user_id")?), read(row)?, row.get("destination")?)))
        .optional()?;
    found.map_or_else(not_found, Ok)
}

fn not_found<T>() -> Answer<T> {
    refuse(Code::NotFound, "there is no such withdrawal")
}

fn read(row: &Row<'_>) -> rusqlite::Result<Withdrawal> {
    let amount: i64 = row.get(1)?;
    Ok(Withdrawal {
        id: WithdrawalId(row.get(0)?),
        amount: Tokens(amount),
        fee: Tokens(row.get(2)?),
        payout: payout(amount),
        method: PayoutMethod::from_name(&row.get::<_, String>(3)?),
        destination_end: last_four(&row.get::<_, String>(4)?),
        status: WithdrawalStatus::from_name(&row.get::<_, String>(5)?),
        requested_at: Timestamp::from_unix_ms(row.get(6)?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fee_is_two_percent_rounded_up() {
        assert_eq!([500, 501, 549, 550, 551, 50_000].map(fee), [10, 11, 11, 11, 12, 1_000]);
        assert_eq!(payout(501).minor, 490 * 20);
    }
}
