//! What users report.

use avalo_sdk::{
    Code, Problem,
    api::admin::{
        CaseStatus, CreateReport, GetReports, ModerationDecision, Report, ReportPage, ReportReason,
        ReportReceipt, ReportTarget,
    },
    model::{ReportId, Timestamp, UserId},
};
use rusqlite::{Row, params};

use super::{cases, permissions, targets::Target};
use crate::{
    context::Ctx,
    page::Page,
    refusal::{Answer, refuse},
};

/// How many reports a user makes in an hour at the most.
const PER_HOUR: i64 = 20;
const HOUR_MS: i64 = 3_600_000;

const COLUMNS: &str =
    "seq, id, reporter_id, target_type, target_id, owner_id, reason, details, status, decision,
     created_ms";

/// Takes a report. Three reports suspend nobody by themselves, as the specifications would have it: three
/// accounts that agree could then shut anyone out. They make the case urgent instead.
pub(crate) fn create_report(ctx: &mut Ctx<'_>, request: CreateReport) -> Answer<ReportReceipt> {
    let reporter = ctx.user()?;
    let CreateReport { target_type, target_id, reason, details } = request;
    let details = details.filter(|details| !details.trim().is_empty());
    if reason == ReportReason::Other && details.is_none() {
        return Err(Problem::field("details", "say what happened, if no other reason fits").into());
    }
    let target = Target::seen(ctx, target_type, &target_id)?;
    if target.owner == reporter {
        return refuse(Code::CannotTargetSelf, "this is your own; delete it if it should not be there");
    }
    check_pace(ctx, &reporter)?;
    let waits = ctx
        .db
        .prepare_cached(
            "SELECT 1 FROM reports WHERE reporter_id = ?1 AND target_type = ?2 AND target_id = ?3 AND status = 'open'",
        )?
        .exists([reporter.as_str(), target_type.as_str(), &target_id])?;
    if waits {
        return refuse(Code::AlreadyExists, "your report about this waits for a moderator");
    }
    let id = ReportId(ctx.id("rep"));
    ctx.db
        .prepare_cached(
            "INSERT INTO reports (id, reporter_id, target_type, target_id, owner_id, reason, details, created_ms)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            id.as_str(),
            reporter.as_str(),
            target_type.as_str(),
            target_id,
            target.owner.as_str(),
            reason.as_str(),
            details,
            ctx.now.unix_ms
        ])?;
    cases::add_report(ctx, &target, reason)?;
    Ok(ReportReceipt { id, created_at: ctx.now })
}

fn check_pace(ctx: &Ctx<'_>, reporter: &UserId) -> Answer<()> {
    let (made, first): (i64, Option<i64>) = ctx
        .db
        .prepare_cached(
            "SELECT COUNT(*), MIN(created_ms) FROM reports WHERE reporter_id = ?1 AND created_ms > ?2",
        )?
        .query_row(params![reporter.as_str(), ctx.now.unix_ms - HOUR_MS], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    if made < PER_HOUR {
        return Ok(());
    }
    let wait_ms = first.unwrap_or_default() + HOUR_MS - ctx.now.unix_ms;
    let problem = Problem::new(Code::TooFast, format!("{PER_HOUR} reports an hour are the most"));
    Err(problem.retry_after(u32::try_from(wait_ms / 1_000 + 1).unwrap_or(1)).into())
}

pub(super) fn get_reports(ctx: &mut Ctx<'_>, request: GetReports) -> Answer<ReportPage> {
    permissions::check::<GetReports>(ctx)?;
    let page = Page::read("reports", request.limit, request.cursor.as_ref())?;
    let sql = format!(
        "SELECT {COLUMNS} FROM reports WHERE seq < ?1 AND (?2 IS NULL OR status = ?2)
         AND (?3 IS NULL OR target_type = ?3) AND (?4 IS NULL OR target_id = ?4)
         ORDER BY seq DESC LIMIT ?5"
    );
    let mut rows = ctx
        .db
        .prepare_cached(&sql)?
        .query_map(
            params![
                page.before().0,
                request.status.map(CaseStatus::as_str),
                request.target_type.map(ReportTarget::as_str),
                request.target_id,
                page.fetch()
            ],
            |row| Ok((row.get(0)?, read(row)?)),
        )?
        .collect::<rusqlite::Result<Vec<(i64, Report)>>>()?;
    let next_cursor = page.cut("reports", &mut rows, |(seq, _)| (*seq, String::new()));
    Ok(ReportPage { reports: rows.into_iter().map(|(_, report)| report).collect(), next_cursor })
}

fn read(row: &Row<'_>) -> rusqlite::Result<Report> {
    let text = |index: usize| row.get::<_, String>(index);
    Ok(Report {
        id: ReportId(text(1)?),
        reporter_id: UserId(text(2)?),
        target_type: ReportTarget::from_name(&text(3)?),
        target_id: text(4)?,
        owner_id: UserId(text(5)?),
        reason: ReportReason::from_name(&text(6)?),
        details: row.get(7)?,
        status: CaseStatus::from_name(&text(8)?),
        decision: row.get::<_, Option<String>>(9)?.map(|name| ModerationDecision::from_name(&name)),
        created_at: Timestamp::from_unix_ms(row.get(10)?),
    })
}
