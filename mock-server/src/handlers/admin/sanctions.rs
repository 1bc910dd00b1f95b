//! Accounts that the staff closes: for a time, until it opens them again, or for good.

use avalo_sdk::{
    Code,
    api::{
        admin::{AdminUser, BanUser, SuspendUser, UnsuspendUser},
        notifications::NotificationCategory,
    },
    model::{Timestamp, UserId},
};
use rusqlite::{OptionalExtension, params};
use serde_json::json;

use super::{
    audit::{self, Deed},
    people, permissions,
};
use crate::{
    context::Ctx,
    handlers::{
        auth,
        notifications::{Notice, notify},
        people::find,
    },
    refusal::{Answer, refuse},
};

/// The timer of a suspension.
pub(super) const END: &str = "admin.end_suspension";

const DAY_MS: i64 = 24 * 3_600_000;

pub(super) fn suspend_user(ctx: &mut Ctx<'_>, request: SuspendUser) -> Answer<AdminUser> {
    permissions::check::<SuspendUser>(ctx)?;
    let SuspendUser { user_id, reason, duration_days } = request;
    permissions::check_below(ctx, &user_id)?;
    let until = suspend(ctx, &user_id, &reason, duration_days)?;
    let details = until.map_or("until it is lifted".to_owned(), |until| format!("until {until}"));
    audit::record::<SuspendUser>(ctx, deed(&user_id, &reason, &details))?;
    people::of(ctx, &user_id)
}

fn deed<'d>(user: &'d UserId, reason: &'d str, details: &'d str) -> Deed<'d> {
    Deed { target_type: "user", target_id: user.as_str(), reason: Some(reason), details }
}

/// Closes an account for so many days, or until the staff opens it. Returns the end.
///
/// # Errors
///
/// `failed_precondition` for a user who is banned.
pub(super) fn suspend(
    ctx: &mut Ctx<'_>,
    user: &UserId,
    reason: &str,
    days: Option<u32>,
) -> Answer<Option<Timestamp>> {
    if status(ctx, user)? == "banned" {
        return refuse(Code::FailedPrecondition, "the user is banned; a ban has no end that could be nearer");
    }
    let until = days.map(|days| ctx.after(i64::from(days) * DAY_MS));
    close(ctx, user, reason, until, false)?;
    match until {
        Some(until) => ctx.schedule(until, END, user.as_str(), &json!({ "user": user }))?,
        None => ctx.unschedule(END, user.as_str())?,
    }
    Ok(until)
}

pub(super) fn ban_user(ctx: &mut Ctx<'_>, request: BanUser) -> Answer<AdminUser> {
    permissions::check::<BanUser>(ctx)?;
    let BanUser { user_id, reason } = request;
    permissions::check_below(ctx, &user_id)?;
    ban(ctx, &user_id, &reason)?;
    audit::record::<BanUser>(ctx, deed(&user_id, &reason, "for good"))?;
    people::of(ctx, &user_id)
}

/// Closes an account for good.
pub(super) fn ban(ctx: &mut Ctx<'_>, user: &UserId, reason: &str) -> Answer<()> {
    close(ctx, user, reason, None, true)?;
    ctx.unschedule(END, user.as_str())
}

fn close(
    ctx: &mut Ctx<'_>,
    user: &UserId,
    reason: &str,
    until: Option<Timestamp>,
    banned: bool,
) -> Answer<()> {
    let by = ctx.user()?;
    ctx.db
        .prepare_cached(
            "INSERT OR REPLACE INTO suspensions (user_id, reason, since_ms, until_ms, banned, by_id)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            user.as_str(),
            reason,
            ctx.now.unix_ms,
            until.map(|until| until.unix_ms),
            banned,
            by.as_str()
        ])?;
    set_status(ctx, user, if banned { "banned" } else { "suspended" })?;
    auth::shut_out(ctx, user)?;
    let kind = if banned { "account_banned" } else { "account_suspended" };
    let email = email(ctx, user)?;
    auth::send_mail(ctx, &email, kind, "")
}

pub(super) fn unsuspend_user(ctx: &mut Ctx<'_>, request: UnsuspendUser) -> Answer<AdminUser> {
    permissions::check::<UnsuspendUser>(ctx)?;
    let UnsuspendUser { user_id, reason } = request;
    find(ctx, &user_id)?;
    let before = status(ctx, &user_id)?;
    if before == "active" {
        return people::of(ctx, &user_id);
    }
    permissions::check_below(ctx, &user_id)?;
    if before == "banned" {
        permissions::check_admin(ctx, "the end of a ban")?;
    }
    open(ctx, &user_id)?;
    audit::record::<UnsuspendUser>(ctx, deed(&user_id, &reason, &format!("was {before}")))?;
    people::of(ctx, &user_id)
}

/// Opens the account whose time is over.
pub(super) fn end(ctx: &mut Ctx<'_>, user: &str) -> Answer<()> {
    let user = UserId(user.to_owned());
    if status(ctx, &user)? != "suspended" {
        return Ok(());
    }
    open(ctx, &user)?;
    let deed =
        Deed { target_type: "user", target_id: user.as_str(), reason: None, details: "its time is over" };
    audit::add(ctx, None, "admin.unsuspendUser", deed)
}

fn open(ctx: &mut Ctx<'_>, user: &UserId) -> Answer<()> {
    ctx.db.prepare_cached("DELETE FROM suspensions WHERE user_id = ?1")?.execute([user.as_str()])?;
    ctx.unschedule(END, user.as_str())?;
    set_status(ctx, user, "active")?;
    auth::let_in(ctx, user)?;
    let notice = Notice {
        category: NotificationCategory::Safety,
        title: "Your account is open again",
        body: "Sign in as before.",
        from: None,
        chat_id: None,
    };
    notify(ctx, user, &notice)
}

/// Gives a user a warning.
pub(super) fn warn(ctx: &mut Ctx<'_>, user: &UserId, reason: &str) -> Answer<()> {
    let by = ctx.user()?;
    ctx.db
        .prepare_cached("INSERT INTO warnings (user_id, reason, at_ms, by_id) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![user.as_str(), reason, ctx.now.unix_ms, by.as_str()])?;
    let notice = Notice {
        category: NotificationCategory::Safety,
        title: "A warning from the moderators",
        body: reason,
        from: None,
        chat_id: None,
    };
    notify(ctx, user, &notice)
}

/// What somebody is told whose account is closed: why, and until when.
pub(crate) fn why_closed(ctx: &Ctx<'_>, user: &UserId) -> Answer<String> {
    let found = ctx
        .db
        .prepare_cached("SELECT reason, until_ms, banned FROM suspensions WHERE user_id = ?1")?
        .query_row([user.as_str()], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, Option<i64>>(1)?, row.get::<_, bool>(2)?))
        })
        .optional()?;
    Ok(match found {
        Some((reason, _, true)) => format!("the account is banned for good: {reason}"),
        Some((reason, Some(until), false)) => {
            format!("the account is suspended until {}: {reason}", Timestamp::from_unix_ms(until))
        }
        Some((reason, None, false)) => {
            format!("the account is suspended until the moderators lift it: {reason}")
        }
        None => "the account is suspended; see the mail that was sent".to_owned(),
    })
}

fn status(ctx: &Ctx<'_>, user: &UserId) -> Answer<String> {
    let mut read = ctx.db.prepare_cached("SELECT status FROM users WHERE id = ?1")?;
    Ok(read.query_row([user.as_str()], |row| row.get(0))?)
}

fn set_status(ctx: &Ctx<'_>, user: &UserId, status: &str) -> Answer<()> {
    ctx.db.prepare_cached("UPDATE users SET status = ?2 WHERE id = ?1")?.execute([user.as_str(), status])?;
    Ok(())
}

fn email(ctx: &Ctx<'_>, user: &UserId) -> Answer<String> {
    let mut read = ctx.db.prepare_cached("SELECT email FROM users WHERE id = ?1")?;
    Ok(read.query_row([user.as_str()], |row| row.get(0))?)
}
