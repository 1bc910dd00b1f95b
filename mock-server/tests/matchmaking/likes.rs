//! Likes and passes.

use avalo_sdk::{
    Code,
    api::{
        matchmaking::{GetLikesReceived, UpdateMatchPreferences},
        profiles::{ProfileVisibility, UpdateSettings},
    },
    model::Tokens,
};

use crate::{
    meeting::like,
    stage::{Stage, code},
};

#[tokio::test]
async fn a_like_is_kept_until_it_is_answered() {
    let stage = Stage::start().await;
    let (one, other) = (stage.person(1).await, stage.person(2).await);
    let receipt = stage.like(&one, &other).await;
    assert!(!receipt.matched);
    assert_eq!((receipt.match_id, receipt.chat_id, receipt.free_messages_remaining), (None, None, None));
    assert_eq!((receipt.charged, receipt.remaining), (Tokens::ZERO, Some(49)));
    assert_eq!(stage.likers(&other).await, ["usr_1"]);
    assert!(stage.likers(&one).await.is_empty());
    assert!(stage.matches(&one).await.is_empty() && stage.matches(&other).await.is_empty());
    stage.pass(&other, &one).await;
    assert!(stage.likers(&other).await.is_empty(), "it was answered");
}

#[tokio::test]
async fn the_same_person_is_liked_once() {
    let stage = Stage::start().await;
    let (one, other) = (stage.person(1).await, stage.person(2).await);
    stage.like(&one, &other).await;
    assert_eq!(code(stage.try_like(&one, &other).await), Code::AlreadyExists);
    stage.like(&other, &one).await;
    for (who, whom) in [(&one, &other), (&other, &one)] {
        assert_eq!(code(stage.try_like(who, whom).await), Code::AlreadyExists, "they are a match");
    }
    let allowance = stage.api.get(&one.token, "/v1/matchmaking/allowance").await.json();
    assert_eq!(allowance["remaining"], 49, "a refusal costs nothing");
}

#[tokio::test]
async fn a_like_has_somebody_else_as_its_target() {
    let stage = Stage::start().await;
    let (one, other, third) = (stage.person(1).await, stage.person(2).await, stage.person(3).await);
    assert_eq!(code(stage.try_like(&one, &one).await), Code::CannotTargetSelf);
    assert_eq!(code(stage.call(&one, like(&"usr_nobody".into())).await), Code::NotFound);
    stage.block(&other, &one).await;
    assert_eq!(code(stage.try_like(&one, &other).await), Code::NotFound);
    assert_eq!(code(stage.try_like(&other, &one).await), Code::NotFound, "from either side");
    stage.delete(&third).await;
    assert_eq!(code(stage.try_like(&one, &third).await), Code::NotFound);
}

#[tokio::test]
async fn who_does_not_take_part_is_left_alone_unless_they_began() {
    let stage = Stage::start().await;
    let (one, hidden, closed) = (stage.person(1).await, stage.person(2).await, stage.person(3).await);
    let away = UpdateMatchPreferences { discoverable: Some(false), ..Default::default() };
    stage.prefer(&hidden, away).await;
    let private = UpdateSettings { visibility: Some(ProfileVisibility::Private), ..Default::default() };
    stage.settle(&closed, private).await;
    for other in [&hidden, &closed] {
        assert_eq!(code(stage.try_like(&one, other).await), Code::FailedPrecondition);
        stage.like(other, &one).await;
        assert!(stage.like(&one, other).await.matched, "they made the first step");
    }
}

#[tokio::test]
async fn a_pass_can_become_a_like_and_a_like_a_pass() {
    let stage = Stage::start().await;
    let (one, other) = (stage.person(1).await, stage.person(2).await);
    for _ in 0..2 {
        stage.pass(&one, &other).await;
    }
    stage.like(&one, &other).await;
    assert_eq!(stage.likers(&other).await, ["usr_1"]);
    stage.pass(&one, &other).await;
    assert!(stage.likers(&other).await.is_empty(), "the like was taken back");
    assert!(!stage.like(&other, &one).await.matched);
    let passed = avalo_sdk::api::matchmaking::PassProfile { user_id: one.id.clone() };
    assert_eq!(code(stage.call(&one, passed).await), Code::CannotTargetSelf);
}

#[tokio::test]
async fn a_match_is_ended_by_unmatching_not_by_a_pass() {
    let stage = Stage::start().await;
    let (one, other) = (stage.person(1).await, stage.person(2).await);
    stage.matched(&one, &other).await;
    let pass = avalo_sdk::api::matchmaking::PassProfile { user_id: other.id.clone() };
    assert_eq!(code(stage.call(&one, pass).await), Code::FailedPrecondition);
}

#[tokio::test]
async fn likes_are_read_in_pages_super_likes_first() {
    let stage = Stage::start().await;
    let other = stage.person(6).await;
    for number in 1..=5 {
        let one = stage.person(number).await;
        let mut request = like(&other.id);
        request.super_like = Some(number == 2);
        stage.call(&one, request).await.expect("a like");
    }
    let (mut seen, mut cursor) = (Vec::new(), None);
    loop {
        let page = GetLikesReceived { limit: Some(2), cursor };
        let page = stage.call(&other, page).await.expect("a page");
        seen.extend(page.likes.into_iter().map(|like| (like.user.id.0, like.super_like)));
        cursor = page.next_cursor;
        if cursor.is_none() {
            break;
        }
    }
    let names: Vec<_> = seen.iter().map(|(id, is_super)| (id.as_str(), *is_super)).collect();
    let expected = [("usr_2", true), ("usr_5", false), ("usr_4", false), ("usr_3", false), ("usr_1", false)];
    assert_eq!(names, expected);
    stage.block(&other, &stage.person(5).await).await;
    stage.delete(&stage.person(4).await).await;
    assert_eq!(stage.likers(&other).await, ["usr_2", "usr_3", "usr_1"]);
}
