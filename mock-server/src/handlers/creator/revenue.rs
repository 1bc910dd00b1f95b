//! Revenue by kind and by day.

use std::collections::BTreeMap;

use avalo_sdk::{
    Problem,
    api::{
        creator::{CreatorRevenueDay, CreatorRevenueSource, GetRevenueBreakdown, RevenueBreakdown},
        payments::TransactionKind,
    },
    model::{Timestamp, Tokens, UserId},
};

use super::{
    DAY_MS,
    earnings::{self, Span, Sum},
};
use crate::{context::Ctx, refusal::Answer};

/// The longest time that is broken down, in days: a leap year.
const MOST_DAYS: i64 = 366;

pub(super) fn get_revenue_breakdown(
    ctx: &mut Ctx<'_>,
    request: GetRevenueBreakdown,
) -> Answer<RevenueBreakdown> {
    let creator = ctx.user()?;
    let GetRevenueBreakdown { start, end } = request;
    if start > end {
        return Err(Problem::field("start", "must not be after end").into());
    }
    if end.unix_ms - start.unix_ms > MOST_DAYS * DAY_MS {
        return Err(Problem::field("end", format!("must be at most {MOST_DAYS} days after start")).into());
    }
    let span = Span::between(start, end);
    let Sum { amount, count } = earnings::sum(ctx, &creator, span)?;
    Ok(RevenueBreakdown {
        start,
        end,
        total: Tokens(amount),
        count,
        sources: by_kind(ctx, &creator, span)?,
        days: by_day(ctx, &creator, start, end)?,
    })
}

fn by_kind(ctx: &Ctx<'_>, creator: &UserId, span: Span) -> Answer<Vec<CreatorRevenueSource>> {
    let select = "SELECT kind, SUM(paid), SUM(amount), COUNT(*) FROM earned
                  GROUP BY kind ORDER BY SUM(amount) DESC, kind";
    earnings::query(ctx, creator, span, select, |row| {
        let (paid, amount): (i64, i64) = (row.get(1)?, row.get(2)?);
        Ok(CreatorRevenueSource {
            kind: TransactionKind::from_name(&row.get::<_, String>(0)?),
            paid: Tokens(paid),
            fee: Tokens(paid - amount),
            amount: Tokens(amount),
            count: row.get(3)?,
        })
    })
}

/// Every UTC day that the time touches, those without revenue too.
pub(super) fn by_day(
    ctx: &Ctx<'_>,
    creator: &UserId,
    start: Timestamp,
    end: Timestamp,
) -> Answer<Vec<CreatorRevenueDay>> {
    let select = "SELECT at_ms / 86400000, SUM(amount), COUNT(*) FROM earned GROUP BY 1";
    let sums: BTreeMap<i64, Sum> = earnings::query(ctx, creator, Span::between(start, end), select, |row| {
        Ok((row.get(0)?, Sum { amount: row.get(1)?, count: row.get(2)? }))
    })?
    .into_iter()
    .collect();
    let (first, after) = (start.unix_ms.div_euclid(DAY_MS), (end.unix_ms + DAY_MS - 1).div_euclid(DAY_MS));
    let day = |number: i64| {
        let Sum { amount, count } = sums.get(&number).copied().unwrap_or_default();
        CreatorRevenueDay { day: Timestamp::from_unix_ms(number * DAY_MS), amount: Tokens(amount), count }
    };
    Ok(if start == end { Vec::new() } else { (first..after).map(day).collect() })
}
