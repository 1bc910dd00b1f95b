//! Purchases of tokens: begun, then confirmed by the buyer or reported by the provider, whoever is
//! first, and credited once.

use avalo_sdk::{
    Code, Problem,
    api::{
        notifications::NotificationCategory,
        payments::{ConfirmPurchase, Currency, GetPurchase, Money, Purchase, PurchaseStatus, PurchaseTokens},
    },
    model::{PackageId, PurchaseId, Timestamp, Tokens, UserId},
};
use rusqlite::{OptionalExtension, Row, params};
use serde_json::json;

use super::{methods, packages, transfer};
use crate::{
    context::Ctx,
    handlers::notifications::{self, Notice, Subject},
    ledger::{self, PROVIDER, Posting},
    refusal::{Answer, refuse},
};

/// The timer of a purchase that waits for its confirmation.
pub(super) const EXPIRY: &str = "payments.expire_purchase";

/// How long it waits: 30 minutes.
const LIFE_MS: i64 = 30 * 60_000;

/// So many purchases within a minute are one too many.
const VELOCITY: i64 = 3;
const VELOCITY_MS: i64 = 60_000;

/// A purchase with what only this server knows of it.
pub(super) struct Stored {
    purchase: Purchase,
    user: UserId,
    method_token: String,
}

pub(super) fn purchase_tokens(ctx: &mut Ctx<'_>, request: PurchaseTokens) -> Answer<Purchase> {
    let user = ctx.user()?;
    let currency = request.currency.unwrap_or_default();
    let package = packages::find(&request.package_id, currency)?;
    let method_token = methods::token(ctx, &user, request.payment_method_id.as_ref())?;
    check_velocity(ctx, &user)?;
    let id = ctx.id("pur");
    ctx.db
        .prepare_cached(
            "INSERT INTO purchases
                (id, user_id, package_id, tokens, minor, currency, method_token, status, created_ms)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'pending', ?8)",
        )?
        .execute(params![
            id,
            user.as_str(),
            package.id.as_str(),
            package.tokens.0,
            package.price.minor,
            currency.as_str(),
            method_token,
            ctx.now.unix_ms
        ])?;
    ctx.schedule(ctx.after(LIFE_MS), EXPIRY, &id, &json!({ "id": id }))?;
    Ok(find(ctx, &id)?.purchase)
}

fn check_velocity(ctx: &Ctx<'_>, user: &UserId) -> Answer<()> {
    let (count, first): (i64, Option<i64>) = ctx
        .db
        .prepare_cached(
            "SELECT COUNT(*), MIN(created_ms) FROM purchases WHERE user_id = ?1 AND created_ms > ?2",
        )?
        .query_row(params![user.as_str(), ctx.now.unix_ms - VELOCITY_MS], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    if count + 1 < VELOCITY {
        return Ok(());
    }
    let wait_ms = first.unwrap_or_default() + VELOCITY_MS - ctx.now.unix_ms;
    let seconds = u32::try_from(wait_ms / 1_000 + 1).unwrap_or(1);
    let problem = Problem::new(Code::TooFast, format!("{VELOCITY} purchases within a minute are too many"));
    Err(problem.retry_after(seconds).into())
}

pub(super) fn get_purchase(ctx: &mut Ctx<'_>, request: GetPurchase) -> Answer<Purchase> {
    let stored = find(ctx, request.purchase_id.as_str())?;
    if stored.user == ctx.user()? { Ok(stored.purchase) } else { not_found() }
}

pub(super) fn confirm_purchase(ctx: &mut Ctx<'_>, request: ConfirmPurchase) -> Answer<Purchase> {
    let user = ctx.user()?;
    let stored = find(ctx, request.purchase_id.as_str())?;
    if stored.user != user {
        return not_found();
    }
    match stored.purchase.status {
        PurchaseStatus::Completed | PurchaseStatus::RequiresAction => Ok(stored.purchase),
        PurchaseStatus::Pending if stored.method_token.starts_with("tok_declined") => {
            // What was declined stays declined, although the request is refused.
            let id = stored.purchase.id.0.clone();
            ctx.keep(move |db| {
                db.execute("UPDATE purchases SET status = 'failed' WHERE id = ?1", [id]).map(drop)
            });
            refuse(Code::PaymentDeclined, "the provider declined the payment; use another method")
        }
        PurchaseStatus::Pending if stored.method_token.starts_with("tok_requires_action") => {
            settle(ctx, &stored.purchase.id, PurchaseStatus::RequiresAction)
        }
        PurchaseStatus::Pending => complete(ctx, stored),
        status => refuse(
            Code::FailedPrecondition,
            format!("the purchase is {}; begin another one", status.as_str()),
        ),
    }
}

/// What the provider reports of a purchase. One that is settled stays as it is.
pub(super) fn report(ctx: &mut Ctx<'_>, id: &str, succeeded: bool) -> Answer<()> {
    let stored = find(ctx, id)?;
    match (stored.purchase.status, succeeded) {
        (PurchaseStatus::Completed, _) => Ok(()),
        // The money has arrived, be it late.
        (_, true) => complete(ctx, stored).map(drop),
        (PurchaseStatus::Pending | PurchaseStatus::RequiresAction, false) => {
            settle(ctx, &stored.purchase.id, PurchaseStatus::Failed).map(drop)
        }
        (_, false) => Ok(()),
    }
}

/// Ends a purchase that nobody confirmed.
pub(super) fn expire(ctx: &mut Ctx<'_>, id: &str) -> Answer<()> {
    let stored = find(ctx, id)?;
    match stored.purchase.status {
        PurchaseStatus::Pending | PurchaseStatus::RequiresAction => {
            settle(ctx, &stored.purchase.id, PurchaseStatus::Expired).map(drop)
        }
        _ => Ok(()),
    }
}

fn complete(ctx: &mut Ctx<'_>, stored: Stored) -> Answer<Purchase> {
    let Stored { purchase, user, .. } = stored;
    let (wallet, tokens) = (ledger::user(user.as_str()), purchase.tokens.0);
    let legs = [(PROVIDER, -tokens), (wallet.as_str(), tokens)];
    ledger::post(ctx, Posting { kind: "purchase", reference: purchase.id.as_str(), legs: &legs })?;
    let purchase = settle(ctx, &purchase.id, PurchaseStatus::Completed)?;
    transfer::changed(ctx, &user)?;
    let notice = Notice {
        category: NotificationCategory::Payments,
        title: &format!("{tokens} tokens have arrived"),
        body: "",
        from: None,
        chat_id: None,
    };
    notifications::notify_of(ctx, &user, &notice, Subject { amount: Some(tokens), ..Subject::default() })?;
    Ok(purchase)
}

fn settle(ctx: &mut Ctx<'_>, id: &PurchaseId, status: PurchaseStatus) -> Answer<Purchase> {
    ctx.db
        .prepare_cached("UPDATE purchases SET status = ?2 WHERE id = ?1")?
        .execute(params![id.as_str(), status.as_str()])?;
    if status != PurchaseStatus::RequiresAction {
        ctx.unschedule(EXPIRY, id.as_str())?;
    }
    Ok(find(ctx, id.as_str())?.purchase)
}

fn find(ctx: &Ctx<'_>, id: &str) -> Answer<Stored> {
    let found = ctx
        .db
        .prepare_cached(
            "SELECT id, user_id, package_id, tokens, minor, currency, method_token, status, created_ms
             FROM purchases WHERE id = ?1",
        )?
        .query_row([id], read)
        .optional()?;
    found.map_or_else(not_found, Ok)
}

fn not_found<T>() -> Answer<T> {
    refuse(Code::NotFound, "there is no such purchase")
}

fn read(row: &Row<'_>) -> rusqlite::Result<Stored> {
    let created_ms: i64 = row.get(8)?;
    let currency = Currency::from_name(&row.get::<_, String>(5)?);
    let purchase = Purchase {
        id: PurchaseId(row.get(0)?),
        package_id: PackageId(row.get(2)?),
        tokens: Tokens(row.get(3)?),
        price: Money { minor: row.get(4)?, currency },
        status: PurchaseStatus::from_name(&row.get::<_, String>(7)?),
        created_at: Timestamp::from_unix_ms(created_ms),
        expires_at: Timestamp::from_unix_ms(created_ms + LIFE_MS),
    };
    Ok(Stored { purchase, user: UserId(row.get(1)?), method_token: row.get(6)? })
}
