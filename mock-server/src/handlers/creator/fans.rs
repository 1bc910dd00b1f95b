//! By whom a creator earns.

use avalo_sdk::{
    api::{
        creator::{Fan, FanPage, GetTopFans},
        payments::Period,
    },
    model::{Timestamp, Tokens, UserId},
};

use super::earnings::{self, Span};
use crate::{
    context::Ctx,
    handlers::{payments, people},
    page::Page,
    refusal::Answer,
};

/// What came by one person.
struct Paid {
    by: UserId,
    amount: i64,
    payments: u32,
    last_ms: i64,
}

pub(super) fn get_top_fans(ctx: &mut Ctx<'_>, request: GetTopFans) -> Answer<FanPage> {
    let creator = ctx.user()?;
    let period = request.period.unwrap_or(Period::All);
    let list = format!("fans:{}", period.as_str());
    let page = Page::read(&list, request.limit, request.cursor.as_ref())?;
    let (amount, id) = page.before();
    let mut paid = read(ctx, &creator, Span::since(payments::since(ctx.now, period)))?;
    paid.retain(|fan| (fan.amount, fan.by.as_str()) < (amount, id.as_str()));
    paid.truncate(usize::try_from(page.fetch()).unwrap_or(usize::MAX));
    let next_cursor = page.cut(&list, &mut paid, |fan| (fan.amount, fan.by.0.clone()));
    Ok(FanPage { fans: shown(ctx, paid)?, next_cursor })
}

/// The most generous of all time.
pub(super) fn best(ctx: &Ctx<'_>, creator: &UserId, most: usize) -> Answer<Vec<Fan>> {
    let mut paid = read(ctx, creator, Span::EVER)?;
    paid.truncate(most);
    shown(ctx, paid)
}

/// Everyone in the creator's sight, the most generous first.
fn read(ctx: &Ctx<'_>, creator: &UserId, span: Span) -> Answer<Vec<Paid>> {
    let select = "SELECT fan_id, SUM(amount), COUNT(*), MAX(at_ms) FROM earned
                  JOIN users u ON u.id = fan_id
                  WHERE u.status NOT LIKE 'deleted%'
                  AND NOT EXISTS (SELECT 1 FROM blocks
                      WHERE 'user:' || blocker_id = ?1 AND blocked_id = fan_id
                      OR blocker_id = fan_id AND 'user:' || blocked_id = ?1)
                  GROUP BY fan_id ORDER BY SUM(amount) DESC, fan_id DESC";
    earnings::query(ctx, creator, span, select, |row| {
        let by = UserId(row.get(0)?);
        Ok(Paid { by, amount: row.get(1)?, payments: row.get(2)?, last_ms: row.get(3)? })
    })
}

fn shown(ctx: &Ctx<'_>, paid: Vec<Paid>) -> Answer<Vec<Fan>> {
    let fan = |paid: Paid| {
        Ok(Fan {
            user: people::summary(ctx, &paid.by)?,
            amount: Tokens(paid.amount),
            payments: paid.payments,
            last_payment_at: Timestamp::from_unix_ms(paid.last_ms),
        })
    };
    paid.into_iter().map(fan).collect()
}
