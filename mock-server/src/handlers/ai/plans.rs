//! Plans: a tier for a month, which renews itself.

use avalo_sdk::{
    Code, Problem,
    api::{
        ai::{AiPlan, AiPlanStatus, AiTier, CancelAiSubscription, GetAiPlan, SubscribeToAi},
        notifications::NotificationCategory,
    },
    model::{Timestamp, Tokens, UserId},
};
use rusqlite::{OptionalExtension, params};
use serde_json::json;

use crate::{
    context::Ctx,
    handlers::{
        notifications::{self, Notice},
        payments::transfer,
        people,
    },
    ledger::{self, PLATFORM, Posting},
    refusal::{Answer, refuse},
};

/// The timer at the end of a month.
pub(super) const PERIOD: &str = "ai.end_period";

/// A month: 30 days.
pub(super) const MONTH_MS: i64 = 30 * 24 * 3_600_000;

/// What a month costs: 39, 79 and 149 PLN at 0.20 PLN for a token.
fn price(tier: AiTier) -> i64 {
    match tier {
        AiTier::Plus => 195,
        AiTier::Intimate => 395,
        AiTier::Creator => 745,
        _ => 0,
    }
}

struct Stored {
    tier: AiTier,
    price: i64,
    status: AiPlanStatus,
    started_ms: i64,
    ends_ms: i64,
}

fn find(ctx: &Ctx<'_>, user: &UserId) -> Answer<Option<Stored>> {
    let mut read = ctx
        .db
        .prepare_cached("SELECT tier, price, status, started_ms, ends_ms FROM ai_plans WHERE user_id = ?1")?;
    let found = read.query_row([user.as_str()], |row| {
        Ok(Stored {
            tier: AiTier::from_name(&row.get::<_, String>(0)?),
            price: row.get(1)?,
            status: AiPlanStatus::from_name(&row.get::<_, String>(2)?),
            started_ms: row.get(3)?,
            ends_ms: row.get(4)?,
        })
    });
    Ok(found.optional()?)
}

/// The tier that holds for a user now.
pub(super) fn tier(ctx: &Ctx<'_>, user: &UserId) -> Answer<AiTier> {
    Ok(find(ctx, user)?.map_or(AiTier::Free, |plan| plan.tier))
}

pub(super) fn get_plan(ctx: &mut Ctx<'_>, _: GetAiPlan) -> Answer<AiPlan> {
    let user = ctx.user()?;
    shown(ctx, &user, 0)
}

pub(super) fn subscribe(ctx: &mut Ctx<'_>, request: SubscribeToAi) -> Answer<AiPlan> {
    let user = ctx.user()?;
    let wanted = price(request.tier);
    if wanted == 0 {
        return Err(Problem::field("tier", "is plus, intimate or creator; cancel the plan to be free").into());
    }
    let credit = match find(ctx, &user)? {
        None => 0,
        Some(plan) if plan.tier == request.tier => return resume(ctx, &user, &plan),
        Some(plan) if plan.price > wanted => {
            return refuse(
                Code::FailedPrecondition,
                format!(
                    "the plan {} is larger; cancel it, and take this one when it has ended",
                    plan.tier.as_str()
                ),
            );
        }
        Some(plan) => {
            let left = (plan.ends_ms - ctx.now.unix_ms).clamp(0, MONTH_MS);
            plan.price * left / MONTH_MS
        }
    };
    let charged = wanted - credit;
    let now = ctx.now.unix_ms;
    pay(ctx, &user, charged, request.tier)?;
    begin(ctx, &user, request.tier, now)?;
    shown(ctx, &user, charged)
}

/// The same plan once more: one that was cancelled goes on.
fn resume(ctx: &mut Ctx<'_>, user: &UserId, plan: &Stored) -> Answer<AiPlan> {
    if plan.status != AiPlanStatus::Cancelled {
        return refuse(Code::AlreadyExists, format!("the plan {} is there already", plan.tier.as_str()));
    }
    set_status(ctx, user, AiPlanStatus::Active)?;
    shown(ctx, user, 0)
}

pub(super) fn cancel_subscription(ctx: &mut Ctx<'_>, _: CancelAiSubscription) -> Answer<AiPlan> {
    let user = ctx.user()?;
    set_status(ctx, &user, AiPlanStatus::Cancelled)?;
    shown(ctx, &user, 0)
}

/// Pays the next month, or ends what was cancelled or cannot go on.
pub(super) fn end_period(ctx: &mut Ctx<'_>, user: &str) -> Answer<()> {
    let user = UserId(user.to_owned());
    let Some(plan) = find(ctx, &user)? else { return Ok(()) };
    let goes_on = plan.status == AiPlanStatus::Active
        && people::is_active(ctx, &user)?
        && transfer::balance(ctx, &user)?.0 >= plan.price;
    if goes_on {
        pay(ctx, &user, plan.price, plan.tier)?;
        return begin(ctx, &user, plan.tier, plan.ends_ms);
    }
    ctx.db.prepare_cached("DELETE FROM ai_plans WHERE user_id = ?1")?.execute([user.as_str()])?;
    if !people::exists(ctx, &user)? {
        return Ok(());
    }
    let body = match plan.status {
        AiPlanStatus::Active => {
            "There were too few tokens for another month. Chats stay, and are paid by message."
        }
        _ => "Chats stay, and are paid by message.",
    };
    let notice = Notice {
        category: NotificationCategory::Payments,
        title: "Your plan for AI companions has ended",
        body,
        from: None,
        chat_id: None,
    };
    notifications::notify(ctx, &user, &notice)
}

fn begin(ctx: &mut Ctx<'_>, user: &UserId, tier: AiTier, from_ms: i64) -> Answer<()> {
    let ends = Timestamp::from_unix_ms(from_ms.saturating_add(MONTH_MS));
    ctx.db
        .prepare_cached(
            "INSERT OR REPLACE INTO ai_plans (user_id, tier, price, status, started_ms, ends_ms)
             VALUES (?1, ?2, ?3, 'active', ?4, ?5)",
        )?
        .execute(params![user.as_str(), tier.as_str(), price(tier), from_ms, ends.unix_ms])?;
    ctx.schedule(ends, PERIOD, user.as_str(), &json!({ "id": user }))
}

fn pay(ctx: &mut Ctx<'_>, user: &UserId, amount: i64, tier: AiTier) -> Answer<()> {
    charge(ctx, user, amount, "ai_plan", tier.as_str())
}

/// Moves tokens of a user to the platform and tells the user. Nothing is written for nothing.
pub(super) fn charge(
    ctx: &mut Ctx<'_>,
    user: &UserId,
    amount: i64,
    kind: &str,
    reference: &str,
) -> Answer<()> {
    if amount == 0 {
        return Ok(());
    }
    let wallet = ledger::user(user.as_str());
    let legs = [(wallet.as_str(), -amount), (PLATFORM, amount)];
    ledger::post(ctx, Posting { kind, reference, legs: &legs })?;
    transfer::changed(ctx, user)
}

fn set_status(ctx: &Ctx<'_>, user: &UserId, status: AiPlanStatus) -> Answer<()> {
    ctx.db
        .prepare_cached("UPDATE ai_plans SET status = ?2 WHERE user_id = ?1")?
        .execute(params![user.as_str(), status.as_str()])?;
    Ok(())
}

fn shown(ctx: &Ctx<'_>, user: &UserId, charged: i64) -> Answer<AiPlan> {
    let plan = find(ctx, user)?;
    let moment = |ms: Option<i64>| ms.map(Timestamp::from_unix_ms);
    Ok(AiPlan {
        tier: plan.as_ref().map_or(AiTier::Free, |plan| plan.tier),
        status: plan.as_ref().map(|plan| plan.status),
        price: Tokens(plan.as_ref().map_or(0, |plan| plan.price)),
        charged: Tokens(charged),
        started_at: moment(plan.as_ref().map(|plan| plan.started_ms)),
        period_ends_at: moment(plan.as_ref().map(|plan| plan.ends_ms)),
    })
}
