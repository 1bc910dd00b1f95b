//! Withdrawals, refunds and the platform's income.

use avalo_sdk_macros::model;

use crate::{
    api::{
        payments::{Period, TransactionKind, Withdrawal, WithdrawalStatus},
        profiles::UserSummary,
    },
    model::{Cursor, Timestamp, Tokens, TransactionId, UserId, WithdrawalId},
};

/// Asks for withdrawals, the newest first.
#[model]
#[derive(Default)]
pub struct ListAllWithdrawals {
    /// Only those that are so far.
    pub status: Option<WithdrawalStatus>,
    /// Only this user's.
    pub user_id: Option<UserId>,
    /// How many, 1 to 100; 20 if nothing is said.
    #[range(1..=100)]
    pub limit: Option<u32>,
    /// Where to go on.
    pub cursor: Option<Cursor>,
}

/// A decision about a withdrawal that is pending.
#[model]
pub struct ReviewWithdrawal {
    /// The withdrawal.
    pub withdrawal_id: WithdrawalId,
    /// Whether it is paid out; otherwise its tokens go back.
    pub approve: bool,
    /// Why, 10 to 500 characters; needed to refuse it, and then its owner reads it.
    #[length(10..=500)]
    pub reason: Option<String>,
}

/// A decision about documents that were submitted.
#[model]
pub struct ReviewKyc {
    /// Whose they are.
    pub user_id: UserId,
    /// Whether identity and age are approved.
    pub approve: bool,
    /// Why, 10 to 500 characters; needed to refuse them, and then their owner reads it.
    #[length(10..=500)]
    pub reason: Option<String>,
}

/// A transaction to reverse.
#[model]
pub struct RefundTransaction {
    /// The transaction.
    pub transaction_id: TransactionId,
    /// Why, 10 to 500 characters; both sides read it.
    #[length(10..=500)]
    pub reason: String,
}

/// Which way tokens go between the platform and a user.
#[model]
pub enum CreditDirection {
    /// The platform gives.
    Grant,
    /// The platform takes.
    Take,
}

/// Tokens to give to a user or to take.
#[model]
pub struct CreditTokens {
    /// The user.
    pub user_id: UserId,
    /// Which way they go.
    pub direction: CreditDirection,
    /// How many, 1 to 100,000.
    #[range(1..=100_000)]
    pub amount: Tokens,
    /// Why, 10 to 500 characters; the user reads it.
    #[length(10..=500)]
    pub reason: String,
}

/// Asks what the platform took in.
#[model]
#[derive(Default)]
pub struct GetRevenueAnalytics {
    /// How far back; a month if nothing is said.
    pub period: Option<Period>,
}

/// A withdrawal, as the staff sees it.
#[model]
pub struct AdminWithdrawal {
    /// Whose it is.
    pub user: UserSummary,
    /// The withdrawal.
    pub withdrawal: Withdrawal,
    /// Where the money goes, whole.
    #[secret]
    pub destination: String,
    /// Who decided about it.
    pub reviewed_by: Option<UserId>,
    /// Why it was refused.
    pub reason: Option<String>,
}

/// A page of withdrawals.
#[model]
pub struct AdminWithdrawalPage {
    /// The withdrawals.
    pub withdrawals: Vec<AdminWithdrawal>,
    /// Where the next page starts; absent on the last.
    pub next_cursor: Option<Cursor>,
}

/// A transaction that was reversed.
#[model]
pub struct RefundReceipt {
    /// The refund itself.
    pub id: TransactionId,
    /// What was reversed.
    pub transaction_id: TransactionId,
    /// What moved the tokens then.
    pub kind: TransactionKind,
    /// Who has the tokens again; for a purchase, who had bought them.
    pub user_id: UserId,
    /// How many.
    pub amount: Tokens,
    /// What of them came from who had earned them.
    pub from_earner: Tokens,
    /// What of them came from the platform.
    pub from_platform: Tokens,
}

/// Tokens that the platform gave or took.
#[model]
pub struct CreditReceipt {
    /// The transaction.
    pub id: TransactionId,
    /// Which way they went.
    pub direction: CreditDirection,
    /// How many.
    pub amount: Tokens,
    /// What the user can spend afterwards.
    pub balance: Tokens,
}

/// What one kind of transaction brought in.
#[model]
pub struct RevenueSource {
    /// The kind.
    pub kind: TransactionKind,
    /// How many there were.
    pub count: u32,
    /// What went to the platform and to those who earn, together.
    pub volume: Tokens,
    /// The platform's part.
    pub platform: Tokens,
    /// The part of those who earn.
    pub earners: Tokens,
}

/// What the platform took in, from the ledger: `volume` is `platform` and `earners`, and each of the
/// three is the sum over `sources`.
#[model]
pub struct RevenueAnalytics {
    /// The period.
    pub period: Period,
    /// Its first moment; absent for everything.
    pub since: Option<Timestamp>,
    /// What was paid for things, by kind, the platform's largest first.
    pub sources: Vec<RevenueSource>,
    /// What was paid in all.
    pub volume: Tokens,
    /// The platform's part.
    pub platform: Tokens,
    /// The part of those who earn.
    pub earners: Tokens,
    /// What was given back to those who had paid, out of both parts.
    pub refunded: Tokens,
    /// What of it the platform had to give back.
    pub refunded_platform: Tokens,
    /// What the staff gave out of the platform's own.
    pub granted: Tokens,
    /// What the staff took.
    pub taken: Tokens,
    /// Tokens that were sold for money.
    pub sold: Tokens,
    /// Tokens that were sold and taken back.
    pub unsold: Tokens,
    /// Tokens that were paid out as money, without their fee.
    pub paid_out: Tokens,
    /// What the platform has now, whatever the period.
    pub balance: Tokens,
}
