//! Withdrawals, and the decision about each.

use avalo_sdk::{
    Problem,
    api::{
        admin::{AdminWithdrawal, AdminWithdrawalPage, ListAllWithdrawals, ReviewWithdrawal},
        payments::WithdrawalStatus,
    },
    model::UserId,
};
use rusqlite::{OptionalExtension, params};

use super::{
    audit::{self, Deed},
    permissions,
};
use crate::{
    context::Ctx,
    handlers::{payments, people::summary},
    page::Page,
    refusal::Answer,
};

pub(super) fn list_withdrawals(
    ctx: &mut Ctx<'_>,
    request: ListAllWithdrawals,
) -> Answer<AdminWithdrawalPage> {
    permissions::check::<ListAllWithdrawals>(ctx)?;
    let page = Page::read("withdrawals", request.limit, request.cursor.as_ref())?;
    let (before, id) = page.before();
    let mut rows = ctx
        .db
        .prepare_cached(
            "SELECT requested_ms, id FROM withdrawals WHERE (requested_ms < ?1 OR requested_ms = ?1 AND id > ?2)
             AND (?3 IS NULL OR status = ?3) AND (?4 IS NULL OR user_id = ?4)
             ORDER BY requested_ms DESC, id LIMIT ?5",
        )?
        .query_map(
            params![
                before,
                id,
                request.status.map(WithdrawalStatus::as_str),
                request.user_id.as_ref().map(UserId::as_str),
                page.fetch()
            ],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?
        .collect::<rusqlite::Result<Vec<(i64, String)>>>()?;
    let next_cursor = page.cut("withdrawals", &mut rows, Clone::clone);
    let withdrawals = rows.iter().map(|(_, id)| shown(ctx, id)).collect::<Answer<_>>()?;
    Ok(AdminWithdrawalPage { withdrawals, next_cursor })
}

pub(super) fn review_withdrawal(ctx: &mut Ctx<'_>, request: ReviewWithdrawal) -> Answer<AdminWithdrawal> {
    permissions::check::<ReviewWithdrawal>(ctx)?;
    let ReviewWithdrawal { withdrawal_id, approve, reason } = request;
    let id = withdrawal_id.as_str();
    let (user, withdrawal, _) = payments::find_withdrawal(ctx, id)?;
    // Whose account is gone meanwhile has the tokens given back to nobody: the review goes on.
    if user == ctx.user()? {
        permissions::check_other(ctx, &user)?;
    }
    let refused = match (approve, &reason) {
        (true, _) => None,
        (false, Some(reason)) => Some(reason.as_str()),
        (false, None) => return Err(Problem::field("reason", "is needed to refuse a withdrawal").into()),
    };
    let by = ctx.user()?;
    payments::review_withdrawal(ctx, id, &by, refused)?;
    let details = format!(
        "{} of {} tokens, of {user}",
        if approve { "approved" } else { "refused" },
        withdrawal.amount
    );
    let deed =
        Deed { target_type: "withdrawal", target_id: id, reason: reason.as_deref(), details: &details };
    audit::record::<ReviewWithdrawal>(ctx, deed)?;
    shown(ctx, id)
}

fn shown(ctx: &Ctx<'_>, id: &str) -> Answer<AdminWithdrawal> {
    let (user, withdrawal, destination) = payments::find_withdrawal(ctx, id)?;
    let review = ctx
        .db
        .prepare_cached("SELECT by_id, reason FROM withdrawal_reviews WHERE withdrawal_id = ?1")?
        .query_row([id], |row| Ok((UserId(row.get(0)?), row.get::<_, Option<String>>(1)?)))
        .optional()?;
    let (reviewed_by, reason) = review.map_or((None, None), |(by, reason)| (Some(by), reason));
    Ok(AdminWithdrawal { user: summary(ctx, &user)?, withdrawal, destination, reviewed_by, reason })
}
