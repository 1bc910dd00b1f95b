//! Becoming a creator.

use avalo_mock_server::MockServer;
use avalo_sdk::{
    Code,
    api::profiles::{BecomeCreator, CreateSubscriptionTier, TierDuration, UnfollowUser},
    model::Tokens,
};

use crate::stage::{Stage, code};

fn tier() -> CreateSubscriptionTier {
    CreateSubscriptionTier {
        name: "Friends".into(),
        price: Tokens(100),
        duration: TierDuration::Monthly,
        benefits: vec!["A postcard".into()],
    }
}

#[tokio::test]
async fn it_takes_verification_and_then_followers() {
    let stage = Stage::start().await;
    let unverified = stage.person(7).await;
    assert_eq!(code(stage.call(&unverified, BecomeCreator {}).await), Code::VerificationRequired);
    let verified = stage.person(6).await;
    let problem = stage.call(&verified, BecomeCreator {}).await.expect_err("nobody follows");
    assert_eq!((problem.code, problem.status), (Code::RequirementsNotMet, 409));
    assert_eq!(problem.errors.expect("what is missing")["followers"], "100 are needed, there are 0");
    assert_eq!(code(stage.call(&verified, tier()).await), Code::CreatorRequired);
}

#[tokio::test]
async fn the_last_follower_who_is_needed_makes_the_difference() {
    let stage = Stage::with(MockServer::builder().creator_min_followers(3)).await;
    let person = stage.person(6).await;
    for number in [1, 2] {
        stage.follow(&stage.person(number).await, &person).await;
    }
    assert_eq!(code(stage.call(&person, BecomeCreator {}).await), Code::RequirementsNotMet);
    let third = stage.person(3).await;
    stage.follow(&third, &person).await;
    let own = stage.call(&person, BecomeCreator {}).await.expect("a creator");
    assert!(own.is_creator);
    stage.call(&person, tier()).await.expect("creators offer tiers");
    let me = stage.api.get(&person.token, "/v1/auth/me").await.json();
    assert_eq!((&me["role"], &me["isCreator"]), (&"creator".into(), &true.into()));
    // Who is a creator stays one, however many follow.
    stage.call(&third, UnfollowUser { user_id: person.id.clone() }).await.expect("no follow");
    assert!(stage.call(&person, BecomeCreator {}).await.expect("still a creator").is_creator);
}

#[tokio::test]
async fn the_role_of_the_staff_stays_what_it_is() {
    let stage = Stage::with(MockServer::builder().creator_min_followers(0)).await;
    let creator = stage.person(1).await;
    let before = stage.api.get(&creator.token, "/v1/auth/me").await.json();
    stage.call(&creator, BecomeCreator {}).await.expect("a creator already");
    assert_eq!(stage.api.get(&creator.token, "/v1/auth/me").await.json(), before);
    let admin = stage.person(10).await;
    assert_eq!(code(stage.call(&admin, BecomeCreator {}).await), Code::VerificationRequired);
}
