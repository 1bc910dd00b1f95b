//! What creators offer to subscribers.

use avalo_sdk::{
    Code,
    api::profiles::{
        CreateSubscriptionTier, ListSubscriptionTiers, SubscriptionTier, TierDuration, TierList,
        UpdateSubscriptionTier,
    },
    model::{TierId, Tokens, UserId},
};
use rusqlite::{OptionalExtension, Row, params};

use crate::{
    context::Ctx,
    handlers::people,
    refusal::{Answer, refuse},
};

/// How many tiers a creator may offer at a time.
const LIMIT: usize = 5;

const DAY_MS: i64 = 24 * 3_600_000;

const COLUMNS: &str = "id, creator_id, name, price, duration, benefits, is_active";

/// What a subscription begins with.
pub(crate) struct Offer {
    pub(crate) price: i64,
    pub(crate) period_ms: i64,
}

pub(super) fn create_subscription_tier(
    ctx: &mut Ctx<'_>,
    request: CreateSubscriptionTier,
) -> Answer<SubscriptionTier> {
    let creator = ctx.user()?;
    check_room(ctx, &creator)?;
    let id = ctx.id("tier");
    ctx.db
        .prepare_cached(&format!("INSERT INTO tiers ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1)"))?
        .execute(params![
            id,
            creator.as_str(),
            request.name,
            request.price.0,
            request.duration.as_str(),
            serde_json::to_string(&request.benefits).unwrap_or_default()
        ])?;
    find(ctx, &creator, &TierId(id))
}

/// Refuses one more tier than a creator may offer.
fn check_room(ctx: &Ctx<'_>, creator: &UserId) -> Answer<()> {
    if list(ctx, creator)?.iter().filter(|tier| tier.is_active).count() >= LIMIT {
        return refuse(Code::FailedPrecondition, format!("{LIMIT} tiers are offered; withdraw one first"));
    }
    Ok(())
}

pub(super) fn list_subscription_tiers(ctx: &mut Ctx<'_>, request: ListSubscriptionTiers) -> Answer<TierList> {
    let caller = ctx.user()?;
    people::find_in_sight(ctx, &request.user_id)?;
    let mut tiers = list(ctx, &request.user_id)?;
    tiers.retain(|tier| tier.is_active || caller == request.user_id);
    Ok(TierList { tiers })
}

pub(super) fn update_subscription_tier(
    ctx: &mut Ctx<'_>,
    request: UpdateSubscriptionTier,
) -> Answer<SubscriptionTier> {
    let creator = ctx.user()?;
    let tier = find(ctx, &creator, &request.tier_id)?;
    let name = request.name.unwrap_or(tier.name);
    let price = request.price.unwrap_or(tier.price);
    let is_active = request.is_active.unwrap_or(tier.is_active);
    if is_active && !tier.is_active {
        check_room(ctx, &creator)?;
    }
    ctx.db
        .prepare_cached("UPDATE tiers SET name = ?2, price = ?3, is_active = ?4 WHERE id = ?1")?
        .execute(params![tier.id.as_str(), name, price.0, is_active])?;
    find(ctx, &creator, &tier.id)
}

/// The tier, if the creator offers it now.
///
/// # Errors
///
/// `not_found`.
pub(crate) fn offered(ctx: &Ctx<'_>, creator: &UserId, id: &TierId) -> Answer<Offer> {
    let tier = find(ctx, creator, id)?;
    if !tier.is_active {
        return refuse(Code::NotFound, "the tier is not offered any longer");
    }
    let days = match tier.duration {
        TierDuration::Quarterly => 90,
        TierDuration::Yearly => 365,
        _ => 30,
    };
    Ok(Offer { price: tier.price.0, period_ms: days * DAY_MS })
}

fn find(ctx: &Ctx<'_>, creator: &UserId, id: &TierId) -> Answer<SubscriptionTier> {
    let found = ctx
        .db
        .prepare_cached(&format!("SELECT {COLUMNS} FROM tiers WHERE id = ?1 AND creator_id = ?2"))?
        .query_row([id.as_str(), creator.as_str()], read)
        .optional()?;
    found.map_or_else(|| refuse(Code::NotFound, "the creator has no such tier"), Ok)
}

fn list(ctx: &Ctx<'_>, creator: &UserId) -> Answer<Vec<SubscriptionTier>> {
    let sql = format!("SELECT {COLUMNS} FROM tiers WHERE creator_id = ?1 ORDER BY price, id");
    let mut rows = ctx.db.prepare_cached(&sql)?;
    Ok(rows.query_map([creator.as_str()], read)?.collect::<rusqlite::Result<_>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<SubscriptionTier> {
    let benefits: String = row.get(5)?;
    Ok(SubscriptionTier {
        id: TierId(row.get(0)?),
        creator_id: UserId(row.get(1)?),
        name: row.get(2)?,
        price: Tokens(row.get(3)?),
        duration: TierDuration::from_name(&row.get::<_, String>(4)?),
        benefits: serde_json::from_str(&benefits).unwrap_or_default(),
        is_active: row.get(6)?,
    })
}
