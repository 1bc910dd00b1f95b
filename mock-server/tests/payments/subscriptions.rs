//! Subscriptions, and what becomes of them as time passes.

use avalo_sdk::{
    Code,
    api::{
        payments::{
            CancelSubscription, ListSubscriptions, SubscribeToCreator, Subscription, SubscriptionStatus,
        },
        profiles::{CreateSubscriptionTier, DeleteAccount, TierDuration, UpdateSubscriptionTier},
    },
    model::{TierId, Tokens, UserId},
};

use crate::purse::{DAY, tip};
use crate::stage::{Person, Stage, code};

async fn tier(stage: &Stage, creator: &Person, price: i64, duration: TierDuration) -> TierId {
    let benefits = vec!["A thank-you".to_owned()];
    let request = CreateSubscriptionTier { name: "Friends".into(), price: Tokens(price), duration, benefits };
    stage.call(creator, request).await.expect("a tier").id
}

fn subscribe(creator: &UserId, tier_id: &TierId) -> SubscribeToCreator {
    SubscribeToCreator { creator_id: creator.clone(), tier_id: tier_id.clone() }
}

/// User 6 subscribes to a monthly tier of user 1.
async fn subscribed(stage: &Stage, price: i64) -> (Person, Person, Subscription) {
    let (fan, creator) = stage.pair().await;
    let tier = tier(stage, &creator, price, TierDuration::Monthly).await;
    let subscription = stage.call(&fan, subscribe(&creator.id, &tier)).await.expect("a subscription");
    (fan, creator, subscription)
}

/// How user 6's newest subscription stands, and what is in the wallet.
async fn standing(stage: &Stage) -> (SubscriptionStatus, i64) {
    let fan = stage.person(6).await;
    let list = stage.call(&fan, ListSubscriptions {}).await.expect("subscriptions").subscriptions;
    (list[0].status, stage.balance(&fan).await)
}

#[tokio::test]
async fn seventy_percent_of_a_period_go_to_the_creator_rounded_down() {
    let stage = Stage::start().await;
    let (fan, creator, subscription) = subscribed(&stage, 99).await;
    assert_eq!((subscription.price, subscription.status), (Tokens(99), SubscriptionStatus::Active));
    assert_eq!((&subscription.creator.id, subscription.creator.is_creator), (&creator.id, true));
    let period = subscription.period_ends_at.unix_ms - subscription.started_at.unix_ms;
    assert_eq!(period, 30 * DAY as i64 * 1_000);
    assert_eq!((stage.balance(&fan).await, stage.balance(&creator).await), (901, 1_069));
    let list = stage.call(&fan, ListSubscriptions {}).await.expect("subscriptions").subscriptions;
    assert_eq!(list, [subscription]);
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_subscription_renews_itself_after_30_90_or_365_days() {
    let stage = Stage::start().await;
    let fan = stage.person(6).await;
    let durations = [(1, TierDuration::Monthly), (2, TierDuration::Quarterly), (3, TierDuration::Yearly)];
    for (creator, duration) in durations {
        let creator = stage.person(creator).await;
        let tier = tier(&stage, &creator, 10, duration).await;
        stage.call(&fan, subscribe(&creator.id, &tier)).await.expect("a subscription");
    }
    let mut day = 0;
    for (until, balance) in [(29, 970), (30, 960), (89, 950), (90, 930), (364, 810), (365, 800)] {
        stage.advance((until - day) * DAY).await;
        day = until;
        assert_eq!(standing(&stage).await, (SubscriptionStatus::Active, balance), "after {until} days");
    }
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_renewal_that_cannot_be_paid_ends_the_subscription() {
    let stage = Stage::start().await;
    let (fan, creator, _) = subscribed(&stage, 300).await;
    stage.call(&fan, tip(&creator.id, 100)).await.expect("a tip");
    for left in [300, 0] {
        stage.advance(30 * DAY).await;
        assert_eq!(standing(&stage).await, (SubscriptionStatus::Active, left), "to the last token");
    }
    let before = stage.server.invariants().await.expect("invariants").postings;
    stage.advance(30 * DAY).await;
    assert_eq!(standing(&stage).await, (SubscriptionStatus::Ended, 0));
    let after = stage.server.invariants().await.expect("invariants").postings;
    assert_eq!(after, before, "what is not paid leaves nothing in the books");
    stage.advance(365 * DAY).await;
    assert_eq!(standing(&stage).await, (SubscriptionStatus::Ended, 0));
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_cancelled_subscription_goes_on_to_the_end_of_the_period() {
    let stage = Stage::start().await;
    let (fan, creator, subscription) = subscribed(&stage, 100).await;
    let cancel = CancelSubscription { subscription_id: subscription.id.clone() };
    for _ in 0..2 {
        let cancelled = stage.call(&fan, cancel.clone()).await.expect("cancelled");
        assert_eq!(cancelled.status, SubscriptionStatus::Cancelled);
        assert_eq!(cancelled.period_ends_at, subscription.period_ends_at);
    }
    let again = stage.call(&fan, subscribe(&creator.id, &subscription.tier_id)).await;
    assert_eq!(code(again), Code::AlreadyExists, "it still runs");
    stage.advance(29 * DAY).await;
    assert_eq!(standing(&stage).await, (SubscriptionStatus::Cancelled, 900));
    stage.advance(DAY).await;
    assert_eq!(standing(&stage).await, (SubscriptionStatus::Ended, 900));
    let fan = stage.person(6).await;
    let ended = stage.call(&fan, cancel).await.expect("over anyway");
    assert_eq!(ended.status, SubscriptionStatus::Ended);
    let anew = stage.call(&fan, subscribe(&creator.id, &subscription.tier_id)).await.expect("anew");
    assert_ne!(anew.id, subscription.id);
    let list = stage.call(&fan, ListSubscriptions {}).await.expect("subscriptions").subscriptions;
    let list: Vec<_> = list.into_iter().map(|one| (one.id, one.status)).collect();
    let expected = [(anew.id, SubscriptionStatus::Active), (subscription.id, SubscriptionStatus::Ended)];
    assert_eq!(list, expected, "the newest first");
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_new_price_is_for_new_subscribers() {
    let stage = Stage::start().await;
    let (_, creator, subscription) = subscribed(&stage, 100).await;
    let dearer = UpdateSubscriptionTier {
        tier_id: subscription.tier_id.clone(),
        name: None,
        price: Some(Tokens(400)),
        is_active: None,
    };
    stage.call(&creator, dearer.clone()).await.expect("dearer");
    let other = stage.person(7).await;
    let subscribe = subscribe(&creator.id, &subscription.tier_id);
    let theirs = stage.call(&other, subscribe.clone()).await.expect("a subscription");
    assert_eq!((theirs.price, stage.balance(&other).await), (Tokens(400), 600));
    let withdrawn = UpdateSubscriptionTier { price: None, is_active: Some(false), ..dearer };
    stage.call(&creator, withdrawn).await.expect("not offered any longer");
    let late = stage.person(8).await;
    assert_eq!(code(stage.call(&late, subscribe).await), Code::NotFound);
    stage.advance(30 * DAY).await;
    assert_eq!(standing(&stage).await, (SubscriptionStatus::Active, 800), "the price it began with");
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_subscription_needs_a_tier_of_someone_else_and_its_price() {
    let stage = Stage::start().await;
    let (fan, creator, first) = subscribed(&stage, 100).await;
    let dear = tier(&stage, &creator, 901, TierDuration::Monthly).await;
    let own = stage.call(&creator, subscribe(&creator.id, &dear)).await;
    assert_eq!(code(own), Code::CannotTargetSelf);
    let second = stage.call(&fan, subscribe(&creator.id, &dear)).await;
    assert_eq!(code(second), Code::AlreadyExists, "one for each creator");
    let elsewhere = stage.call(&fan, subscribe(&"usr_2".into(), &dear)).await;
    assert_eq!(code(elsewhere), Code::NotFound, "another creator's tier");
    assert_eq!(code(stage.call(&fan, subscribe(&"usr_999".into(), &dear)).await), Code::NotFound);
    let poor = stage.person(7).await;
    stage.call(&poor, tip(&fan.id, 100)).await.expect("a tip");
    assert_eq!(code(stage.call(&poor, subscribe(&creator.id, &dear)).await), Code::InsufficientBalance);
    let list = stage.call(&poor, ListSubscriptions {}).await.expect("subscriptions").subscriptions;
    assert!(list.is_empty());
    for id in ["sub_nothing", first.id.as_str()] {
        let cancel = CancelSubscription { subscription_id: id.into() };
        assert_eq!(code(stage.call(&poor, cancel).await), Code::NotFound, "{id}");
    }
    stage.block(&creator, &poor).await;
    assert_eq!(code(stage.call(&poor, subscribe(&creator.id, &dear)).await), Code::Blocked);
    stage.check_ledger().await;
}

#[tokio::test]
async fn nothing_is_renewed_between_people_who_parted() {
    let stage = Stage::start().await;
    let (fan, creator, _) = subscribed(&stage, 100).await;
    stage.block(&creator, &fan).await;
    assert_eq!(standing(&stage).await, (SubscriptionStatus::Active, 900), "what is paid stays paid");
    stage.advance(30 * DAY).await;
    assert_eq!(standing(&stage).await, (SubscriptionStatus::Ended, 900));

    let fan = stage.person(6).await;
    let creator = stage.person(2).await;
    let tier = tier(&stage, &creator, 100, TierDuration::Monthly).await;
    stage.call(&fan, subscribe(&creator.id, &tier)).await.expect("a subscription");
    stage.step_up(&creator).await;
    stage.call(&creator, DeleteAccount {}).await.expect("deleted");
    stage.advance(60 * DAY).await;
    assert_eq!(standing(&stage).await, (SubscriptionStatus::Ended, 800));
    stage.check_ledger().await;
}
