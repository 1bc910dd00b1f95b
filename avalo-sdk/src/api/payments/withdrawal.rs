//! Withdrawals: earned tokens that become money.

use avalo_sdk_macros::model;

use super::purchase::Money;
use crate::model::{Timestamp, Tokens, WithdrawalId};

/// Where money goes.
#[model]
pub enum PayoutMethod {
    /// A bank account, by its IBAN.
    BankTransfer,
    /// A PayPal account, by its address.
    Paypal,
    /// A wallet of a cryptocurrency, by its address.
    Crypto,
}

/// What may be withdrawn now.
#[model]
pub struct Withdrawable {
    /// The most that may be withdrawn: what was earned and neither spent nor withdrawn.
    pub amount: Tokens,
    /// The least of one withdrawal: 500.
    pub minimum: Tokens,
    /// The most of one withdrawal: 50,000.
    pub maximum: Tokens,
    /// What is left of this month's 100,000 tokens (20,000 PLN).
    pub monthly_left: Tokens,
    /// How many of this month's 10 withdrawals are left.
    pub requests_left: u32,
    /// The fee on `amount`: 2 %, rounded up.
    pub fee: Tokens,
    /// The money for `amount` less the fee, at 0.20 PLN for a token.
    pub payout: Money,
}

/// How far a withdrawal is.
#[model]
pub enum WithdrawalStatus {
    /// Waits for review.
    Pending,
    /// Was approved.
    Approved,
    /// Is on its way.
    Processing,
    /// Has arrived.
    Completed,
    /// Was refused; the tokens are back.
    Rejected,
    /// Did not arrive; the tokens are back.
    Failed,
    /// Was taken back; the tokens are back.
    Cancelled,
}

/// A withdrawal. Its tokens are locked until it has arrived or ended otherwise.
#[model]
pub struct Withdrawal {
    /// The withdrawal.
    pub id: WithdrawalId,
    /// The tokens withdrawn, the fee included.
    pub amount: Tokens,
    /// The fee: 2 %, rounded up.
    pub fee: Tokens,
    /// The money that is sent.
    pub payout: Money,
    /// Where it goes.
    pub method: PayoutMethod,
    /// The last four characters of the destination.
    pub destination_end: String,
    /// How far it is.
    pub status: WithdrawalStatus,
    /// When it was requested.
    pub requested_at: Timestamp,
}

/// A user's withdrawals, the newest first.
#[model]
pub struct WithdrawalList {
    /// The withdrawals.
    pub withdrawals: Vec<Withdrawal>,
}
