//! Subscribers and fans.

use avalo_sdk::{
    Code,
    api::{
        creator::{GetSubscriberAnalytics, GetTopFans, ListSubscribers},
        payments::{CancelSubscription, Period, SubscriptionStatus},
        profiles::BlockUser,
    },
    model::Tokens,
};

use crate::{
    stage::{Stage, code},
    supported::DAY,
};

#[tokio::test]
async fn the_most_generous_come_first_with_all_that_came_by_them() {
    let stage = Stage::start().await;
    let (creator, fan, talker, _) = stage.busy().await;
    let small = stage.person(8).await;
    stage.tip(&small, &creator, 5, None).await;
    let page = stage.call(&creator, GetTopFans::default()).await.expect("fans");
    let fans: Vec<_> = page.fans.iter().map(|of| (&of.user.id, of.amount.0, of.payments)).collect();
    assert_eq!(fans, [(&fan.id, 235, 4), (&small.id, 4, 1), (&talker.id, 1, 1)]);
    assert!(page.fans[0].last_payment_at < page.fans[1].last_payment_at);
    let none = stage.call(&stage.person(2).await, GetTopFans::default()).await.expect("fans");
    assert!(none.fans.is_empty());
}

#[tokio::test]
async fn fans_are_read_in_pages_and_periods() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    for number in 6..=9 {
        let fan = stage.person(number).await;
        stage.tip(&fan, &creator, if number == 9 { 50 } else { 10 }, None).await;
    }
    let (mut seen, mut cursor) = (Vec::new(), None);
    loop {
        let request = GetTopFans { period: None, limit: Some(1), cursor };
        let page = stage.call(&creator, request).await.expect("a page");
        seen.extend(page.fans.into_iter().map(|fan| fan.user.id.0));
        cursor = page.next_cursor.clone();
        if cursor.is_none() {
            break;
        }
        let elsewhere = GetTopFans { period: Some(Period::Day), limit: Some(1), cursor: page.next_cursor };
        assert_eq!(code(stage.call(&creator, elsewhere).await), Code::InvalidCursor);
    }
    assert_eq!(seen, ["usr_9", "usr_8", "usr_7", "usr_6"]);
    stage.advance(2 * DAY).await;
    let (creator, late) = (stage.person(1).await, stage.person(10).await);
    stage.tip(&late, &creator, 20, None).await;
    for (period, count) in [(Period::Day, 1), (Period::Week, 5), (Period::All, 5)] {
        let request = GetTopFans { period: Some(period), ..Default::default() };
        assert_eq!(stage.call(&creator, request).await.expect("fans").fans.len(), count, "{period:?}");
    }
}

#[tokio::test]
async fn who_is_gone_or_blocked_is_not_shown() {
    let stage = Stage::start().await;
    let (creator, fan, talker, _) = stage.busy().await;
    stage.call(&fan, BlockUser { user_id: creator.id.clone() }).await.expect("blocked");
    let fans = stage.call(&creator, GetTopFans::default()).await.expect("fans").fans;
    assert_eq!(fans.iter().map(|fan| fan.user.id.as_str()).collect::<Vec<_>>(), [talker.id.as_str()]);
    let list = stage.call(&creator, ListSubscribers::default()).await.expect("subscribers");
    assert!(list.subscribers.is_empty());
    let other = stage.person(8).await;
    stage.tip(&other, &creator, 500, None).await;
    stage.delete(&other).await;
    assert_eq!(stage.call(&creator, GetTopFans::default()).await.expect("fans").fans.len(), 1);
}

#[tokio::test]
async fn subscribers_are_listed_as_they_came() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    let (cheap, dear) = (stage.tier(&creator, 10).await, stage.tier(&creator, 99).await);
    for number in 6..=8 {
        let fan = stage.person(number).await;
        let tier = if number == 7 { &dear } else { &cheap };
        let subscription = stage.subscribe(&fan, &creator, tier).await;
        if number == 8 {
            let cancel = CancelSubscription { subscription_id: subscription.id };
            stage.call(&fan, cancel).await.expect("cancelled");
        }
    }
    let (mut seen, mut cursor) = (Vec::new(), None);
    loop {
        let request = ListSubscribers { limit: Some(2), cursor };
        let page = stage.call(&creator, request).await.expect("a page");
        seen.extend(page.subscribers);
        cursor = page.next_cursor;
        if cursor.is_none() {
            break;
        }
    }
    let rows: Vec<_> = seen.iter().map(|of| (of.user.id.as_str(), of.price.0, of.status)).collect();
    let expected = [
        ("usr_8", 10, SubscriptionStatus::Cancelled),
        ("usr_7", 99, SubscriptionStatus::Active),
        ("usr_6", 10, SubscriptionStatus::Active),
    ];
    assert_eq!(rows, expected);
    assert_eq!((seen[1].tier_name.as_str(), &seen[1].tier_id), ("Friends at 99", &dear));
}

#[tokio::test]
async fn analytics_count_who_came_who_stays_and_who_left() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    let empty = stage.call(&creator, GetSubscriberAnalytics {}).await.expect("analytics");
    assert_eq!((empty.subscribers, empty.all_time, empty.tiers.len()), (0, 0, 0));
    assert_eq!((empty.churn, empty.revenue_last_30_days), (0.0, Tokens::ZERO));
    let (cheap, dear) = (stage.tier(&creator, 10).await, stage.tier(&creator, 100).await);
    let leaver = stage.person(6).await;
    let subscription = stage.subscribe(&leaver, &creator, &cheap).await;
    stage.subscribe(&stage.person(7).await, &creator, &cheap).await;
    let cancel = CancelSubscription { subscription_id: subscription.id };
    stage.call(&leaver, cancel).await.expect("cancelled");
    let now = stage.call(&creator, GetSubscriberAnalytics {}).await.expect("analytics");
    assert_eq!((now.subscribers, now.cancelled, now.new_last_30_days), (2, 1, 2));
    assert_eq!((now.ended_last_30_days, now.churn), (0, 0.0));
    stage.advance(31 * DAY).await;
    let creator = stage.person(1).await;
    stage.subscribe(&stage.person(8).await, &creator, &dear).await;
    let later = stage.call(&creator, GetSubscriberAnalytics {}).await.expect("analytics");
    assert_eq!((later.subscribers, later.cancelled, later.all_time), (2, 0, 3));
    assert_eq!((later.new_last_30_days, later.ended_last_30_days, later.churn), (1, 1, 0.5));
    let tiers: Vec<_> =
        later.tiers.iter().map(|of| (&of.tier_id, of.subscribers, of.revenue_last_30_days.0)).collect();
    assert_eq!(tiers, [(&cheap, 1, 7), (&dear, 1, 70)], "one renewal and one beginning");
    assert_eq!(later.revenue_last_30_days, Tokens(77));
}
