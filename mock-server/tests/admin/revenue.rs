//! What the platform took in, to the token.

use avalo_sdk::{
    api::{
        admin::{CreditDirection, CreditTokens, GetRevenueAnalytics, RefundTransaction, RevenueAnalytics},
        payments::{GetTransactions, Period, SendGift, TransactionKind},
    },
    model::Tokens,
};

use crate::{
    DAY, WHY,
    stage::{Person, Stage},
};

async fn revenue(stage: &Stage, by: &Person, period: Period) -> RevenueAnalytics {
    let revenue = stage.call(by, GetRevenueAnalytics { period: Some(period) }).await.expect("revenue");
    let sum = |part: fn(&avalo_sdk::api::admin::RevenueSource) -> Tokens| {
        revenue.sources.iter().map(|source| part(source).0).sum::<i64>()
    };
    assert_eq!(sum(|source| source.volume), revenue.volume.0);
    assert_eq!(sum(|source| source.platform), revenue.platform.0);
    assert_eq!(sum(|source| source.earners), revenue.earners.0);
    assert_eq!(revenue.volume.0, revenue.platform.0 + revenue.earners.0);
    revenue
}

#[tokio::test]
async fn the_parts_add_up_to_what_the_platform_has() {
    let stage = Stage::start().await;
    let (fan, creator) = (stage.person(6).await, stage.person(1).await);
    assert!(revenue(&stage, &stage.staff("finance").await, Period::All).await.sources.is_empty());
    stage.tip(&fan, &creator, 100).await;
    stage.advance(10 * DAY).await;
    let (fan, creator) = (stage.person(6).await, stage.person(1).await);
    stage.tip(&fan, &creator, 50).await;
    let gift = SendGift { recipient_id: creator.id.clone(), gift_id: "crown".into() };
    stage.call(&fan, gift).await.expect("a gift");
    let page = GetTransactions { limit: Some(1), cursor: None };
    let transaction_id = stage.call(&fan, page).await.expect("transactions").transactions[0].id.clone();
    let (finance, admin) = (stage.staff("finance").await, stage.person(10).await);
    stage
        .call(&finance, RefundTransaction { transaction_id, reason: WHY.into() })
        .await
        .expect("the gift is reversed");
    for (direction, amount) in [(CreditDirection::Grant, 7), (CreditDirection::Take, 4)] {
        let credit =
            CreditTokens { user_id: fan.id.clone(), direction, amount: Tokens(amount), reason: WHY.into() };
        stage.call(&admin, credit).await.expect("credited");
    }
    let all = revenue(&stage, &finance, Period::All).await;
    assert_eq!((all.volume.0, all.refunded.0, all.refunded_platform.0), (250, 100, 35));
    assert_eq!((all.granted.0, all.taken.0), (7, 4));
    let kept = all.platform.0 - all.refunded_platform.0 - all.granted.0 + all.taken.0;
    assert_eq!((all.balance.0, kept), (27, 27));
    let week = revenue(&stage, &finance, Period::Week).await;
    let tips = week.sources.iter().find(|source| source.kind == TransactionKind::Tip).expect("tips");
    assert_eq!((tips.count, tips.volume.0, tips.platform.0, tips.earners.0), (1, 50, 10, 40));
}
