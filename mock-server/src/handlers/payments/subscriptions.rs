//! Subscriptions to creators, which renew themselves.

use avalo_sdk::{
    Code,
    api::{
        notifications::NotificationCategory,
        payments::{
            CancelSubscription, ListSubscriptions, SubscribeToCreator, Subscription, SubscriptionList,
            SubscriptionStatus,
        },
    },
    model::{SubscriptionId, TierId, Timestamp, Tokens, UserId},
};
use rusqlite::{OptionalExtension, Row, params};
use serde_json::json;

use super::transfer::{self, Transfer};
use crate::{
    context::Ctx,
    handlers::{
        notifications::{self, Notice, Subject},
        people, profiles,
    },
    refusal::{Answer, refuse},
};

/// The timer at the end of a period.
pub(super) const PERIOD: &str = "payments.end_period";

/// What of a period's price goes to the creator, in percent.
const SHARE: i64 = 70;

const COLUMNS: &str = "id, user_id, creator_id, tier_id, price, period_ms, status, started_ms, ends_ms";

struct Stored {
    id: SubscriptionId,
    user: UserId,
    creator: UserId,
    tier_id: TierId,
    price: i64,
    period_ms: i64,
    status: SubscriptionStatus,
    started_ms: i64,
    ends_ms: i64,
}

pub(super) fn subscribe_to_creator(ctx: &mut Ctx<'_>, request: SubscribeToCreator) -> Answer<Subscription> {
    let (user, creator) = (ctx.user()?, request.creator_id);
    transfer::check_recipient(ctx, &user, &creator)?;
    let tier = profiles::offered_tier(ctx, &creator, &request.tier_id)?;
    if is_subscriber(ctx, &user, &creator)? {
        return refuse(Code::AlreadyExists, "there is a subscription to this creator already");
    }
    let id = ctx.id("sub");
    pay(ctx, &id, &user, &creator, tier.price)?;
    let (now, ends) = (ctx.now, ctx.after(tier.period_ms));
    ctx.db
        .prepare_cached(&format!(
            "INSERT INTO subscriptions ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'active', ?7, ?8)"
        ))?
        .execute(params![
            id,
            user.as_str(),
            creator.as_str(),
            request.tier_id.as_str(),
            tier.price,
            tier.period_ms,
            now.unix_ms,
            ends.unix_ms
        ])?;
    ctx.schedule(ends, PERIOD, &id, &json!({ "id": id }))?;
    let notice = Notice {
        category: NotificationCategory::Payments,
        title: "A new subscriber",
        body: "",
        from: Some(&user),
        chat_id: None,
    };
    let subject = Subject { amount: Some(transfer::share(tier.price, SHARE)), ..Subject::default() };
    notifications::notify_of(ctx, &creator, &notice, subject)?;
    shown(ctx, find(ctx, &id)?)
}

fn pay(ctx: &mut Ctx<'_>, id: &str, from: &UserId, to: &UserId, amount: i64) -> Answer<()> {
    let share = transfer::share(amount, SHARE);
    transfer::send(ctx, Transfer { kind: "subscription", reference: id, from, to, amount, share })
}

pub(super) fn cancel_subscription(ctx: &mut Ctx<'_>, request: CancelSubscription) -> Answer<Subscription> {
    let user = ctx.user()?;
    let stored = find(ctx, request.subscription_id.as_str())?;
    if stored.user != user {
        return not_found();
    }
    if stored.status == SubscriptionStatus::Active {
        set_status(ctx, stored.id.as_str(), SubscriptionStatus::Cancelled)?;
    }
    shown(ctx, find(ctx, request.subscription_id.as_str())?)
}

pub(super) fn list_subscriptions(ctx: &mut Ctx<'_>, _: ListSubscriptions) -> Answer<SubscriptionList> {
    let user = ctx.user()?;
    let stored: Vec<Stored> = ctx
        .db
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM subscriptions WHERE user_id = ?1 ORDER BY started_ms DESC, id"
        ))?
        .query_map([user.as_str()], read)?
        .collect::<rusqlite::Result<_>>()?;
    let subscriptions = stored.into_iter().map(|stored| shown(ctx, stored)).collect::<Answer<_>>()?;
    Ok(SubscriptionList { subscriptions })
}

/// Whether a user's subscription to a creator is paid for now.
pub(crate) fn is_subscriber(ctx: &Ctx<'_>, user: &UserId, creator: &UserId) -> Answer<bool> {
    let mut read = ctx.db.prepare_cached(
        "SELECT 1 FROM subscriptions WHERE user_id = ?1 AND creator_id = ?2 AND status <> 'ended'",
    )?;
    Ok(read.exists([user.as_str(), creator.as_str()])?)
}

/// Pays the next period, or ends what was cancelled or cannot go on.
pub(super) fn end_period(ctx: &mut Ctx<'_>, id: &str) -> Answer<()> {
    let stored = find(ctx, id)?;
    if goes_on(ctx, &stored)? {
        return renew(ctx, &stored);
    }
    set_status(ctx, id, SubscriptionStatus::Ended)?;
    let notice = Notice {
        category: NotificationCategory::Payments,
        title: "A subscription has ended",
        body: "",
        from: Some(&stored.creator),
        chat_id: None,
    };
    notifications::notify(ctx, &stored.user, &notice)
}

/// Whether another period is wanted, allowed and affordable. Who is suspended neither pays nor earns.
fn goes_on(ctx: &Ctx<'_>, stored: &Stored) -> Answer<bool> {
    Ok(stored.status == SubscriptionStatus::Active
        && people::is_active(ctx, &stored.user)?
        && people::is_active(ctx, &stored.creator)?
        && !people::is_blocked(ctx, &stored.user, &stored.creator)?
        && transfer::balance(ctx, &stored.user)?.0 >= stored.price)
}

fn renew(ctx: &mut Ctx<'_>, stored: &Stored) -> Answer<()> {
    pay(ctx, stored.id.as_str(), &stored.user, &stored.creator, stored.price)?;
    let ends = Timestamp::from_unix_ms(stored.ends_ms.saturating_add(stored.period_ms));
    ctx.db
        .prepare_cached("UPDATE subscriptions SET ends_ms = ?2 WHERE id = ?1")?
        .execute(params![stored.id.as_str(), ends.unix_ms])?;
    ctx.schedule(ends, PERIOD, stored.id.as_str(), &json!({ "id": stored.id }))
}

/// Ends a subscription whose period was given back.
pub(crate) fn end_at_once(ctx: &Ctx<'_>, id: &str) -> Answer<()> {
    ctx.unschedule(PERIOD, id)?;
    set_status(ctx, id, SubscriptionStatus::Ended)
}

fn set_status(ctx: &Ctx<'_>, id: &str, status: SubscriptionStatus) -> Answer<()> {
    ctx.db
        .prepare_cached("UPDATE subscriptions SET status = ?2 WHERE id = ?1")?
        .execute(params![id, status.as_str()])?;
    Ok(())
}

fn find(ctx: &Ctx<'_>, id: &str) -> Answer<Stored> {
    let sql = format!("SELECT {COLUMNS} FROM subscriptions WHERE id = ?1");
    let found = ctx.db.prepare_cached(&sql)?.query_row([id], read).optional()?;
    found.map_or_else(not_found, Ok)
}

fn not_found<T>() -> Answer<T> {
    refuse(Code::NotFound, "there is no such subscription")
}

fn shown(ctx: &Ctx<'_>, stored: Stored) -> Answer<Subscription> {
    Ok(Subscription {
        creator: people::summary(ctx, &stored.creator)?,
        id: stored.id,
        tier_id: stored.tier_id,
        price: Tokens(stored.price),
        status: stored.status,
        started_at: Timestamp::from_unix_ms(stored.started_ms),
        period_ends_at: Timestamp::from_unix_ms(stored.ends_ms),
    })
}

fn read(row: &Row<'_>) -> rusqlite::Result<Stored> {
    Ok(Stored {
        id: SubscriptionId(row.get(0)?),
        user: UserId(row.get(1)?),
        creator: UserId(row.get(2)?),
        tier_id: TierId(row.get(3)?),
        price: row.get(4)?,
        period_ms: row.get(5)?,
        status: SubscriptionStatus::from_name(&row.get::<_, String>(6)?),
        started_ms: row.get(7)?,
        ends_ms: row.get(8)?,
    })
}
