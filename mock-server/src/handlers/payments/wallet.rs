//! Reading the wallet: what the ledger says of one user.

use avalo_sdk::{
    Code,
    api::payments::{
        EarningsSource, EarningsSummary, GetEarningsSummary, GetTransaction, GetTransactions, GetWallet,
        Period, Transaction, TransactionKind, TransactionPage, Wallet,
    },
    model::{Timestamp, Tokens, TransactionId, UserId},
};
use rusqlite::{OptionalExtension, Row, params};

use super::{methods, transfer};
use crate::{
    context::Ctx,
    ledger,
    page::Page,
    refusal::{Answer, refuse},
};

/// The kinds of postings that are earnings where tokens come in by them.
pub(crate) const EARNINGS: &str =
    "'tip', 'gift', 'unlock', 'story_unlock', 'subscription', 'chat_message', 'chat_intro'";

/// The kinds by which tokens leave a wallet without being spent.
const NOT_SPENT: &str = "'withdrawal', 'refund', 'purchase_refund', 'credit'";

const DAY_MS: i64 = 24 * 3_600_000;

pub(super) fn get_wallet(ctx: &mut Ctx<'_>, _: GetWallet) -> Answer<Wallet> {
    let user = ctx.user()?;
    let sum = |condition: &str| sum(ctx, &user, condition);
    let escrowed = escrowed(ctx, &user)?;
    let locked = ledger::balance(ctx, &ledger::hold(user.as_str()))?.0;
    let (spent, earned) = lifetime(ctx, &user)?;
    Ok(Wallet {
        balance: transfer::balance(ctx, &user)?,
        pending: Tokens(escrowed + locked),
        withdrawable: Tokens(withdrawable(ctx, &user)?),
        lifetime_purchased: Tokens(sum("kind IN ('purchase', 'purchase_refund')")?),
        lifetime_earned: Tokens(earned),
        lifetime_spent: Tokens(spent),
        lifetime_withdrawn: Tokens(withdrawn(ctx, &user)?),
        payment_methods: methods::list(ctx, &user)?,
    })
}

/// What a user ever spent and ever earned, less what came back and what was given back.
pub(crate) fn lifetime(ctx: &Ctx<'_>, user: &UserId) -> Answer<(i64, i64)> {
    let left = -sum(ctx, user, &format!("delta < 0 AND kind NOT IN ({NOT_SPENT})"))?;
    let back = sum(ctx, user, "delta > 0 AND kind IN ('chat_refund', 'super_like_refund', 'refund')")?;
    let spent = left - back - escrowed(ctx, user)?;
    Ok((spent.max(0), earned(ctx, user)?))
}

/// What a user ever earned, less what was refunded of it.
fn earned(ctx: &Ctx<'_>, user: &UserId) -> Answer<i64> {
    sum(ctx, user, &format!("delta > 0 AND kind IN ({EARNINGS}) OR delta < 0 AND kind = 'refund'"))
}

/// What a user has withdrawn, less what came back.
fn withdrawn(ctx: &Ctx<'_>, user: &UserId) -> Answer<i64> {
    Ok(-sum(ctx, user, "kind IN ('withdrawal', 'withdrawal_return')")?)
}

/// What of the balance was earned and neither spent nor withdrawn. Bought tokens never become money.
pub(crate) fn withdrawable(ctx: &Ctx<'_>, user: &UserId) -> Answer<i64> {
    let left = earned(ctx, user)? - withdrawn(ctx, user)?;
    Ok(left.max(0).min(transfer::balance(ctx, user)?.0))
}

/// The user's own tokens in the escrow of chats.
fn escrowed(ctx: &Ctx<'_>, user: &UserId) -> Answer<i64> {
    let mut read = ctx.db.prepare_cached(
        "SELECT COALESCE(SUM(a.balance), 0) FROM chats c JOIN accounts a ON a.id = 'escrow:' || c.id
         WHERE c.payer_id = ?1",
    )?;
    Ok(read.query_row([user.as_str()], |row| row.get(0))?)
}

/// The sum over the entries of a user's account that fit the condition.
fn sum(ctx: &Ctx<'_>, user: &UserId, condition: &str) -> Answer<i64> {
    let sql = format!(
        "SELECT COALESCE(SUM(e.delta), 0) FROM entries e JOIN postings p ON p.id = e.posting_id
         WHERE e.account = ?1 AND ({condition})"
    );
    Ok(ctx.db.prepare_cached(&sql)?.query_row([ledger::user(user.as_str())], |row| row.get(0))?)
}

/// The movements of one account.
const TRANSACTIONS: &str = "SELECT e.number, p.id, p.kind, e.delta, e.balance, p.reference, p.at_ms,
        (SELECT substr(o.account, 6) FROM entries o
         WHERE o.posting_id = p.id AND o.account LIKE 'user:%' AND o.account <> e.account)
     FROM entries e JOIN postings p ON p.id = e.posting_id WHERE e.account = ?1";

fn transaction(row: &Row<'_>) -> rusqlite::Result<Transaction> {
    let delta: i64 = row.get(3)?;
    Ok(Transaction {
        id: TransactionId(row.get(1)?),
        kind: TransactionKind::from_name(&row.get::<_, String>(2)?),
        incoming: delta > 0,
        amount: Tokens(delta.abs()),
        balance_after: Tokens(row.get(4)?),
        reference: row.get(5)?,
        created_at: Timestamp::from_unix_ms(row.get(6)?),
        other_id: row.get::<_, Option<String>>(7)?.map(UserId),
    })
}

pub(super) fn get_transaction(ctx: &mut Ctx<'_>, request: GetTransaction) -> Answer<Transaction> {
    let user = ctx.user()?;
    let found = ctx
        .db
        .prepare_cached(&format!("{TRANSACTIONS} AND p.id = ?2"))?
        .query_row([&ledger::user(user.as_str()), request.transaction_id.as_str()], transaction)
        .optional()?;
    found.map_or_else(|| refuse(Code::NotFound, "there is no such transaction"), Ok)
}

pub(super) fn get_transactions(ctx: &mut Ctx<'_>, request: GetTransactions) -> Answer<TransactionPage> {
    let user = ctx.user()?;
    let page = Page::read("transactions", request.limit, request.cursor.as_ref())?;
    let (before, _) = page.before();
    let mut rows: Vec<(i64, Transaction)> = ctx
        .db
        .prepare_cached(&format!("{TRANSACTIONS} AND e.number < ?2 ORDER BY e.number DESC LIMIT ?3"))?
        .query_map(params![ledger::user(user.as_str()), before, page.fetch()], |row| {
            Ok((row.get(0)?, transaction(row)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    let next_cursor = page.cut("transactions", &mut rows, |(number, _)| (*number, String::new()));
    Ok(TransactionPage { transactions: rows.into_iter().map(|(_, row)| row).collect(), next_cursor })
}

/// The first moment of a period that ends now; none for everything.
pub(crate) fn since(now: Timestamp, period: Period) -> Option<Timestamp> {
    let days = match period {
        Period::Day => 1,
        Period::Week => 7,
        Period::Month => 30,
        Period::Year => 365,
        // The router has refused names that are not known.
        _ => return None,
    };
    Some(Timestamp::from_unix_ms(now.unix_ms - days * DAY_MS))
}

pub(super) fn get_earnings_summary(
    ctx: &mut Ctx<'_>,
    request: GetEarningsSummary,
) -> Answer<EarningsSummary> {
    let user = ctx.user()?;
    let period = request.period.unwrap_or(Period::Month);
    let since = since(ctx.now, period);
    let sql = format!(
        "SELECT p.kind, SUM(e.delta), COUNT(*) FROM entries e JOIN postings p ON p.id = e.posting_id
         WHERE e.account = ?1 AND e.delta > 0 AND p.kind IN ({EARNINGS}) AND p.at_ms >= ?2
         GROUP BY p.kind ORDER BY SUM(e.delta) DESC, p.kind"
    );
    let start = since.map_or(i64::MIN, |since| since.unix_ms);
    let sources: Vec<EarningsSource> = ctx
        .db
        .prepare_cached(&sql)?
        .query_map(params![ledger::user(user.as_str()), start], |row| {
            Ok(EarningsSource {
                kind: TransactionKind::from_name(&row.get::<_, String>(0)?),
                amount: Tokens(row.get(1)?),
                count: row.get(2)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    let total = Tokens(sources.iter().map(|source| source.amount.0).sum());
    Ok(EarningsSummary { period, since, total, sources })
}
