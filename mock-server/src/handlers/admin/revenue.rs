//! What the platform took in, read from the ledger.

use avalo_sdk::{
    api::{
        admin::{GetRevenueAnalytics, RevenueAnalytics, RevenueSource},
        payments::{Period, TransactionKind},
    },
    model::Tokens,
};
use rusqlite::params;

use super::permissions;
use crate::{
    context::Ctx,
    handlers::payments,
    ledger::{self, PLATFORM},
    refusal::Answer,
};

/// The kinds by which somebody pays for something; by the others tokens only arrive, return or wait.
const INCOME: &str = "kind NOT IN ('seed', 'purchase', 'withdrawal', 'withdrawal_return', 'credit')
     AND kind NOT LIKE '%refund'";

/// The kinds by which somebody got back what had been paid to others.
const REFUND: &str = "kind LIKE '%refund' AND kind NOT IN ('purchase_refund', 'chat_refund')";

pub(super) fn get_revenue_analytics(
    ctx: &mut Ctx<'_>,
    request: GetRevenueAnalytics,
) -> Answer<RevenueAnalytics> {
    permissions::check::<GetRevenueAnalytics>(ctx)?;
    let period = request.period.unwrap_or(Period::Month);
    let since = payments::since(ctx.now, period);
    let start = since.map_or(i64::MIN, |since| since.unix_ms);
    let sources = sources(ctx, start)?;
    let total =
        |part: fn(&RevenueSource) -> Tokens| Tokens(sources.iter().map(|source| part(source).0).sum());
    let sum = |condition: &str| sum(ctx, start, condition).map(Tokens);
    Ok(RevenueAnalytics {
        period,
        since,
        volume: total(|source| source.volume),
        platform: total(|source| source.platform),
        earners: total(|source| source.earners),
        refunded: sum(&format!("{REFUND} AND delta > 0"))?,
        refunded_platform: Tokens(-sum(&format!("{REFUND} AND account = 'platform'"))?.0),
        granted: Tokens(-sum("kind = 'credit' AND account = 'platform' AND delta < 0")?.0),
        taken: sum("kind = 'credit' AND account = 'platform' AND delta > 0")?,
        sold: sum("kind = 'purchase' AND delta > 0")?,
        unsold: sum("kind = 'purchase_refund' AND delta > 0")?,
        paid_out: sum("kind = 'payout' AND account = 'provider'")?,
        balance: ledger::balance(ctx, PLATFORM)?,
        sources,
    })
}

/// What was paid for things since then, by kind.
fn sources(ctx: &Ctx<'_>, start: i64) -> Answer<Vec<RevenueSource>> {
    let sql = format!(
        "SELECT p.kind, COUNT(DISTINCT p.id),
             SUM(CASE WHEN e.account = 'platform' THEN e.delta ELSE 0 END) AS platform,
             SUM(CASE WHEN e.account LIKE 'user:%' AND e.delta > 0 THEN e.delta ELSE 0 END)
         FROM postings p JOIN entries e ON e.posting_id = p.id
         WHERE {INCOME} AND p.at_ms >= ?1 GROUP BY p.kind ORDER BY platform DESC, p.kind"
    );
    let sources = ctx
        .db
        .prepare_cached(&sql)?
        .query_map([start], |row| {
            let (platform, earners): (i64, i64) = (row.get(2)?, row.get(3)?);
            Ok(RevenueSource {
                kind: TransactionKind::from_name(&row.get::<_, String>(0)?),
                count: row.get(1)?,
                volume: Tokens(platform + earners),
                platform: Tokens(platform),
                earners: Tokens(earners),
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(sources)
}

/// The sum over the entries since then that fit the condition.
pub(super) fn sum(ctx: &Ctx<'_>, start: i64, condition: &str) -> Answer<i64> {
    let sql = format!(
        "SELECT COALESCE(SUM(e.delta), 0) FROM entries e JOIN postings p ON p.id = e.posting_id
         WHERE p.at_ms >= ?1 AND ({condition})"
    );
    Ok(ctx.db.prepare_cached(&sql)?.query_row(params![start], |row| row.get(0))?)
}

/// What the platform took in for itself since then.
pub(super) fn income(ctx: &Ctx<'_>, start: i64) -> Answer<Tokens> {
    sum(ctx, start, &format!("account = 'platform' AND {INCOME}")).map(Tokens)
}

/// What those who earn have got since then.
pub(super) fn earned(ctx: &Ctx<'_>, start: i64) -> Answer<Tokens> {
    sum(ctx, start, &format!("account LIKE 'user:%' AND delta > 0 AND {INCOME}")).map(Tokens)
}
