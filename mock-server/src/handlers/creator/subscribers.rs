//! Who subscribes to a creator, and how that develops.

use avalo_sdk::{
    api::{
        creator::{
            GetSubscriberAnalytics, ListSubscribers, Subscriber, SubscriberAnalytics, SubscriberPage,
            TierAnalytics,
        },
        payments::SubscriptionStatus,
    },
    model::{SubscriptionId, TierId, Timestamp, Tokens, UserId},
};
use rusqlite::params;

use super::{
    DAY_MS,
    earnings::{self, Span},
};
use crate::{context::Ctx, handlers::people, page::Page, refusal::Answer};

const LIST: &str = "subscribers";

/// How many subscribe to a creator now.
pub(super) fn count(ctx: &Ctx<'_>, creator: &UserId) -> Answer<u32> {
    let sql = "SELECT COUNT(*) FROM subscriptions WHERE creator_id = ?1 AND status <> 'ended'";
    Ok(ctx.db.prepare_cached(sql)?.query_row([creator.as_str()], |row| row.get(0))?)
}

pub(super) fn get_subscriber_analytics(
    ctx: &mut Ctx<'_>,
    _: GetSubscriberAnalytics,
) -> Answer<SubscriberAnalytics> {
    let creator = ctx.user()?;
    let since = Timestamp::from_unix_ms(ctx.now.unix_ms - 30 * DAY_MS);
    let count = |condition: &str| -> Answer<u32> {
        let sql = format!(
            "SELECT COUNT(*) FROM subscriptions WHERE creator_id = ?1 AND ?2 IS NOT NULL AND {condition}"
        );
        let mut read = ctx.db.prepare_cached(&sql)?;
        Ok(read.query_row(params![creator.as_str(), since.unix_ms], |row| row.get(0))?)
    };
    let tiers = by_tier(ctx, &creator, since)?;
    let lost = count("started_ms <= ?2 AND status = 'ended' AND ends_ms > ?2")?;
    let ran = lost + count("started_ms <= ?2 AND status <> 'ended'")?;
    Ok(SubscriberAnalytics {
        subscribers: count("status <> 'ended'")?,
        cancelled: count("status = 'cancelled'")?,
        new_last_30_days: count("started_ms > ?2")?,
        ended_last_30_days: count("status = 'ended' AND ends_ms > ?2")?,
        churn: f64::from(lost) / f64::from(ran.max(1)),
        all_time: count("1")?,
        revenue_last_30_days: Tokens(tiers.iter().map(|tier| tier.revenue_last_30_days.0).sum()),
        tiers,
    })
}

fn by_tier(ctx: &Ctx<'_>, creator: &UserId, since: Timestamp) -> Answer<Vec<TierAnalytics>> {
    let select = "SELECT t.id, t.name,
             (SELECT COUNT(*) FROM subscriptions s WHERE s.tier_id = t.id AND s.status <> 'ended'),
             (SELECT COALESCE(SUM(amount), 0) FROM earned JOIN subscriptions s ON s.id = reference
              WHERE kind = 'subscription' AND s.tier_id = t.id)
         FROM tiers t WHERE 'user:' || t.creator_id = ?1 ORDER BY t.price, t.id";
    // The moment itself is 30 days old and belongs to what was before, as in the counts.
    let span = Span::since(Some(Timestamp::from_unix_ms(since.unix_ms + 1)));
    earnings::query(ctx, creator, span, select, |row| {
        Ok(TierAnalytics {
            tier_id: TierId(row.get(0)?),
            name: row.get(1)?,
            subscribers: row.get(2)?,
            revenue_last_30_days: Tokens(row.get(3)?),
        })
    })
}

/// A subscription that runs.
struct Running {
    user: UserId,
    id: SubscriptionId,
    tier_id: TierId,
    tier_name: String,
    price: i64,
    status: SubscriptionStatus,
    started_ms: i64,
    ends_ms: i64,
}

pub(super) fn list_subscribers(ctx: &mut Ctx<'_>, request: ListSubscribers) -> Answer<SubscriberPage> {
    let creator = ctx.user()?;
    let page = Page::read(LIST, request.limit, request.cursor.as_ref())?;
    let (before_ms, id) = page.before();
    let mut running: Vec<Running> = ctx
        .db
        .prepare_cached(
            "SELECT s.user_id, s.id, s.tier_id, t.name, s.price, s.status, s.started_ms, s.ends_ms
             FROM subscriptions s JOIN tiers t ON t.id = s.tier_id JOIN users u ON u.id = s.user_id
             WHERE s.creator_id = ?1 AND s.status <> 'ended' AND u.status NOT LIKE 'deleted%'
             AND NOT EXISTS (SELECT 1 FROM blocks WHERE blocker_id = ?1 AND blocked_id = s.user_id
                             OR blocker_id = s.user_id AND blocked_id = ?1)
             AND (s.started_ms, s.id) < (?2, ?3) ORDER BY s.started_ms DESC, s.id DESC LIMIT ?4",
        )?
        .query_map(params![creator.as_str(), before_ms, id, page.fetch()], |row| {
            Ok(Running {
                user: UserId(row.get(0)?),
                id: SubscriptionId(row.get(1)?),
                tier_id: TierId(row.get(2)?),
                tier_name: row.get(3)?,
                price: row.get(4)?,
                status: SubscriptionStatus::from_name(&row.get::<_, String>(5)?),
                started_ms: row.get(6)?,
                ends_ms: row.get(7)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    let next_cursor = page.cut(LIST, &mut running, |running| (running.started_ms, running.id.0.clone()));
    let shown = |running: Running| {
        Ok(Subscriber {
            user: people::summary(ctx, &running.user)?,
            subscription_id: running.id,
            tier_id: running.tier_id,
            tier_name: running.tier_name,
            price: Tokens(running.price),
            status: running.status,
            started_at: Timestamp::from_unix_ms(running.started_ms),
            period_ends_at: Timestamp::from_unix_ms(running.ends_ms),
        })
    };
    Ok(SubscriberPage { subscribers: running.into_iter().map(shown).collect::<Answer<_>>()?, next_cursor })
}
