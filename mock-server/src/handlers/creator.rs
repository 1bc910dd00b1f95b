//! A creator's figures, prices and plans.
//!
//! Nothing is counted twice: what came in is read from the ledger by [`earnings`], prices of messages
//! belong to the chat domain, and what is scheduled is published by the feed.

mod content;
mod dashboard;
mod earnings;
mod fans;
mod pricing;
mod revenue;
mod schedule;
mod stats;
mod subscribers;

use serde_json::Value;

use crate::{context::Ctx, refusal::Answer, router::Routes};

pub(crate) use self::schedule::forget;

pub(crate) const SCHEMA: &str = include_str!("creator/schema.sql");

const DAY_MS: i64 = 24 * 3_600_000;

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .on(stats::get_stats)
        .on(dashboard::get_dashboard)
        .on(revenue::get_revenue_breakdown)
        .on(subscribers::get_subscriber_analytics)
        .on(subscribers::list_subscribers)
        .on(fans::get_top_fans)
        .on(content::get_content_performance)
        .on(pricing::get_content_pricing)
        .on(pricing::set_content_pricing)
        .on(schedule::schedule_content)
        .on(schedule::list_scheduled)
        .on(schedule::cancel_scheduled)
}

/// Does what was planned: content whose time has come.
pub(crate) fn due(ctx: &mut Ctx<'_>, timer: &str, payload: &Value) -> Answer<()> {
    match timer {
        schedule::PUBLISH => schedule::publish(ctx, payload["id"].as_str().unwrap_or_default()),
        _ => Ok(()),
    }
}
