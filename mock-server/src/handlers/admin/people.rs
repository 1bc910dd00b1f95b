//! Users, as the staff sees them.

use avalo_sdk::{
    api::{
        admin::{AdminUser, AdminUserPage, GetUser, GetUsers, Suspension, UserFile, Warning},
        auth::{AccountStatus, KycStatus, Role},
    },
    model::{Timestamp, Tokens, UserId},
};
use rusqlite::{OptionalExtension, Row, params};

use super::permissions;
use crate::{
    context::Ctx,
    handlers::{payments, people::find},
    ledger,
    page::Page,
    refusal::Answer,
};

/// What is read of a user; what the ledger says of them and their scopes are added.
const COLUMNS: &str =
    "u.id, u.email, u.display_name, u.role, u.status, u.kyc_status, u.is_creator, u.created_ms,
     (SELECT until_ms FROM suspensions s WHERE s.user_id = u.id),
     (SELECT MAX(at) FROM (SELECT MAX(active_ms) AS at FROM sessions s WHERE s.user_id = u.id
                           UNION ALL SELECT seen_ms FROM presence p WHERE p.user_id = u.id)),
     (SELECT COUNT(*) FROM warnings w WHERE w.user_id = u.id),
     (SELECT COUNT(*) FROM reports r WHERE r.owner_id = u.id)";

pub(super) fn get_users(ctx: &mut Ctx<'_>, request: GetUsers) -> Answer<AdminUserPage> {
    permissions::check::<GetUsers>(ctx)?;
    let page = Page::read("users", request.limit, request.cursor.as_ref())?;
    let (before, id) = page.before();
    let search = request.search.map(|search| search.trim().to_lowercase());
    let sql = format!(
        "SELECT {COLUMNS} FROM users u
         WHERE (created_ms < ?1 OR created_ms = ?1 AND id > ?2)
         AND (?3 IS NULL OR id = ?3 OR instr(lower(display_name), ?3) > 0 OR instr(email, ?3) > 0)
         AND CASE WHEN ?4 IS NULL THEN status NOT LIKE 'deleted%' ELSE status = ?4 END
         AND (?5 IS NULL OR role = ?5) AND (?6 IS NULL OR kyc_status = ?6)
         AND (?7 IS NULL OR is_creator = ?7)
         ORDER BY created_ms DESC, id LIMIT ?8"
    );
    let mut users = ctx
        .db
        .prepare_cached(&sql)?
        .query_map(
            params![
                before,
                id,
                search,
                request.status.map(AccountStatus::as_str),
                request.role.map(Role::as_str),
                request.kyc_status.map(KycStatus::as_str),
                request.is_creator,
                page.fetch()
            ],
            read,
        )?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let next_cursor = page.cut("users", &mut users, |user| (user.joined_at.unix_ms, user.id.0.clone()));
    let users = users.into_iter().map(|user| completed(ctx, user)).collect::<Answer<_>>()?;
    Ok(AdminUserPage { users, next_cursor })
}

pub(super) fn get_user(ctx: &mut Ctx<'_>, request: GetUser) -> Answer<UserFile> {
    permissions::check::<GetUser>(ctx)?;
    let id = &request.user_id;
    find(ctx, id)?;
    let count = |sql: &str| -> Answer<u32> {
        Ok(ctx.db.prepare_cached(sql)?.query_row([id.as_str()], |row| row.get(0))?)
    };
    Ok(UserFile {
        user: of(ctx, id)?,
        suspension: suspension(ctx, id)?,
        warnings: warnings(ctx, id)?,
        balance: ledger::balance(ctx, &ledger::user(id.as_str()))?,
        locked: ledger::balance(ctx, &ledger::hold(id.as_str()))?,
        sessions: count("SELECT COUNT(*) FROM sessions WHERE user_id = ?1")?,
        two_factor_enabled: count("SELECT totp_enabled FROM users WHERE id = ?1")? > 0,
    })
}

/// One user, who is there.
pub(super) fn of(ctx: &Ctx<'_>, id: &UserId) -> Answer<AdminUser> {
    let sql = format!("SELECT {COLUMNS} FROM users u WHERE id = ?1");
    let user = ctx.db.prepare_cached(&sql)?.query_row([id.as_str()], read)?;
    completed(ctx, user)
}

fn completed(ctx: &Ctx<'_>, user: AdminUser) -> Answer<AdminUser> {
    let (spent, earned) = payments::lifetime(ctx, &user.id)?;
    let scopes = permissions::scopes(ctx, &user.id)?;
    Ok(AdminUser { spent: Tokens(spent), earned: Tokens(earned), scopes, ..user })
}

fn read(row: &Row<'_>) -> rusqlite::Result<AdminUser> {
    let text = |index: usize| row.get::<_, String>(index);
    let moment = |index: usize| row.get::<_, Option<i64>>(index).map(|ms| ms.map(Timestamp::from_unix_ms));
    Ok(AdminUser {
        id: UserId(text(0)?),
        email: text(1)?,
        display_name: text(2)?,
        role: Role::from_name(&text(3)?),
        scopes: Vec::new(),
        status: AccountStatus::from_name(&text(4)?),
        suspended_until: moment(8)?,
        kyc_status: KycStatus::from_name(&text(5)?),
        is_creator: row.get(6)?,
        joined_at: Timestamp::from_unix_ms(row.get(7)?),
        last_active_at: moment(9)?,
        spent: Tokens::ZERO,
        earned: Tokens::ZERO,
        warnings: row.get(10)?,
        reports: row.get(11)?,
    })
}

fn suspension(ctx: &Ctx<'_>, user: &UserId) -> Answer<Option<Suspension>> {
    let found = ctx
        .db
        .prepare_cached(
            "SELECT reason, since_ms, until_ms, banned, by_id FROM suspensions WHERE user_id = ?1",
        )?
        .query_row([user.as_str()], |row| {
            Ok(Suspension {
                reason: row.get(0)?,
                since: Timestamp::from_unix_ms(row.get(1)?),
                until: row.get::<_, Option<i64>>(2)?.map(Timestamp::from_unix_ms),
                banned: row.get(3)?,
                by: UserId(row.get(4)?),
            })
        })
        .optional()?;
    Ok(found)
}

fn warnings(ctx: &Ctx<'_>, user: &UserId) -> Answer<Vec<Warning>> {
    let warnings = ctx
        .db
        .prepare_cached(
            "SELECT reason, at_ms, by_id FROM warnings WHERE user_id = ?1 ORDER BY seq DESC LIMIT 100",
        )?
        .query_map([user.as_str()], |row| {
            Ok(Warning {
                reason: row.get(0)?,
                at: Timestamp::from_unix_ms(row.get(1)?),
                by: UserId(row.get(2)?),
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(warnings)
}
