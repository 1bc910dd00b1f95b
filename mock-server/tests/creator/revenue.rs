//! Revenue by kind and by day.

use avalo_sdk::{
    api::{
        creator::{GetRevenueBreakdown, RevenueBreakdown},
        payments::{GetEarningsSummary, Period, TransactionKind},
    },
    model::{Timestamp, Tokens},
};

use crate::{
    stage::{Person, Stage, blamed},
    supported::{DAY, DAY_MS},
};

/// 2026-01-01T00:00:00Z, when every world begins.
const BEGINNING: i64 = 1_767_225_600_000;

fn between(start_ms: i64, end_ms: i64) -> GetRevenueBreakdown {
    GetRevenueBreakdown { start: Timestamp::from_unix_ms(start_ms), end: Timestamp::from_unix_ms(end_ms) }
}

async fn breakdown(stage: &Stage, who: &Person, start_ms: i64, end_ms: i64) -> RevenueBreakdown {
    let breakdown = stage.call(who, between(start_ms, end_ms)).await.expect("a breakdown");
    let (kinds, days) = (&breakdown.sources, &breakdown.days);
    assert_eq!(kinds.iter().map(|kind| kind.amount.0).sum::<i64>(), breakdown.total.0);
    assert_eq!(days.iter().map(|day| day.amount.0).sum::<i64>(), breakdown.total.0);
    assert_eq!(kinds.iter().map(|kind| kind.count).sum::<u32>(), breakdown.count);
    assert_eq!(days.iter().map(|day| day.count).sum::<u32>(), breakdown.count);
    assert!(kinds.iter().all(|kind| kind.paid.0 == kind.fee.0 + kind.amount.0), "{kinds:?}");
    breakdown
}

#[tokio::test]
async fn the_parts_are_what_was_paid_and_add_up_to_the_total() {
    let stage = Stage::start().await;
    let (creator, ..) = stage.busy().await;
    let all = breakdown(&stage, &creator, BEGINNING, BEGINNING + DAY_MS).await;
    let sources: Vec<_> =
        all.sources.iter().map(|of| (of.kind, of.paid.0, of.fee.0, of.amount.0, of.count)).collect();
    let expected = [
        (TransactionKind::Tip, 100, 20, 80, 1),
        (TransactionKind::Subscription, 100, 30, 70, 1),
        (TransactionKind::Gift, 100, 35, 65, 1),
        (TransactionKind::Unlock, 25, 5, 20, 1),
        (TransactionKind::ChatMessage, 1, 0, 1, 1),
    ];
    assert_eq!(sources, expected);
    assert_eq!((all.total, all.count), (Tokens(236), 5));
    assert_eq!(stage.balance(&creator).await, 1_236);
    let summary = GetEarningsSummary { period: Some(Period::Day) };
    assert_eq!(stage.call(&creator, summary).await.expect("a summary").total, all.total);
}

#[tokio::test]
async fn every_day_is_there_with_what_it_brought() {
    let stage = Stage::start().await;
    let (creator, fan) = (stage.person(1).await, stage.person(6).await);
    stage.tip(&fan, &creator, 10, None).await;
    stage.advance(2 * DAY).await;
    let (creator, fan) = (stage.person(1).await, stage.person(6).await);
    for amount in [20, 30] {
        stage.tip(&fan, &creator, amount, None).await;
    }
    let all = breakdown(&stage, &creator, BEGINNING, BEGINNING + 4 * DAY_MS).await;
    let days: Vec<_> = all.days.iter().map(|day| (day.day.to_string(), day.amount.0, day.count)).collect();
    let day = |number: u32| format!("2026-01-0{number}T00:00:00.000Z");
    assert_eq!(days, [(day(1), 8, 1), (day(2), 0, 0), (day(3), 40, 2), (day(4), 0, 0)]);
    let part = breakdown(&stage, &creator, BEGINNING + DAY_MS / 2, BEGINNING + 5 * DAY_MS / 2).await;
    assert_eq!((part.total, part.days.len()), (Tokens(40), 3), "three days are touched");
}

#[tokio::test]
async fn the_start_is_in_and_the_end_is_not() {
    let stage = Stage::start().await;
    let (creator, fan) = (stage.person(1).await, stage.person(6).await);
    stage.tip(&fan, &creator, 10, None).await;
    let page = stage.api.get(&fan.token, "/v1/wallet/transactions?limit=1").await.json();
    let at: Timestamp = page["transactions"][0]["createdAt"].as_str().expect("a moment").parse().expect("it");
    for (start, end, total) in [(0, 1, 8), (0, 0, 0), (-5, 0, 0), (1, 5, 0), (-1, 1, 8)] {
        let part = breakdown(&stage, &creator, at.unix_ms + start, at.unix_ms + end).await;
        assert_eq!(part.total.0, total, "{start} to {end}");
    }
}

#[tokio::test]
async fn a_time_without_revenue_answers_zeros() {
    let stage = Stage::start().await;
    let creator = stage.person(2).await;
    let empty = breakdown(&stage, &creator, BEGINNING, BEGINNING + 3 * DAY_MS).await;
    assert_eq!((empty.total, empty.count, empty.sources.len(), empty.days.len()), (Tokens::ZERO, 0, 0, 3));
    let nothing = breakdown(&stage, &creator, BEGINNING + 5, BEGINNING + 5).await;
    assert_eq!((nothing.total, nothing.days.len()), (Tokens::ZERO, 0));
    let long_ago = breakdown(&stage, &creator, 0, 366 * DAY_MS).await;
    assert_eq!((long_ago.total, long_ago.days.len()), (Tokens::ZERO, 366));
}

#[tokio::test]
async fn a_time_that_runs_backwards_or_too_long_is_refused_by_its_field() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    let backwards = between(BEGINNING + 1, BEGINNING);
    assert_eq!(blamed(stage.call(&creator, backwards).await), "start");
    let long = between(BEGINNING, BEGINNING + 366 * DAY_MS + 1);
    assert_eq!(blamed(stage.call(&creator, long).await), "end");
    for (query, field) in [
        ("", "start"),
        ("?start=2026-01-01T00:00:00Z", "end"),
        ("?start=yesterday&end=2026-01-01T00:00:00Z", "start"),
        ("?start=2026-01-01T00:00:00Z&end=", "end"),
        ("?start=2026-02-30T00:00:00Z&end=2026-03-01T00:00:00Z", "start"),
    ] {
        let answer = stage.api.get(&creator.token, &format!("/v1/creator/revenue{query}")).await;
        assert_eq!(answer.status, 422, "{query}: {answer}");
        assert!(answer.json()["errors"][field].is_string(), "{query}: {answer}");
    }
}
