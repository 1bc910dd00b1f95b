//! Stored payment methods. What the provider calls them decides what comes of a purchase:
//! `tok_declined…` is declined, `tok_requires_action…` asks the buyer for a proof, any other pays.

use avalo_sdk::{
    Code,
    api::payments::{
        AddPaymentMethod, PaymentMethod, PaymentMethodKind, RemovePaymentMethod, SetDefaultPaymentMethod,
    },
    model::{PaymentMethodId, UserId},
};
use rusqlite::{OptionalExtension, Row, params};

use crate::{
    context::Ctx,
    refusal::{Answer, refuse},
};

/// How many a user may store.
const LIMIT: usize = 10;

pub(super) fn list(ctx: &Ctx<'_>, user: &UserId) -> Answer<Vec<PaymentMethod>> {
    let mut read = ctx.db.prepare_cached(
        "SELECT id, kind, token, is_default FROM payment_methods WHERE user_id = ?1
         ORDER BY is_default DESC, created_ms, id",
    )?;
    let methods = read.query_map([user.as_str()], method)?;
    Ok(methods.collect::<rusqlite::Result<_>>()?)
}

fn method(row: &Row<'_>) -> rusqlite::Result<PaymentMethod> {
    let token: String = row.get(2)?;
    Ok(PaymentMethod {
        id: PaymentMethodId(row.get(0)?),
        kind: PaymentMethodKind::from_name(&row.get::<_, String>(1)?),
        last4: last_four(&token),
        is_default: row.get(3)?,
    })
}

/// The last four characters of something that is not shown whole.
pub(super) fn last_four(text: &str) -> String {
    let skipped = text.chars().count().saturating_sub(4);
    text.chars().skip(skipped).collect()
}

pub(super) fn add_payment_method(ctx: &mut Ctx<'_>, request: AddPaymentMethod) -> Answer<PaymentMethod> {
    let user = ctx.user()?;
    let stored = list(ctx, &user)?;
    if stored.len() >= LIMIT {
        return refuse(
            Code::FailedPrecondition,
            format!("{LIMIT} payment methods are stored; remove one first"),
        );
    }
    let is_default = request.is_default.unwrap_or(false) || stored.is_empty();
    if is_default {
        let mut write =
            ctx.db.prepare_cached("UPDATE payment_methods SET is_default = 0 WHERE user_id = ?1")?;
        write.execute([user.as_str()])?;
    }
    let id = ctx.id("pm");
    ctx.db
        .prepare_cached(
            "INSERT INTO payment_methods (id, user_id, kind, token, is_default, created_ms)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            id,
            user.as_str(),
            request.kind.as_str(),
            request.token,
            is_default,
            ctx.now.unix_ms
        ])?;
    Ok(PaymentMethod {
        id: PaymentMethodId(id),
        kind: request.kind,
        last4: last_four(&request.token),
        is_default,
    })
}

pub(super) fn remove_payment_method(ctx: &mut Ctx<'_>, request: RemovePaymentMethod) -> Answer<()> {
    let user = ctx.user()?;
    ctx.db
        .prepare_cached("DELETE FROM payment_methods WHERE id = ?1 AND user_id = ?2")?
        .execute(params![request.payment_method_id.as_str(), user.as_str()])?;
    // The oldest of the rest takes its place.
    ctx.db
        .prepare_cached(
            "UPDATE payment_methods SET is_default = 1
             WHERE id = (SELECT id FROM payment_methods WHERE user_id = ?1 ORDER BY created_ms, id LIMIT 1)
             AND NOT EXISTS (SELECT 1 FROM payment_methods WHERE user_id = ?1 AND is_default)",
        )?
        .execute([user.as_str()])?;
    Ok(())
}

pub(super) fn set_default_payment_method(
    ctx: &mut Ctx<'_>,
    request: SetDefaultPaymentMethod,
) -> Answer<PaymentMethod> {
    let user = ctx.user()?;
    let stored = list(ctx, &user)?;
    let Some(method) = stored.into_iter().find(|method| method.id == request.payment_method_id) else {
        return refuse(Code::NotFound, "there is no such payment method");
    };
    ctx.db
        .prepare_cached("UPDATE payment_methods SET is_default = (id = ?2) WHERE user_id = ?1")?
        .execute([user.as_str(), method.id.as_str()])?;
    Ok(PaymentMethod { is_default: true, ..method })
}

/// What the provider calls a method of the user: the named one, or the default.
///
/// # Errors
///
/// `not_found`, `failed_precondition` when none is stored.
pub(super) fn token(ctx: &Ctx<'_>, user: &UserId, id: Option<&PaymentMethodId>) -> Answer<String> {
    let found = ctx
        .db
        .prepare_cached(
            "SELECT token FROM payment_methods
             WHERE user_id = ?1 AND ((?2 IS NULL AND is_default) OR id = ?2)",
        )?
        .query_row(params![user.as_str(), id.map(PaymentMethodId::as_str)], |row| row.get(0))
        .optional()?;
    match (found, id) {
        (Some(token), _) => Ok(token),
        (None, Some(_)) => refuse(Code::NotFound, "there is no such payment method"),
        (None, None) => refuse(Code::FailedPrecondition, "no payment method is stored; add one first"),
    }
}
