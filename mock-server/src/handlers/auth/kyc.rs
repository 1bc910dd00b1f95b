//! Verification of identity and age.
//!
//! Who looks at the documents here is a rule: a number that ends in `000` is rejected as unreadable,
//! one that ends in `500` waits for a person, see `admin.reviewKyc`, any other is approved after a
//! minute of virtual time. A birthday less than 18 years ago is always rejected.

use avalo_sdk::{
    Code, Problem,
    api::auth::{GetKycStatus, KycReport, KycStatus, SubmitKyc},
    event::{Event, EventKind},
    model::{Timestamp, UserId},
};
use rusqlite::{OptionalExtension, params};
use serde_json::json;

use super::{accounts::check_adult, two_factor};
use crate::{
    context::Ctx,
    refusal::{Answer, check_length, refuse},
};

/// The timer of what is decided without a person.
pub(super) const DECISION: &str = "auth.decide_kyc";

/// The outcome of what a person has to decide.
const BY_HAND: &str = "by_hand";

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 24 * 3_600_000;

/// How long an approval counts: two years.
const VALID_MS: i64 = 2 * 365 * DAY_MS;

pub(super) fn submit_kyc(ctx: &mut Ctx<'_>, request: SubmitKyc) -> Answer<KycReport> {
    let user = ctx.user()?;
    check(&request)?;
    if two_factor::is_enabled(ctx, &user)? && !ctx.caller()?.has_stepped_up(ctx.now) {
        return refuse(Code::StepUpRequired, "prove the second factor first: see auth.startStepUp");
    }
    match status(ctx, &user)? {
        KycStatus::Approved => return refuse(Code::AlreadyExists, "identity and age are approved already"),
        KycStatus::Submitted => return refuse(Code::FailedPrecondition, "the documents are being looked at"),
        _ => {}
    }
    let adult = check_adult(ctx.now, &request.date_of_birth).is_ok();
    let outcome = match request.id_number.as_str() {
        _ if !adult => "underage",
        number if number.ends_with("000") => "unreadable",
        number if number.ends_with("500") => BY_HAND,
        _ => "approved",
    };
    ctx.db
        .prepare_cached(
            "INSERT OR REPLACE INTO kyc (user_id, status, reason, outcome, submitted_ms, decided_ms, expires_ms)
             VALUES (?1, 'submitted', NULL, ?2, ?3, NULL, NULL)",
        )?
        .execute(params![user.as_str(), outcome, ctx.now.unix_ms])?;
    set_status(ctx, &user, KycStatus::Submitted)?;
    if outcome != BY_HAND {
        ctx.schedule(ctx.after(MINUTE_MS), DECISION, user.as_str(), &json!({ "user": user }))?;
    }
    report(ctx, &user)
}

fn check(request: &SubmitKyc) -> Answer<()> {
    check_length("fullName", &request.full_name, 2..=100)?;
    check_length("address", &request.address, 5..=200)?;
    check_length("city", &request.city, 2..=100)?;
    check_length("postalCode", &request.postal_code, 3..=20)?;
    check_length("idNumber", &request.id_number, 5..=50)?;
    let two_letters =
        request.country.len() == 2 && request.country.bytes().all(|byte| byte.is_ascii_uppercase());
    if !two_letters {
        return Err(Problem::field("country", "is two capital letters").into());
    }
    if format!("{}T00:00:00Z", request.date_of_birth).parse::<Timestamp>().is_err() {
        return Err(Problem::field("dateOfBirth", "is a day like 1990-12-31").into());
    }
    let images = [
        ("idFrontImage", Some(&request.id_front_image)),
        ("idBackImage", request.id_back_image.as_ref()),
        ("selfieImage", Some(&request.selfie_image)),
    ];
    for (field, image) in images {
        if let Some(image) = image {
            check_length(field, image, 1..=500)?;
        }
    }
    Ok(())
}

pub(super) fn get_kyc_status(ctx: &mut Ctx<'_>, _: GetKycStatus) -> Answer<KycReport> {
    report(ctx, &ctx.user()?)
}

/// Decides what was submitted.
pub(super) fn decide(ctx: &mut Ctx<'_>, user: &str) -> Answer<()> {
    let user = UserId(user.to_owned());
    let outcome: Option<String> = ctx
        .db
        .prepare_cached("SELECT outcome FROM kyc WHERE user_id = ?1 AND status = 'submitted'")?
        .query_row([user.as_str()], |row| row.get(0))
        .optional()?;
    match outcome.as_deref() {
        None => Ok(()),
        Some("approved") => approve(ctx, &user),
        Some(reason) => reject(ctx, &user, reason),
    }
}

fn reject(ctx: &mut Ctx<'_>, user: &UserId, reason: &str) -> Answer<()> {
    ctx.db
        .prepare_cached(
            "UPDATE kyc SET status = 'rejected', reason = ?2, decided_ms = ?3 WHERE user_id = ?1",
        )?
        .execute(params![user.as_str(), reason, ctx.now.unix_ms])?;
    set_status(ctx, user, KycStatus::Rejected)
}

/// What a person decides about what was submitted: approved, or rejected for a reason.
///
/// # Errors
///
/// `failed_precondition` where nothing waits; `underage` for an approval that no person may give.
pub(crate) fn review(ctx: &mut Ctx<'_>, user: &UserId, rejected: Option<&str>) -> Answer<KycReport> {
    let outcome: Option<String> = ctx
        .db
        .prepare_cached("SELECT outcome FROM kyc WHERE user_id = ?1 AND status = 'submitted'")?
        .query_row([user.as_str()], |row| row.get(0))
        .optional()?;
    let Some(outcome) = outcome else {
        return refuse(Code::FailedPrecondition, "the user has no documents that wait for a decision");
    };
    match rejected {
        Some(reason) => reject(ctx, user, reason)?,
        None if outcome == "underage" => {
            return refuse(
                Code::Underage,
                "by the documents the user is not 18 yet; that is always rejected",
            );
        }
        None => approve(ctx, user)?,
    }
    ctx.unschedule(DECISION, user.as_str())?;
    report(ctx, user)
}

/// Approves a user for two years.
pub(crate) fn approve(ctx: &mut Ctx<'_>, user: &UserId) -> Answer<()> {
    let expires = ctx.after(VALID_MS);
    ctx.db
        .prepare_cached(
            "INSERT INTO kyc (user_id, status, outcome, submitted_ms, decided_ms, expires_ms)
             VALUES (?1, 'approved', 'approved', ?2, ?2, ?3)
             ON CONFLICT (user_id) DO UPDATE SET status = 'approved', reason = NULL, decided_ms = ?2, expires_ms = ?3",
        )?
        .execute(params![user.as_str(), ctx.now.unix_ms, expires.unix_ms])?;
    ctx.schedule(expires, "auth.expire_kyc", user.as_str(), &json!({ "user": user }))?;
    set_status(ctx, user, KycStatus::Approved)
}

pub(super) fn expire(ctx: &mut Ctx<'_>, user: &str) -> Answer<()> {
    let user = UserId(user.to_owned());
    ctx.db
        .prepare_cached("UPDATE kyc SET status = 'expired' WHERE user_id = ?1")?
        .execute([user.as_str()])?;
    set_status(ctx, &user, KycStatus::Expired)
}

fn set_status(ctx: &mut Ctx<'_>, user: &UserId, status: KycStatus) -> Answer<()> {
    ctx.db
        .prepare_cached("UPDATE users SET kyc_status = ?2 WHERE id = ?1")?
        .execute([user.as_str(), status.as_str()])?;
    let event =
        Event { state: Some(status.as_str().to_owned()), ..Event::new(EventKind::KycUpdate, ctx.now) };
    ctx.emit(user, &event)
}

fn status(ctx: &Ctx<'_>, user: &UserId) -> Answer<KycStatus> {
    let name: String = ctx
        .db
        .prepare_cached("SELECT kyc_status FROM users WHERE id = ?1")?
        .query_row([user.as_str()], |row| row.get(0))?;
    Ok(KycStatus::from_name(&name))
}

fn report(ctx: &Ctx<'_>, user: &UserId) -> Answer<KycReport> {
    let moment = |ms: Option<i64>| ms.map(Timestamp::from_unix_ms);
    let found = ctx
        .db
        .prepare_cached(
            "SELECT status, reason, submitted_ms, decided_ms, expires_ms FROM kyc WHERE user_id = ?1",
        )?
        .query_row([user.as_str()], |row| {
            Ok(KycReport {
                status: KycStatus::from_name(&row.get::<_, String>(0)?),
                reason: row.get(1)?,
                submitted_at: moment(row.get(2)?),
                decided_at: moment(row.get(3)?),
                expires_at: moment(row.get(4)?),
            })
        })
        .optional()?;
    Ok(found.unwrap_or(KycReport {
        status: KycStatus::Pending,
        reason: None,
        submitted_at: None,
        decided_at: None,
        expires_at: None,
    }))
}
