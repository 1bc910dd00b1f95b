//! A creator's desk: figures, prices, and what is to come.

use avalo_mock_server::MockServer;
use avalo_sdk::{
    Code,
    api::{
        creator::{
            CancelScheduled, ContentOrder, GetContentPerformance, GetContentPricing, GetDashboard,
            GetRevenueBreakdown, GetStats, GetSubscriberAnalytics, GetTopFans, ListScheduled,
            ListSubscribers, ScheduleContent, ScheduleState, SetContentPricing,
        },
        feed::{GetFeed, PostKind},
        payments::Period,
    },
    model::{Timestamp, Tokens},
};

use super::{Cast, joining, showing::id};
use crate::{Stopped, Teller};

const DAY_MS: i64 = 24 * 3_600_000;

pub(super) async fn tell(server: &MockServer, cast: &Cast, teller: &mut Teller) -> Result<(), Stopped> {
    let today = figures(cast, teller).await?;
    supporters(cast, teller).await?;
    plans(server, cast, today, teller).await
}

/// Returns the beginning of the day.
async fn figures(cast: &Cast, teller: &mut Teller) -> Result<Timestamp, Stopped> {
    let ada = cast.ada.creator();
    let dashboard = teller.call("Ada opens her desk", ada.get_dashboard(GetDashboard {})).await?;
    let text = format!("{} tokens came in today", dashboard.revenue_today);
    teller.check(&text, dashboard.revenue_today > Tokens::ZERO)?;
    let stats = GetStats { period: Some(Period::Month) };
    let stats = teller.call("She looks at her month", ada.get_stats(stats)).await?;
    let text = format!("{} payments, which are all that came in", stats.payments);
    teller.check(&text, stats.revenue == dashboard.revenue_last_30_days)?;
    let today = dashboard.revenue_by_day.last().ok_or(Stopped)?.day;
    let breakdown =
        GetRevenueBreakdown { start: today, end: Timestamp::from_unix_ms(today.unix_ms + DAY_MS) };
    let parts = teller.call("She asks where it came from", ada.get_revenue_breakdown(breakdown)).await?;
    let sum: i64 = parts.sources.iter().map(|source| source.amount.0).sum();
    let text = format!("{} kinds of payment add up to {} tokens", parts.sources.len(), parts.total);
    teller.check(&text, sum == parts.total.0)?;
    let backwards =
        GetRevenueBreakdown { start: today, end: Timestamp::from_unix_ms(today.unix_ms - DAY_MS) };
    teller
        .refused(
            "She asks for a day that ends before it begins",
            ada.get_revenue_breakdown(backwards),
            Code::ValidationFailed,
        )
        .await?;
    Ok(today)
}

async fn supporters(cast: &Cast, teller: &mut Teller) -> Result<(), Stopped> {
    let ada = cast.ada.creator();
    let analytics = ada.get_subscriber_analytics(GetSubscriberAnalytics {});
    let analytics = teller.call("She asks how her subscriptions do", analytics).await?;
    let one = analytics.subscribers == 1 && analytics.cancelled == 1;
    teller.check("one runs, and will not be renewed", one)?;
    let page =
        teller.call("She sees who subscribes", ada.list_subscribers(ListSubscribers::default())).await?;
    teller.check("it is Linus", page.subscribers.iter().all(|of| of.user.id == id(&cast.linus)))?;
    let fans = teller.call("And who supports her most", ada.get_top_fans(GetTopFans::default())).await?;
    let first = fans.fans.first().ok_or(Stopped)?;
    teller.check(&format!("Linus again, with {} tokens", first.amount), first.user.id == id(&cast.linus))?;
    let best = GetContentPerformance { order: Some(ContentOrder::Revenue), limit: Some(3), cursor: None };
    let best = teller.call("She looks at her best posts", ada.get_content_performance(best)).await?;
    let brought = best.posts.first().map(|post| post.revenue).unwrap_or_default();
    teller.check(&format!("Note G brought {brought} tokens"), brought == Tokens(20))
}

async fn plans(
    server: &MockServer,
    cast: &Cast,
    today: Timestamp,
    teller: &mut Teller,
) -> Result<(), Stopped> {
    let ada = cast.ada.creator();
    let before = teller.call("She reads her prices", ada.get_content_pricing(GetContentPricing {})).await?;
    let prices = SetContentPricing { unlock_price: Some(Tokens(30)), ..Default::default() };
    let after = teller.call("Paid posts shall cost 30 from now on", ada.set_content_pricing(prices)).await?;
    teller.check("her chats cost what they did", after.words_per_token == before.words_per_token)?;
    let plan = |content: &str, seconds: i64| ScheduleContent {
        kind: PostKind::Text,
        content: content.into(),
        media_urls: Vec::new(),
        visibility: None,
        gated: Some(true),
        unlock_price: None,
        scheduled_for: Timestamp::from_unix_ms(today.unix_ms + seconds * 1_000),
    };
    teller
        .refused(
            "She plans a post for this morning, which is over",
            ada.schedule_content(plan("Note H", 0)),
            Code::ValidationFailed,
        )
        .await?;
    let note = "Note H: what the engine cannot do, and why that is no pity.";
    let planned = teller.call("She plans it for noon", ada.schedule_content(plan(note, 12 * 3_600))).await?;
    let second =
        teller.call("And another one for one", ada.schedule_content(plan("Note I", 13 * 3_600))).await?;
    let list = teller.call("Both wait", ada.list_scheduled(ListScheduled::default())).await?;
    teller.check("in order", list.scheduled.iter().map(|plan| &plan.id).eq([&planned.id, &second.id]))?;
    let cancel = CancelScheduled { scheduled_id: second.id };
    teller.call("She takes the other one back", ada.cancel_scheduled(cancel)).await?;
    joining::wait(server, teller, "It is afternoon on the server's clock", 13 * 3_600).await?;
    let feed = cast.linus.feed().get_feed(GetFeed { limit: Some(1), cursor: None });
    let feed = teller.call("Linus opens his feed", feed).await?;
    let first = feed.posts.first().ok_or(Stopped)?;
    teller.check(
        &format!(
            "Note H came at {}, for {} tokens",
            first.created_at,
            first.unlock_price.unwrap_or_default()
        ),
        first.created_at == planned.scheduled_for && first.unlock_price == Some(Tokens(30)),
    )?;
    let published = ListScheduled { state: Some(ScheduleState::Published), ..Default::default() };
    let published = teller.call("Ada sees it done", ada.list_scheduled(published)).await?;
    teller.check("one plan is a post now", published.scheduled.len() == 1)
}
