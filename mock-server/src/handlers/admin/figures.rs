//! The figures of the day, counted anew for each who asks.

use avalo_sdk::{
    api::admin::{ContentCounts, DashboardStats, GetDashboardStats, IncomeFigures, UserCounts, WorkCounts},
    model::{Timestamp, Tokens},
};

use super::{permissions, revenue};
use crate::{context::Ctx, refusal::Answer};

const DAY_MS: i64 = 24 * 3_600_000;

pub(super) fn get_dashboard_stats(ctx: &mut Ctx<'_>, _: GetDashboardStats) -> Answer<DashboardStats> {
    permissions::check::<GetDashboardStats>(ctx)?;
    Ok(DashboardStats {
        users: users(ctx)?,
        income: income(ctx)?,
        content: content(ctx)?,
        waiting: waiting(ctx)?,
        counted_at: ctx.now,
    })
}

fn ago(now: Timestamp, days: i64) -> i64 {
    now.unix_ms - days * DAY_MS
}

fn midnight(now: Timestamp) -> i64 {
    now.unix_ms.div_euclid(DAY_MS) * DAY_MS
}

fn users(ctx: &Ctx<'_>) -> Answer<UserCounts> {
    let count = |condition: &str| -> Answer<u32> {
        let sql = format!("SELECT COUNT(*) FROM users WHERE status NOT LIKE 'deleted%' AND ({condition})");
        Ok(ctx.db.prepare_cached(&sql)?.query_row([], |row| row.get(0))?)
    };
    let active = |days: i64| -> Answer<u32> {
        let sql = "SELECT COUNT(*) FROM (SELECT user_id FROM sessions WHERE active_ms > ?1
                   UNION SELECT user_id FROM presence WHERE seen_ms > ?1)";
        Ok(ctx.db.prepare_cached(sql)?.query_row([ago(ctx.now, days)], |row| row.get(0))?)
    };
    Ok(UserCounts {
        total: count("1")?,
        active_day: active(1)?,
        active_week: active(7)?,
        active_month: active(30)?,
        new_today: count(&format!("created_ms >= {}", midnight(ctx.now)))?,
        verified: count("kyc_status = 'approved'")?,
        creators: count("is_creator")?,
        royal: count("is_royal")?,
        staff: count("role IN ('moderator', 'admin', 'super_admin')")?,
        suspended: count("status = 'suspended'")?,
        banned: count("status = 'banned'")?,
    })
}

fn income(ctx: &Ctx<'_>) -> Answer<IncomeFigures> {
    let since = |days: i64| revenue::income(ctx, ago(ctx.now, days));
    Ok(IncomeFigures {
        today: revenue::income(ctx, midnight(ctx.now))?,
        week: since(7)?,
        month: since(30)?,
        year: since(365)?,
        earners: revenue::earned(ctx, i64::MIN)?,
        paid_out: Tokens(revenue::sum(ctx, i64::MIN, "kind = 'payout' AND account = 'provider'")?),
    })
}

fn content(ctx: &Ctx<'_>) -> Answer<ContentCounts> {
    Ok(ContentCounts {
        posts: rows(ctx, "posts")?,
        comments: rows(ctx, "comments")?,
        stories: rows(ctx, "stories")?,
        messages: rows(ctx, "messages")?,
    })
}

fn waiting(ctx: &Ctx<'_>) -> Answer<WorkCounts> {
    Ok(WorkCounts {
        cases: rows(ctx, "cases WHERE status = 'open'")?,
        reports: rows(ctx, "reports WHERE status = 'open'")?,
        kyc: rows(ctx, "kyc WHERE status = 'submitted'")?,
        withdrawals: rows(ctx, "withdrawals WHERE status = 'pending'")?,
    })
}

fn rows(ctx: &Ctx<'_>, of: &str) -> Answer<u32> {
    let sql = format!("SELECT COUNT(*) FROM {of}");
    Ok(ctx.db.prepare_cached(&sql)?.query_row([], |row| row.get(0))?)
}
