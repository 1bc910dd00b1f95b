//! What creators offer to subscribers.

use avalo_sdk::{
    Code,
    api::{
        payments::SubscribeToCreator,
        profiles::{
            CreateSubscriptionTier, ListSubscriptionTiers, SubscriptionTier, TierDuration,
            UpdateSubscriptionTier,
        },
    },
    model::{TierId, Tokens},
};
use serde_json::json;

use crate::stage::{Person, Stage, blamed, code};

fn tier(price: i64) -> CreateSubscriptionTier {
    CreateSubscriptionTier {
        name: format!("For {price}"),
        price: Tokens(price),
        duration: TierDuration::Monthly,
        benefits: vec!["A postcard".into()],
    }
}

fn change(tier: &SubscriptionTier) -> UpdateSubscriptionTier {
    UpdateSubscriptionTier { tier_id: tier.id.clone(), name: None, price: None, is_active: None }
}

async fn offered(stage: &Stage, viewer: &Person, creator: &Person) -> Vec<i64> {
    let request = ListSubscriptionTiers { user_id: creator.id.clone() };
    let tiers = stage.call(viewer, request).await.expect("tiers").tiers;
    tiers.into_iter().map(|tier| tier.price.0).collect()
}

#[tokio::test]
async fn the_cheapest_comes_first_and_what_is_withdrawn_shows_to_its_creator_only() {
    let stage = Stage::start().await;
    let (creator, fan) = (stage.person(1).await, stage.person(6).await);
    let dear = stage.call(&creator, tier(300)).await.expect("a tier");
    let cheap = stage.call(&creator, tier(100)).await.expect("a tier");
    assert_eq!(
        (&cheap.creator_id, cheap.is_active, cheap.duration),
        (&creator.id, true, TierDuration::Monthly)
    );
    assert_eq!(offered(&stage, &fan, &creator).await, [100, 300]);
    let withdrawn = UpdateSubscriptionTier { is_active: Some(false), ..change(&cheap) };
    assert!(!stage.call(&creator, withdrawn).await.expect("a tier").is_active);
    assert_eq!(offered(&stage, &fan, &creator).await, [300]);
    assert_eq!(offered(&stage, &creator, &creator).await, [100, 300]);
    let renamed =
        UpdateSubscriptionTier { name: Some("Patrons".into()), price: Some(Tokens(50)), ..change(&dear) };
    let renamed = stage.call(&creator, renamed).await.expect("a tier");
    assert_eq!(
        (renamed.name.as_str(), renamed.price, renamed.benefits),
        ("Patrons", Tokens(50), dear.benefits)
    );
    let nobody = ListSubscriptionTiers { user_id: "usr_nobody".into() };
    assert_eq!(code(stage.call(&fan, nobody).await), Code::NotFound);
    assert!(offered(&stage, &fan, &fan).await.is_empty());
}

#[tokio::test]
async fn five_are_offered_at_a_time_however_they_come_back() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    let first = stage.call(&creator, tier(1)).await.expect("a tier");
    for price in 2..=5 {
        stage.call(&creator, tier(price)).await.expect("a tier");
    }
    assert_eq!(code(stage.call(&creator, tier(6)).await), Code::FailedPrecondition);
    let active = |is_active| UpdateSubscriptionTier { is_active: Some(is_active), ..change(&first) };
    stage.call(&creator, active(true)).await.expect("it is offered already");
    stage.call(&creator, active(false)).await.expect("withdrawn");
    stage.call(&creator, tier(6)).await.expect("room for another one");
    assert_eq!(code(stage.call(&creator, active(true)).await), Code::FailedPrecondition);
    assert_eq!(offered(&stage, &stage.person(6).await, &creator).await, [2, 3, 4, 5, 6]);
}

#[tokio::test]
async fn a_tier_has_a_name_a_price_and_benefits() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    let widest = CreateSubscriptionTier {
        name: "ż".repeat(50),
        price: Tokens(10_000),
        duration: TierDuration::Yearly,
        benefits: vec!["ł".repeat(200); 10],
    };
    let widest = stage.call(&creator, widest).await.expect("the widest of all");
    let benefits = |benefits: Vec<String>| CreateSubscriptionTier { benefits, ..tier(9) };
    let cases = [
        (CreateSubscriptionTier { name: String::new(), ..tier(9) }, "name"),
        (CreateSubscriptionTier { name: " ".into(), ..tier(9) }, "name"),
        (CreateSubscriptionTier { name: "x".repeat(51), ..tier(9) }, "name"),
        (tier(0), "price"),
        (tier(10_001), "price"),
        (benefits(vec![]), "benefits"),
        (benefits(vec!["x".into(); 11]), "benefits"),
        (benefits(vec![String::new()]), "benefits[0]"),
        (benefits(vec!["x".repeat(201)]), "benefits[0]"),
    ];
    for (request, field) in cases {
        assert_eq!(blamed(stage.call(&creator, request.clone()).await), field, "{request:?}");
    }
    let nameless = UpdateSubscriptionTier { name: Some("\n".into()), ..change(&widest) };
    assert_eq!(blamed(stage.call(&creator, nameless).await), "name");
    let dear = UpdateSubscriptionTier { price: Some(Tokens(10_001)), ..change(&widest) };
    assert_eq!(blamed(stage.call(&creator, dear).await), "price");
    for (price, field) in
        [(json!(-1), "price"), (json!(1_i64 << 53), "price"), (json!(1.5), "price"), (json!("9"), "price")]
    {
        let body = json!({ "name": "x", "price": price, "duration": "monthly", "benefits": ["x"] });
        let answer = stage.api.post(&creator.token, "/v1/profiles/me/tiers", body).await;
        assert_eq!(answer.refusal(), (422, "validation_failed".into()), "{answer}");
        assert!(answer.json()["errors"][field].is_string(), "{answer}");
    }
    let body = json!({ "name": "x", "price": 9, "duration": "weekly", "benefits": ["x"] });
    let answer = stage.api.post(&creator.token, "/v1/profiles/me/tiers", body).await;
    assert!(answer.json()["errors"]["duration"].is_string(), "{answer}");
    assert_eq!(offered(&stage, &creator, &creator).await, [10_000]);
}

#[tokio::test]
async fn tiers_are_changed_by_their_creator() {
    let stage = Stage::start().await;
    let (creator, rival, fan) = (stage.person(1).await, stage.person(2).await, stage.person(6).await);
    let offered = stage.call(&creator, tier(10)).await.expect("a tier");
    assert_eq!(code(stage.call(&rival, change(&offered)).await), Code::NotFound);
    assert_eq!(code(stage.call(&fan, change(&offered)).await), Code::CreatorRequired);
    let none = UpdateSubscriptionTier { tier_id: TierId::from("tier_none"), ..change(&offered) };
    assert_eq!(code(stage.call(&creator, none).await), Code::NotFound);
}

#[tokio::test]
async fn a_withdrawn_tier_takes_no_subscribers() {
    let stage = Stage::start().await;
    let (creator, fan) = (stage.person(1).await, stage.person(6).await);
    let offered = stage.call(&creator, tier(10)).await.expect("a tier");
    let subscribe = SubscribeToCreator { creator_id: creator.id.clone(), tier_id: offered.id.clone() };
    let withdrawn = UpdateSubscriptionTier { is_active: Some(false), ..change(&offered) };
    stage.call(&creator, withdrawn).await.expect("a tier");
    assert_eq!(code(stage.call(&fan, subscribe.clone()).await), Code::NotFound);
    let again = UpdateSubscriptionTier { is_active: Some(true), ..change(&offered) };
    stage.call(&creator, again).await.expect("a tier");
    stage.call(&fan, subscribe).await.expect("a subscription");
    assert_eq!((stage.balance(&fan).await, stage.balance(&creator).await), (990, 1_007));
    stage.check_ledger().await;
}
