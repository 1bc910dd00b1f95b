//! The figures of the day, and whether the server is well.

use avalo_sdk::api::admin::{GetDashboardStats, GetSystemHealth, HealthStatus, ReportReason, ReportTarget};

use crate::{DAY, stage::Stage, suspend};

#[tokio::test]
async fn the_figures_are_those_of_the_world() {
    let stage = Stage::start().await;
    let (support, moderator, fan, creator) = (
        stage.staff("support").await,
        stage.staff("moderation").await,
        stage.person(6).await,
        stage.person(1).await,
    );
    let before = stage.call(&support, GetDashboardStats {}).await.expect("figures");
    assert_eq!((before.users.total, before.users.creators, before.users.verified), (15, 5, 6));
    assert_eq!((before.users.staff, before.users.active_day, before.content.posts), (6, 4, 50));
    stage.tip(&fan, &creator, 100).await;
    stage.report(&fan, ReportTarget::User, "usr_2", ReportReason::Spam).await.expect("a report");
    stage.call(&moderator, suspend(&stage.person(8).await, None)).await.expect("suspended");
    let after = stage.call(&support, GetDashboardStats {}).await.expect("figures");
    assert_eq!((after.income.today.0, after.income.year.0, after.income.earners.0), (20, 20, 80));
    assert_eq!((after.waiting.reports, after.waiting.cases, after.users.suspended), (1, 1, 1));
    stage.advance(8 * DAY).await;
    let later = stage.call(&stage.staff("support").await, GetDashboardStats {}).await.expect("figures");
    assert_eq!((later.income.today.0, later.income.week.0, later.income.month.0), (0, 0, 20));
    assert_eq!((later.users.active_day, later.users.active_month), (1, 4));
}

#[tokio::test]
async fn every_part_of_the_server_is_well() {
    let stage = Stage::start().await;
    let health = stage.call(&stage.staff("support").await, GetSystemHealth {}).await.expect("health");
    let names: Vec<_> = health.checks.iter().map(|check| check.name.as_str()).collect();
    assert_eq!(names, ["database", "ledger", "clock", "timers", "streams"]);
    assert_eq!(health.status, HealthStatus::Healthy, "{health:?}");
}
