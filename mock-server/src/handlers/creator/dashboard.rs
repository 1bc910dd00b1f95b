//! What a creator looks at first.

use avalo_sdk::{
    api::creator::{ContentOrder, CreatorDashboard, GetDashboard},
    model::{Timestamp, Tokens},
};

use super::{
    DAY_MS, content,
    earnings::{self, Span},
    fans, revenue, schedule, subscribers,
};
use crate::{
    context::Ctx,
    handlers::{payments, profiles},
    ledger,
    refusal::Answer,
};

const DAYS: i64 = 30;
const POSTS: i64 = 10;
const FANS: usize = 5;

pub(super) fn get_dashboard(ctx: &mut Ctx<'_>, _: GetDashboard) -> Answer<CreatorDashboard> {
    let creator = ctx.user()?;
    let today = ctx.now.unix_ms.div_euclid(DAY_MS) * DAY_MS;
    let (start, end) = (today - (DAYS - 1) * DAY_MS, today + DAY_MS);
    let days = revenue::by_day(ctx, &creator, Timestamp::from_unix_ms(start), Timestamp::from_unix_ms(end))?;
    let last = |count: usize| Tokens(days.iter().rev().take(count).map(|day| day.amount.0).sum());
    Ok(CreatorDashboard {
        revenue_today: last(1),
        revenue_last_7_days: last(7),
        revenue_last_30_days: last(days.len()),
        revenue_all_time: Tokens(earnings::sum(ctx, &creator, Span::EVER)?.amount),
        withdrawable: Tokens(payments::withdrawable(ctx, &creator)?),
        pending_withdrawal: ledger::balance(ctx, &ledger::hold(creator.as_str()))?,
        followers: profiles::count_followers(ctx, &creator)?,
        subscribers: subscribers::count(ctx, &creator)?,
        scheduled: schedule::count_waiting(ctx, &creator)?,
        top_posts: content::best(ctx, &creator, ContentOrder::Unlocks, POSTS)?,
        top_fans: fans::best(ctx, &creator, FANS)?,
        revenue_by_day: days,
    })
}
