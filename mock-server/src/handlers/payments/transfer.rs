//! Tokens from one user to another, with the platform's part.

use avalo_sdk::{
    Code,
    event::{Event, EventKind},
    model::{Tokens, UserId},
};

use crate::{
    context::Ctx,
    handlers::people,
    ledger::{self, PLATFORM, Posting},
    refusal::{Answer, refuse},
};

/// A payment to someone.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Transfer<'a> {
    /// What it is for, as the contract's `TransactionKind` names it.
    pub(crate) kind: &'a str,
    /// What it belongs to.
    pub(crate) reference: &'a str,
    pub(crate) from: &'a UserId,
    pub(crate) to: &'a UserId,
    pub(crate) amount: i64,
    /// What of it the recipient gets.
    pub(crate) share: i64,
}

/// The part of `amount` that goes to its recipient: rounded down, the remainder is the platform's.
pub(crate) fn share(amount: i64, percent: i64) -> i64 {
    let exact = i128::from(amount) * i128::from(percent) / 100;
    i64::try_from(exact).unwrap_or(amount)
}

/// Moves the tokens and tells both.
///
/// # Errors
///
/// `insufficient_balance`.
pub(crate) fn send(ctx: &mut Ctx<'_>, transfer: Transfer<'_>) -> Answer<()> {
    let Transfer { kind, reference, from, to, amount, share } = transfer;
    let (payer, payee) = (ledger::user(from.as_str()), ledger::user(to.as_str()));
    let legs = [(payer.as_str(), -amount), (payee.as_str(), share), (PLATFORM, amount - share)];
    ledger::post(ctx, Posting { kind, reference, legs: &legs })?;
    changed(ctx, from)?;
    changed(ctx, to)
}

/// Refuses a recipient who is the sender, unknown, on the other side of a block, or suspended.
pub(crate) fn check_recipient(ctx: &Ctx<'_>, from: &UserId, to: &UserId) -> Answer<()> {
    if from == to {
        return refuse(Code::CannotTargetSelf, "nobody pays themselves");
    }
    people::find(ctx, to)?;
    if people::is_blocked(ctx, from, to)? {
        return refuse(Code::Blocked, "one of the two has blocked the other");
    }
    if !people::is_active(ctx, to)? {
        return refuse(Code::FailedPrecondition, "the recipient's account is suspended; nobody pays it now");
    }
    Ok(())
}

/// What a user may spend.
pub(crate) fn balance(ctx: &Ctx<'_>, user: &UserId) -> Answer<Tokens> {
    ledger::balance(ctx, &ledger::user(user.as_str()))
}

/// Tells a user that the wallet is not what it was.
pub(crate) fn changed(ctx: &mut Ctx<'_>, user: &UserId) -> Answer<()> {
    let balance = Some(balance(ctx, user)?);
    let event = Event { balance, ..Event::new(EventKind::WalletUpdate, ctx.now) };
    ctx.emit(user, &event)
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn a_share_is_rounded_down_and_nothing_is_lost() {
        assert_eq!([5, 7, 99, 10_000].map(|amount| share(amount, 80)), [4, 5, 79, 8_000]);
        assert_eq!(share(i64::MAX, 80), i64::MAX / 100 * 80 + 5);
        assert_eq!((share(1, 70), share(0, 70), share(11, 65)), (0, 0, 7));
    }
}
