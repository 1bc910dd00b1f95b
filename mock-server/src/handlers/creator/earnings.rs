//! What came to a creator, as the ledger has it.

use avalo_sdk::model::{Timestamp, UserId};
use rusqlite::{Row, ToSql};

use crate::{context::Ctx, handlers::payments, ledger, refusal::Answer};

/// From one moment to before another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    start_ms: i64,
    end_ms: i64,
}

impl Span {
    /// All there ever was.
    pub(super) const EVER: Self = Self { start_ms: i64::MIN, end_ms: i64::MAX };

    /// Everything since a moment, or ever.
    pub(super) fn since(start: Option<Timestamp>) -> Self {
        Self { start_ms: start.map_or(i64::MIN, |start| start.unix_ms), ..Self::EVER }
    }

    pub(super) fn between(start: Timestamp, end: Timestamp) -> Self {
        Self { start_ms: start.unix_ms, end_ms: end.unix_ms }
    }
}

/// How much, in how many payments.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sum {
    pub(super) amount: i64,
    pub(super) count: u32,
}

/// Runs a query over the earnings of a creator in a time.
///
/// `select` reads from `earned`, whose rows have `amount`, what came to the creator; `paid`, what it
/// cost; `kind` and `reference` of the posting; `at_ms`; and `fan_id`, who paid. A paid message comes
/// out of the escrow of a chat, and so from its payer.
pub(super) fn query<T>(
    ctx: &Ctx<'_>,
    creator: &UserId,
    span: Span,
    select: &str,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Answer<Vec<T>> {
    query_with(ctx, creator, span, select, &[], read)
}

/// The same with numbers of the caller's own, from `?4` on.
pub(super) fn query_with<T>(
    ctx: &Ctx<'_>,
    creator: &UserId,
    span: Span,
    select: &str,
    numbers: &[i64],
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Answer<Vec<T>> {
    let sql = format!(
        "WITH earned AS (
             SELECT e.delta AS amount, p.kind, p.reference, p.at_ms,
                 COALESCE((SELECT -o.delta FROM entries o WHERE o.posting_id = p.id AND o.delta < 0),
                          e.delta) AS paid,
                 COALESCE((SELECT substr(o.account, 6) FROM entries o
                           WHERE o.posting_id = p.id AND o.delta < 0 AND o.account LIKE 'user:%'),
                          (SELECT c.payer_id FROM chats c WHERE c.id = p.reference)) AS fan_id
             FROM entries e JOIN postings p ON p.id = e.posting_id
             WHERE e.account = ?1 AND e.delta > 0 AND p.kind IN ({}) AND p.at_ms >= ?2 AND p.at_ms < ?3)
         {select}",
        payments::EARNINGS
    );
    let account = ledger::user(creator.as_str());
    let mut values: Vec<&dyn ToSql> = vec![&account, &span.start_ms, &span.end_ms];
    values.extend(numbers.iter().map(|number| number as &dyn ToSql));
    let mut query = ctx.db.prepare_cached(&sql)?;
    let rows = query.query_map(values.as_slice(), read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// All of it together.
pub(super) fn sum(ctx: &Ctx<'_>, creator: &UserId, span: Span) -> Answer<Sum> {
    let select = "SELECT COALESCE(SUM(amount), 0), COUNT(*) FROM earned";
    let rows = query(ctx, creator, span, select, |row| Ok(Sum { amount: row.get(0)?, count: row.get(1)? }))?;
    Ok(rows.into_iter().next().unwrap_or_default())
}
