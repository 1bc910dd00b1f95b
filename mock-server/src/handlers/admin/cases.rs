//! The moderation queue: one case for each thing, with all that was said and noticed of it.

use avalo_sdk::{
    api::admin::{
        CaseStatus, GetModerationQueue, ModerationCase, ModerationDecision, ModerationQueue, ReportReason,
        ReportTarget, Severity,
    },
    model::{CaseId, Timestamp, UserId},
};
use rusqlite::{OptionalExtension, Row, params};

use super::{permissions, targets::Target};
use crate::{context::Ctx, page::Page, refusal::Answer};

/// The severity of a case, 0 to 3, in SQL: three reporters raise it by one.
const SEVERITY: &str = "(level + (reports >= 3))";

/// How much of a message that was stopped a case keeps, in characters.
const EXCERPT: usize = 200;

const LEVELS: [Severity; 4] = [Severity::Low, Severity::Medium, Severity::High, Severity::Critical];

/// How grave a reason is.
fn level(reason: ReportReason) -> u8 {
    match reason {
        ReportReason::Fraud | ReportReason::Harassment => 2,
        ReportReason::Spam => 1,
        _ => 0,
    }
}

/// Adds a report to the case of its thing, which it opens if there is none.
pub(super) fn add_report(ctx: &mut Ctx<'_>, target: &Target, reason: ReportReason) -> Answer<()> {
    let id = ctx.id("case");
    ctx.db.prepare_cached(&upsert(1, 0))?.execute(params![
        id,
        target.kind.as_str(),
        target.id,
        target.owner.as_str(),
        level(reason),
        target.excerpt,
        ctx.now.unix_ms
    ])?;
    Ok(())
}

fn upsert(reports: u8, flags: u8) -> String {
    format!(
        "INSERT INTO cases (id, target_type, target_id, owner_id, level, reports, flags, excerpt, opened_ms)
         VALUES (?1, ?2, ?3, ?4, ?5, {reports}, {flags}, ?6, ?7)
         ON CONFLICT (target_type, target_id) WHERE status = 'open' DO UPDATE
         SET reports = reports + {reports}, flags = flags + {flags}, level = max(level, excluded.level)"
    )
}

/// Opens a case about a user whose words were stopped, or adds to it. It stays although the words are
/// refused.
pub(crate) fn flag_text(ctx: &mut Ctx<'_>, user: &UserId, text: &str) {
    let id = ctx.id("case");
    let (user, now_ms) = (user.0.clone(), ctx.now.unix_ms);
    let excerpt: String = text.chars().take(EXCERPT).collect();
    ctx.keep(move |db| {
        let kind = ReportTarget::User.as_str();
        db.execute(&upsert(0, 1), params![id, kind, user, user, 2, excerpt, now_ms]).map(drop)
    });
}

/// The thing that a case waits for although it is gone by now.
pub(super) fn gone(ctx: &Ctx<'_>, kind: ReportTarget, id: &str) -> Answer<Option<Target>> {
    let found = ctx
        .db
        .prepare_cached(
            "SELECT owner_id, excerpt FROM cases WHERE target_type = ?1 AND target_id = ?2 AND status = 'open'",
        )?
        .query_row([kind.as_str(), id], |row| {
            Ok(Target {
                kind,
                id: id.to_owned(),
                owner: UserId(row.get(0)?),
                excerpt: row.get(1)?,
                chat_id: None,
            })
        })
        .optional()?;
    Ok(found)
}

/// Closes the case of a thing and all reports of it. Returns how many reports there were, nothing if no
/// case was open.
pub(super) fn resolve(ctx: &Ctx<'_>, target: &Target, decision: ModerationDecision) -> Answer<Option<u32>> {
    let thing = params![target.kind.as_str(), target.id, decision.as_str()];
    let closed = ctx
        .db
        .prepare_cached(
            "UPDATE cases SET status = 'resolved', decision = ?3
             WHERE target_type = ?1 AND target_id = ?2 AND status = 'open'",
        )?
        .execute(thing)?;
    let reports = ctx
        .db
        .prepare_cached(
            "UPDATE reports SET status = 'resolved', decision = ?3
             WHERE target_type = ?1 AND target_id = ?2 AND status = 'open'",
        )?
        .execute(thing)?;
    Ok((closed > 0).then(|| u32::try_from(reports).unwrap_or(u32::MAX)))
}

pub(super) fn get_moderation_queue(
    ctx: &mut Ctx<'_>,
    request: GetModerationQueue,
) -> Answer<ModerationQueue> {
    permissions::check::<GetModerationQueue>(ctx)?;
    let page = Page::read("queue", request.limit, request.cursor.as_ref())?;
    let (beyond, id) = page.beyond();
    let least = request.severity.and_then(|least| LEVELS.iter().position(|level| *level == least));
    let sql = format!(
        "SELECT id, target_type, target_id, owner_id, {SEVERITY}, reports, flags, excerpt, opened_ms, status,
             decision, (3 - {SEVERITY}) * 1000000000000000 + opened_ms AS place
         FROM cases WHERE status = 'open' AND (place > ?1 OR place = ?1 AND id > ?2)
         AND (?3 IS NULL OR target_type = ?3) AND {SEVERITY} >= ?4 ORDER BY place, id LIMIT ?5"
    );
    let mut rows = ctx
        .db
        .prepare_cached(&sql)?
        .query_map(
            params![
                beyond,
                id,
                request.target_type.map(ReportTarget::as_str),
                least.unwrap_or_default() as i64,
                page.fetch()
            ],
            |row| Ok((row.get("place")?, read(row)?)),
        )?
        .collect::<rusqlite::Result<Vec<(i64, ModerationCase)>>>()?;
    let next_cursor = page.cut("queue", &mut rows, |(place, case)| (*place, case.id.0.clone()));
    let open = ctx
        .db
        .prepare_cached("SELECT COUNT(*) FROM cases WHERE status = 'open'")?
        .query_row([], |row| row.get(0))?;
    Ok(ModerationQueue { cases: rows.into_iter().map(|(_, case)| case).collect(), open, next_cursor })
}

fn read(row: &Row<'_>) -> rusqlite::Result<ModerationCase> {
    let text = |index: usize| row.get::<_, String>(index);
    let severity: usize = row.get::<_, u32>(4)? as usize;
    Ok(ModerationCase {
        id: CaseId(text(0)?),
        target_type: ReportTarget::from_name(&text(1)?),
        target_id: text(2)?,
        owner_id: UserId(text(3)?),
        severity: LEVELS[severity.min(LEVELS.len() - 1)],
        reports: row.get(5)?,
        flags: row.get(6)?,
        excerpt: text(7)?,
        opened_at: Timestamp::from_unix_ms(row.get(8)?),
        status: CaseStatus::from_name(&text(9)?),
        decision: row.get::<_, Option<String>>(10)?.map(|name| ModerationDecision::from_name(&name)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fraud_comes_before_spam_and_spam_before_the_rest() {
        assert_eq!(
            ReportReason::ALL.iter().map(|reason| level(*reason)).collect::<Vec<_>>(),
            [1, 2, 0, 2, 0, 0, 0]
        );
    }
}
