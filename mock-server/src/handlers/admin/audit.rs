//! The record of what the staff did: entries are added, never changed or removed.

use avalo_sdk::{
    api::admin::{AuditEntry, AuditPage, GetAuditLog},
    model::{AuditId, Timestamp, UserId},
    operation::Operation,
};
use rusqlite::{Row, params};

use super::permissions;
use crate::{context::Ctx, page::Page, refusal::Answer};

/// Something that was done.
#[derive(Clone, Copy, Debug)]
pub(super) struct Deed<'d> {
    /// What sort of thing it was done to: `user`, `post`, `withdrawal`, `flag`.
    pub(super) target_type: &'d str,
    pub(super) target_id: &'d str,
    pub(super) reason: Option<&'d str>,
    /// What exactly.
    pub(super) details: &'d str,
}

/// Keeps what the caller does with the operation whose request is `R`.
pub(super) fn record<R: Operation>(ctx: &mut Ctx<'_>, deed: Deed<'_>) -> Answer<()> {
    let actor = ctx.user()?;
    add(ctx, Some(&actor), R::SPEC.id, deed)
}

/// Keeps that the caller, whose office it is, has removed something of somebody else's by the operation
/// whose request is `R`. What users remove of their own is no matter of this record.
pub(crate) fn removed<R: Operation>(
    ctx: &mut Ctx<'_>,
    target_type: &str,
    target_id: &str,
    owner: &UserId,
) -> Answer<()> {
    if !permissions::may_moderate(ctx)? || ctx.caller()?.user_id == *owner {
        return Ok(());
    }
    let details = &format!("removed, of {owner}");
    record::<R>(ctx, Deed { target_type, target_id, reason: None, details })
}

/// Keeps what somebody, or the clock, does.
pub(super) fn add(ctx: &mut Ctx<'_>, actor: Option<&UserId>, action: &str, deed: Deed<'_>) -> Answer<()> {
    let id = ctx.id("aud");
    ctx.db
        .prepare_cached(
            "INSERT INTO audit (id, actor_id, action, target_type, target_id, reason, details, at_ms)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            id,
            actor.map(UserId::as_str),
            action,
            deed.target_type,
            deed.target_id,
            deed.reason,
            deed.details,
            ctx.now.unix_ms
        ])?;
    Ok(())
}

pub(super) fn get_audit_log(ctx: &mut Ctx<'_>, request: GetAuditLog) -> Answer<AuditPage> {
    permissions::check::<GetAuditLog>(ctx)?;
    let page = Page::read("audit", request.limit, request.cursor.as_ref())?;
    let mut rows: Vec<(i64, AuditEntry)> = ctx
        .db
        .prepare_cached(
            "SELECT seq, id, actor_id, action, target_type, target_id, reason, details, at_ms FROM audit
             WHERE seq < ?1 AND (?2 IS NULL OR actor_id = ?2) AND (?3 IS NULL OR action = ?3)
             AND (?4 IS NULL OR target_id = ?4) ORDER BY seq DESC LIMIT ?5",
        )?
        .query_map(
            params![
                page.before().0,
                request.actor_id.as_ref().map(UserId::as_str),
                request.action,
                request.target_id,
                page.fetch()
            ],
            read,
        )?
        .collect::<rusqlite::Result<_>>()?;
    let next_cursor = page.cut("audit", &mut rows, |(seq, _)| (*seq, String::new()));
    Ok(AuditPage { entries: rows.into_iter().map(|(_, entry)| entry).collect(), next_cursor })
}

fn read(row: &Row<'_>) -> rusqlite::Result<(i64, AuditEntry)> {
    let entry = AuditEntry {
        id: AuditId(row.get(1)?),
        actor_id: row.get::<_, Option<String>>(2)?.map(UserId),
        action: row.get(3)?,
        target_type: row.get(4)?,
        target_id: row.get(5)?,
        reason: row.get(6)?,
        details: row.get(7)?,
        at: Timestamp::from_unix_ms(row.get(8)?),
    };
    Ok((row.get(0)?, entry))
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    #[test]
    fn an_entry_is_neither_changed_nor_removed() {
        let db = Connection::open_in_memory().expect("a database");
        db.execute_batch(crate::handlers::admin::SCHEMA).expect("the tables");
        let add = "INSERT INTO audit (id, action, target_type, target_id, details, at_ms)
                   VALUES ('aud_1', 'admin.banUser', 'user', 'usr_1', '', 0)";
        db.execute(add, []).expect("an entry");
        for sql in ["UPDATE audit SET target_id = 'usr_2'", "DELETE FROM audit"] {
            assert!(db.execute(sql, []).is_err(), "{sql}");
        }
    }
}
