//! Whether the parts of the server are well.

use avalo_sdk::api::admin::{GetSystemHealth, HealthCheck, HealthStatus, SystemHealth};

use super::permissions;
use crate::{context::Ctx, ledger, refusal::Answer, world::BEGINNING_MS};

pub(super) fn get_system_health(ctx: &mut Ctx<'_>, _: GetSystemHealth) -> Answer<SystemHealth> {
    permissions::check::<GetSystemHealth>(ctx)?;
    let checks = vec![database(ctx)?, books(ctx)?, clock(ctx), timers(ctx)?, streams(ctx)?];
    Ok(SystemHealth { status: worst(&checks), checks, checked_at: ctx.now })
}

/// As well as the worst.
fn worst(checks: &[HealthCheck]) -> HealthStatus {
    let severity = |status: HealthStatus| match status {
        HealthStatus::Healthy => 0,
        HealthStatus::Degraded => 1,
        _ => 2,
    };
    checks
        .iter()
        .map(|check| check.status)
        .max_by_key(|status| severity(*status))
        .unwrap_or(HealthStatus::Healthy)
}

fn check(name: &str, well: bool, otherwise: HealthStatus, detail: String, value: i64) -> HealthCheck {
    let status = if well { HealthStatus::Healthy } else { otherwise };
    HealthCheck { name: name.to_owned(), status, detail, value }
}

fn number(ctx: &Ctx<'_>, sql: &str) -> Answer<i64> {
    Ok(ctx.db.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

/// The pages say whether it can be read; whether it can be written, whoever asks notices by the answer.
fn database(ctx: &Ctx<'_>) -> Answer<HealthCheck> {
    let bytes = number(ctx, "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")?;
    let tables = number(ctx, "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table'")?;
    let detail = format!("{tables} tables in {bytes} bytes");
    Ok(check("database", tables > 0, HealthStatus::Unhealthy, detail, bytes))
}

fn books(ctx: &Ctx<'_>) -> Answer<HealthCheck> {
    let invariants = ledger::invariants(ctx.db)?;
    let detail = format!(
        "{} movements; all balances together are {}, {} accounts are below zero, {} differ from their entries",
        invariants.postings,
        invariants.balance_sum,
        invariants.negative_accounts,
        invariants.mismatched_accounts
    );
    Ok(check("ledger", invariants.hold(), HealthStatus::Unhealthy, detail, invariants.postings))
}

fn clock(ctx: &Ctx<'_>) -> HealthCheck {
    let passed = ctx.now.unix_ms - BEGINNING_MS;
    let detail = format!("it is {}, {passed} ms after the beginning", ctx.now);
    check("clock", passed >= 0, HealthStatus::Unhealthy, detail, passed)
}

/// One that is late was not run: every request runs what is due before it.
fn timers(ctx: &Ctx<'_>) -> Answer<HealthCheck> {
    let late = number(ctx, &format!("SELECT COUNT(*) FROM timers WHERE due_ms < {}", ctx.now.unix_ms))?;
    let planned = number(ctx, "SELECT COUNT(*) FROM timers")?;
    let detail = format!("{planned} are planned, {late} are late");
    Ok(check("timers", late == 0, HealthStatus::Degraded, detail, planned))
}

/// A stream whose number is behind its last event would be given that event again.
fn streams(ctx: &Ctx<'_>) -> Answer<HealthCheck> {
    let behind = number(
        ctx,
        "SELECT COUNT(*) FROM streams s WHERE last < (SELECT MAX(number) FROM events e WHERE e.user_id = s.user_id)",
    )?;
    let kept = number(ctx, "SELECT COUNT(*) FROM events")?;
    let detail = format!("{kept} events are kept, {behind} streams are behind them");
    Ok(check("streams", behind == 0, HealthStatus::Degraded, detail, kept))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_is_as_well_as_its_worst_part() {
        let part = |status| HealthCheck { name: String::new(), status, detail: String::new(), value: 0 };
        let (healthy, degraded, unhealthy) =
            (HealthStatus::Healthy, HealthStatus::Degraded, HealthStatus::Unhealthy);
        for (parts, whole) in [
            (vec![], healthy),
            (vec![healthy, healthy], healthy),
            (vec![healthy, degraded], degraded),
            (vec![unhealthy, degraded, healthy], unhealthy),
        ] {
            assert_eq!(worst(&parts.into_iter().map(part).collect::<Vec<_>>()), whole);
        }
    }
}
