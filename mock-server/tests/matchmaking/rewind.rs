//! Taking the last like or pass back.

use avalo_sdk::{
    Code,
    api::{
        matchmaking::{GetAllowance, Rewind, SwipeKind},
        payments::SendTip,
    },
    model::Tokens,
};

use crate::{
    meeting::super_like,
    stage::{Stage, code},
};

#[tokio::test]
async fn the_last_like_or_pass_is_taken_back_for_ten() {
    let stage = Stage::start().await;
    let (one, liked, passed) = (stage.person(1).await, stage.person(2).await, stage.person(3).await);
    stage.like(&one, &liked).await;
    stage.pass(&one, &passed).await;
    let back = stage.call(&one, Rewind {}).await.expect("back");
    assert_eq!((&back.user_id, back.kind, back.charged), (&passed.id, SwipeKind::Pass, Tokens(10)));
    assert_eq!((back.refunded, back.balance), (Tokens::ZERO, Tokens(990)));
    assert!(stage.names(&one).await.contains(&passed.id.0), "suggested again");
    assert_eq!(stage.likers(&liked).await, ["usr_1"]);
    let back = stage.call(&one, Rewind {}).await.expect("the one before");
    assert_eq!((&back.user_id, back.kind, back.balance), (&liked.id, SwipeKind::Like, Tokens(980)));
    assert!(stage.likers(&liked).await.is_empty());
    assert_eq!(stage.call(&one, GetAllowance {}).await.expect("likes").remaining, Some(50));
    assert_eq!(code(stage.call(&one, Rewind {}).await), Code::FailedPrecondition, "nothing is left");
    assert_eq!(stage.balance(&one).await, 980);
    stage.check_ledger().await;
}

#[tokio::test]
async fn a_super_like_is_refunded_even_to_who_has_nothing_else() {
    let stage = Stage::start().await;
    let (one, other) = (stage.person(1).await, stage.person(2).await);
    let tip = SendTip { recipient_id: "usr_3".into(), amount: Tokens(950), note: None, post_id: None };
    stage.call(&one, tip).await.expect("a tip");
    stage.call(&one, super_like(&other.id)).await.expect("a super like");
    assert_eq!(stage.balance(&one).await, 0);
    let back = stage.call(&one, Rewind {}).await.expect("back");
    assert_eq!((back.kind, back.refunded, back.balance), (SwipeKind::SuperLike, Tokens(50), Tokens(40)));
    let wallet = stage.api.get(&one.token, "/v1/wallet").await.json();
    assert_eq!((&wallet["balance"], &wallet["lifetimeSpent"]), (&40.into(), &960.into()));
    stage.check_ledger().await;
}

#[tokio::test]
async fn five_minutes_are_the_limit() {
    let stage = Stage::start().await;
    let (one, other) = (stage.person(1).await, stage.person(2).await);
    stage.pass(&one, &other).await;
    stage.advance(301).await;
    assert_eq!(code(stage.call(&one, Rewind {}).await), Code::FailedPrecondition);
    let third = stage.person(3).await;
    stage.pass(&one, &third).await;
    stage.advance(299).await;
    stage.call(&one, Rewind {}).await.expect("in time");
    assert_eq!(code(stage.call(&one, Rewind {}).await), Code::FailedPrecondition, "the one before is old");
}

#[tokio::test]
async fn a_match_stays_a_match() {
    let stage = Stage::start().await;
    let (one, other) = (stage.person(1).await, stage.person(2).await);
    stage.matched(&one, &other).await;
    for who in [&one, &other] {
        assert_eq!(code(stage.call(who, Rewind {}).await), Code::FailedPrecondition);
    }
    assert_eq!((stage.matches(&one).await.len(), stage.balance(&one).await), (1, 1_000));
}

#[tokio::test]
async fn it_costs_what_it_costs_and_a_repeated_key_once() {
    let stage = Stage::start().await;
    let (one, poor) = (stage.person(1).await, stage.person(4).await);
    let (other, third) = (stage.person(2).await, stage.person(3).await);
    let tip = SendTip { recipient_id: third.id.clone(), amount: Tokens(991), note: None, post_id: None };
    stage.call(&poor, tip).await.expect("a tip");
    stage.pass(&poor, &other).await;
    assert_eq!(code(stage.call(&poor, Rewind {}).await), Code::InsufficientBalance);
    assert!(!stage.names(&poor).await.contains(&other.id.0), "the pass stays");
    for whom in [&other, &third] {
        stage.pass(&one, whom).await;
    }
    let send = || stage.api.request("POST", "/v1/matchmaking/rewind").token(&one.token).key("k-1");
    let (first, second) = (send().send().await, send().send().await);
    assert_eq!((first.status, &first.body), (200, &second.body));
    assert_eq!(stage.balance(&one).await, 990);
    assert!(!stage.names(&one).await.contains(&other.id.0), "only the last one came back");
}
