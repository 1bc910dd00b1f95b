//! Double entry: every token that arrives somewhere has left somewhere else.

use avalo_sdk::{
    Code, Problem,
    model::{MAX_EXACT, Tokens},
};
use rusqlite::{Connection, OptionalExtension, params};

use crate::{context::Ctx, refusal::Answer};

/// The platform's own income.
pub(crate) const PLATFORM: &str = "platform";

/// The payment provider outside: what it gave for money. It goes below zero as tokens are sold.
pub(crate) const PROVIDER: &str = "provider";

/// The account of what a user may spend.
pub(crate) fn user(id: &str) -> String {
    format!("user:{id}")
}

/// The account of what is locked for a user's withdrawals.
pub(crate) fn hold(id: &str) -> String {
    format!("hold:{id}")
}

/// The account of what was paid into a chat and not used yet.
pub(crate) fn escrow(chat: &str) -> String {
    format!("escrow:{chat}")
}

pub(crate) const SCHEMA: &str = "
CREATE TABLE IF NOT EXISTS accounts (
    id TEXT PRIMARY KEY,
    balance INTEGER NOT NULL,
    CHECK (balance >= 0 OR id = 'provider')
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS postings (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    reference TEXT NOT NULL,
    at_ms INTEGER NOT NULL
) WITHOUT ROWID;
-- number is the order of the entries, balance what the account held after one.
CREATE TABLE IF NOT EXISTS entries (
    number INTEGER PRIMARY KEY,
    posting_id TEXT NOT NULL REFERENCES postings (id),
    account TEXT NOT NULL REFERENCES accounts (id),
    delta INTEGER NOT NULL,
    balance INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS entries_by_account ON entries (account, number);
CREATE INDEX IF NOT EXISTS entries_by_posting ON entries (posting_id);
";

/// One movement of tokens between accounts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Posting<'a> {
    /// What it is for: `tip`, `deposit`.
    pub(crate) kind: &'a str,
    /// What it belongs to: a chat, a purchase.
    pub(crate) reference: &'a str,
    /// What each account gains or loses. The sum is zero.
    pub(crate) legs: &'a [(&'a str, i64)],
}

/// Books a posting and returns its id.
///
/// # Errors
///
/// `insufficient_balance` when an account would go below zero; `internal` when the legs do not
/// sum to zero, which is a mistake in the caller.
pub(crate) fn post(ctx: &mut Ctx<'_>, posting: Posting<'_>) -> Answer<String> {
    let sum: i128 = posting.legs.iter().map(|(_, delta)| i128::from(*delta)).sum();
    if sum != 0 {
        let problem = Problem::new(Code::Internal, format!("the legs of a {} sum to {sum}", posting.kind));
        return Err(problem.into());
    }
    let id = ctx.id("pst_led");
    ctx.db
        .prepare_cached("INSERT INTO postings (id, kind, reference, at_ms) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![id, posting.kind, posting.reference, ctx.now.unix_ms])?;
    for &(account, delta) in posting.legs.iter().filter(|(_, delta)| *delta != 0) {
        let before = balance_of(ctx.db, account)?;
        let after = before.saturating_add(delta);
        if after < 0 && account != PROVIDER {
            let detail = format!("{} tokens are needed, {before} are there", -delta);
            return Err(Problem::new(Code::InsufficientBalance, detail).into());
        }
        if after.unsigned_abs() > MAX_EXACT.unsigned_abs() {
            let detail = "no account holds more than 9007199254740991 tokens";
            return Err(Problem::new(Code::AboveMaximum, detail).into());
        }
        ctx.db
            .prepare_cached(
                "INSERT INTO accounts (id, balance) VALUES (?1, ?2)
                 ON CONFLICT (id) DO UPDATE SET balance = excluded.balance",
            )?
            .execute(params![account, after])?;
        ctx.db
            .prepare_cached(
                "INSERT INTO entries (posting_id, account, delta, balance) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![id, account, delta, after])?;
    }
    if cfg!(debug_assertions) {
        let sum = sum_of_balances(ctx.db)?;
        if sum != 0 {
            return Err(
                Problem::new(Code::Internal, format!("all balances together are {sum}, not zero")).into()
            );
        }
    }
    Ok(id)
}

/// What is on an account, nothing if it was never used.
pub(crate) fn balance(ctx: &Ctx<'_>, account: &str) -> Answer<Tokens> {
    Ok(Tokens(balance_of(ctx.db, account)?))
}

fn balance_of(db: &Connection, account: &str) -> rusqlite::Result<i64> {
    let row = db
        .prepare_cached("SELECT balance FROM accounts WHERE id = ?1")?
        .query_row([account], |row| row.get(0))
        .optional()?;
    Ok(row.unwrap_or(0))
}

/// What must hold of the ledger at any time.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Invariants {
    /// The sum of all entries: zero.
    pub ledger_sum: i64,
    /// The sum of all balances: zero.
    pub balance_sum: i64,
    /// How many accounts, but for the provider's, are below zero: none.
    pub negative_accounts: i64,
    /// How many accounts differ from the sum of their entries: none.
    pub mismatched_accounts: i64,
    /// How many movements there were.
    pub postings: i64,
    /// All tokens there are, the platform's included: what was sold, less what was paid out.
    pub tokens: i64,
    /// The tokens of the platform itself.
    pub platform: i64,
}

impl Invariants {
    /// Whether the ledger is sound.
    pub fn hold(&self) -> bool {
        (self.ledger_sum, self.balance_sum, self.negative_accounts, self.mismatched_accounts) == (0, 0, 0, 0)
    }
}

fn sum_of_balances(db: &Connection) -> rusqlite::Result<i64> {
    db.prepare_cached("SELECT COALESCE(SUM(balance), 0) FROM accounts")?.query_row([], |row| row.get(0))
}

/// Checks the whole ledger, entry by entry.
pub(crate) fn invariants(db: &Connection) -> rusqlite::Result<Invariants> {
    let count = |sql: &str| db.query_row(sql, [], |row| row.get::<_, i64>(0));
    Ok(Invariants {
        ledger_sum: count("SELECT COALESCE(SUM(delta), 0) FROM entries")?,
        balance_sum: sum_of_balances(db)?,
        negative_accounts: count("SELECT COUNT(*) FROM accounts WHERE balance < 0 AND id <> 'provider'")?,
        mismatched_accounts: count(
            "SELECT COUNT(*) FROM accounts a WHERE balance <>
             (SELECT COALESCE(SUM(delta), 0) FROM entries WHERE account = a.id)",
        )?,
        postings: count("SELECT COUNT(*) FROM postings")?,
        tokens: count("SELECT COALESCE(SUM(balance), 0) FROM accounts WHERE id <> 'provider'")?,
        platform: balance_of(db, PLATFORM)?,
    })
}
