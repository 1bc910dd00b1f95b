//! Transactions that are reversed: once, whole, and never at the cost of tokens that are not there.
//!
//! The specifications know refunds of bookings only. Here who had earned gives the share back, and the
//! platform its own. Who has spent it keeps it: the refund is refused, and the staff makes it good out of
//! the platform's tokens if it wants to. What a chat holds in escrow has its own way back, by closing it.

use avalo_sdk::{
    Code,
    api::{
        admin::{RefundReceipt, RefundTransaction},
        notifications::NotificationCategory,
        payments::TransactionKind,
    },
    model::{Tokens, TransactionId, UserId},
};
use rusqlite::OptionalExtension;

use super::{
    audit::{self, Deed},
    permissions,
};
use crate::{
    context::Ctx,
    handlers::{
        notifications::{Notice, notify},
        payments::{self, transfer},
    },
    ledger::{self, PLATFORM, Posting},
    refusal::{Answer, refuse},
};

/// What can be reversed: payments from one user to another, or to the platform, and purchases.
const REVERSIBLE: [&str; 7] =
    ["purchase", "tip", "gift", "unlock", "story_unlock", "subscription", "chat_intro"];

/// A movement that is to be reversed.
struct Movement {
    kind: String,
    reference: String,
    /// What each account gained or lost.
    legs: Vec<(String, i64)>,
}

pub(super) fn refund_transaction(ctx: &mut Ctx<'_>, request: RefundTransaction) -> Answer<RefundReceipt> {
    permissions::check::<RefundTransaction>(ctx)?;
    let RefundTransaction { transaction_id, reason } = request;
    let movement = find(ctx, transaction_id.as_str())?;
    check(ctx, transaction_id.as_str(), &movement)?;
    let id = reverse(ctx, &transaction_id, &movement)?;
    undo(ctx, &transaction_id, &movement)?;
    let receipt = receipt(id, transaction_id, &movement);
    tell(ctx, &movement, &reason)?;
    let details = format!("{} of {} tokens, of {}", movement.kind, receipt.amount, receipt.user_id);
    let deed = Deed {
        target_type: "transaction",
        target_id: receipt.transaction_id.as_str(),
        reason: Some(&reason),
        details: &details,
    };
    audit::record::<RefundTransaction>(ctx, deed)?;
    Ok(receipt)
}

fn find(ctx: &Ctx<'_>, id: &str) -> Answer<Movement> {
    let found = ctx
        .db
        .prepare_cached("SELECT kind, reference FROM postings WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))
        .optional()?;
    let Some((kind, reference)) = found else {
        return refuse(Code::NotFound, "there is no such transaction");
    };
    let legs = ctx
        .db
        .prepare_cached("SELECT account, delta FROM entries WHERE posting_id = ?1 ORDER BY number")?
        .query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Movement { kind, reference, legs })
}

fn check(ctx: &Ctx<'_>, id: &str, movement: &Movement) -> Answer<()> {
    if !REVERSIBLE.contains(&movement.kind.as_str()) {
        return refuse(
            Code::FailedPrecondition,
            format!("a {} is not reversed here; creditTokens gives tokens", movement.kind),
        );
    }
    let done = ctx.db.prepare_cached("SELECT 1 FROM refunds WHERE posting_id = ?1")?.exists([id])?;
    if done {
        return refuse(Code::AlreadyExists, "the transaction was reversed before; it is reversed once");
    }
    let caller = ledger::user(ctx.user()?.as_str());
    if movement.legs.iter().any(|(account, _)| *account == caller) {
        return refuse(Code::CannotTargetSelf, "nobody reverses their own; ask a colleague");
    }
    Ok(())
}

fn reverse(ctx: &mut Ctx<'_>, id: &TransactionId, movement: &Movement) -> Answer<String> {
    for (account, delta) in movement.legs.iter().filter(|(_, delta)| *delta > 0) {
        let there = ledger::balance(ctx, account)?.0;
        if there < *delta {
            let detail = format!(
                "{account} would give back {delta} tokens and has {there}; creditTokens makes it good at the platform's cost"
            );
            return refuse(Code::InsufficientBalance, detail);
        }
    }
    let kind = if movement.kind == "purchase" { "purchase_refund" } else { "refund" };
    let legs: Vec<_> = movement.legs.iter().map(|(account, delta)| (account.as_str(), -delta)).collect();
    let refund = ledger::post(ctx, Posting { kind, reference: id.as_str(), legs: &legs })?;
    ctx.db
        .prepare_cached("INSERT INTO refunds (posting_id, refund_id) VALUES (?1, ?2)")?
        .execute([id.as_str(), &refund])?;
    for user in movement.users() {
        transfer::changed(ctx, &user)?;
    }
    Ok(refund)
}

/// Takes back what was got for it: an unlock is locked again, a subscription ends with the period that
/// is given back, unless a later one was paid.
fn undo(ctx: &Ctx<'_>, id: &TransactionId, movement: &Movement) -> Answer<()> {
    match movement.kind.as_str() {
        "unlock" | "story_unlock" => {
            if let Some(payer) = movement.payer() {
                ctx.db
                    .prepare_cached("DELETE FROM unlocks WHERE user_id = ?1 AND thing_id = ?2")?
                    .execute([payer.as_str(), movement.reference.as_str()])?;
            }
            Ok(())
        }
        "subscription" => {
            let is_latest = !ctx
                .db
                .prepare_cached(
                    "SELECT 1 FROM postings p, postings this WHERE this.id = ?1 AND p.reference = this.reference
                     AND p.kind = 'subscription' AND p.at_ms > this.at_ms",
                )?
                .exists([id.as_str()])?;
            if is_latest { payments::end_at_once(ctx, &movement.reference) } else { Ok(()) }
        }
        _ => Ok(()),
    }
}

impl Movement {
    fn users(&self) -> Vec<UserId> {
        let accounts = self.legs.iter().filter_map(|(account, _)| account.strip_prefix("user:"));
        accounts.map(UserId::from).collect()
    }

    /// Who paid; nobody for a purchase, which the provider paid.
    fn payer(&self) -> Option<UserId> {
        let mut payers = self.legs.iter().filter(|(_, delta)| *delta < 0);
        payers.find_map(|(account, _)| account.strip_prefix("user:")).map(UserId::from)
    }
}

fn receipt(id: String, transaction_id: TransactionId, movement: &Movement) -> RefundReceipt {
    let gained = |fits: fn(&str) -> bool| {
        let legs = movement.legs.iter().filter(|(account, delta)| *delta > 0 && fits(account));
        Tokens(legs.map(|(_, delta)| delta).sum())
    };
    RefundReceipt {
        id: TransactionId(id),
        transaction_id,
        kind: TransactionKind::from_name(&movement.kind),
        user_id: movement.payer().or_else(|| movement.users().pop()).unwrap_or_default(),
        amount: gained(|_| true),
        from_earner: gained(|account| account.starts_with("user:")),
        from_platform: gained(|account| account == PLATFORM),
    }
}

fn tell(ctx: &mut Ctx<'_>, movement: &Movement, reason: &str) -> Answer<()> {
    for user in movement.users() {
        let notice = Notice {
            category: NotificationCategory::Payments,
            title: "A payment was reversed",
            body: reason,
            from: None,
            chat_id: None,
        };
        notify(ctx, &user, &notice)?;
    }
    Ok(())
}
