//! Who follows whom.

use std::collections::HashSet;

use avalo_sdk::{
    Code,
    api::profiles::{BlockUser, FollowUser, GetFollowers, GetFollowing, UnfollowUser},
    model::Cursor,
};

use crate::stage::{Person, Stage, blamed, code};

fn followers(of: &Person) -> GetFollowers {
    GetFollowers { user_id: of.id.clone(), limit: None, cursor: None }
}

async fn names(stage: &Stage, viewer: &Person, of: &Person) -> Vec<String> {
    let page = stage.call(viewer, followers(of)).await.expect("a page");
    page.users.into_iter().map(|user| user.id.0).collect()
}

#[tokio::test]
async fn following_twice_is_following_once() {
    let stage = Stage::start().await;
    let (fan, star) = (stage.person(6).await, stage.person(7).await);
    for _ in 0..3 {
        stage.follow(&fan, &star).await;
    }
    let seen = stage.profile(&fan, &star).await.expect("a profile");
    assert_eq!((seen.followers, seen.followed_by_me, seen.follows_me), (1, true, false));
    let other_way = stage.profile(&star, &fan).await.expect("a profile");
    assert_eq!((other_way.following, other_way.followed_by_me, other_way.follows_me), (6, false, true));
    for _ in 0..2 {
        stage.call(&fan, UnfollowUser { user_id: star.id.clone() }).await.expect("no follow");
    }
    let seen = stage.profile(&fan, &star).await.expect("a profile");
    assert_eq!((seen.followers, seen.followed_by_me), (0, false));
    stage.call(&fan, UnfollowUser { user_id: "usr_nobody".into() }).await.expect("nothing to end");
}

#[tokio::test]
async fn nobody_follows_themselves_or_nobody() {
    let stage = Stage::start().await;
    let fan = stage.person(6).await;
    let myself = FollowUser { user_id: fan.id.clone() };
    assert_eq!(code(stage.call(&fan, myself).await), Code::CannotTargetSelf);
    let nobody = FollowUser { user_id: "usr_nobody".into() };
    assert_eq!(code(stage.call(&fan, nobody).await), Code::NotFound);
    let none = GetFollowers { user_id: "usr_nobody".into(), limit: None, cursor: None };
    assert_eq!(code(stage.call(&fan, none).await), Code::NotFound);
}

#[tokio::test]
async fn whoever_came_last_is_first() {
    let stage = Stage::start().await;
    let star = stage.person(7).await;
    for number in [9, 1, 6] {
        stage.follow(&stage.person(number).await, &star).await;
    }
    assert_eq!(names(&stage, &star, &star).await, ["usr_6", "usr_1", "usr_9"]);
    let first = stage.person(9).await;
    stage.follow(&first, &star).await;
    assert_eq!(
        names(&stage, &star, &star).await,
        ["usr_6", "usr_1", "usr_9"],
        "following again moves nobody"
    );
    let whom = GetFollowing { user_id: first.id.clone(), limit: Some(1), cursor: None };
    let page = stage.call(&star, whom).await.expect("a page");
    assert_eq!(page.users[0].id, star.id);
    assert!(page.next_cursor.is_some());
}

#[tokio::test]
async fn pages_join_while_followers_come_and_go() {
    let stage = Stage::start().await;
    let (viewer, star) = (stage.person(1).await, stage.person(6).await);
    for number in 2..=9 {
        if number != 6 {
            stage.follow(&stage.person(number).await, &star).await;
        }
    }
    let mut seen = Vec::new();
    let mut cursor = None;
    loop {
        let request = GetFollowers { limit: Some(2), cursor, ..followers(&star) };
        let page = stage.call(&viewer, request).await.expect("a page");
        assert!(page.users.len() <= 2);
        seen.extend(page.users.into_iter().map(|user| user.id.0));
        cursor = page.next_cursor;
        if cursor.is_none() {
            break;
        }
        // One who was shown leaves, another one comes: neither moves the rest.
        let gone = stage.person(9).await;
        stage.call(&gone, UnfollowUser { user_id: star.id.clone() }).await.expect("no follow");
        stage.follow(&stage.person(10).await, &star).await;
    }
    assert_eq!(seen, ["usr_9", "usr_8", "usr_7", "usr_5", "usr_4", "usr_3", "usr_2"]);
}

#[tokio::test]
async fn a_cursor_belongs_to_one_side_of_one_person() {
    let stage = Stage::start().await;
    let (star, other) = (stage.person(1).await, stage.person(2).await);
    let request = GetFollowers { limit: Some(1), ..followers(&star) };
    let cursor = stage.call(&star, request).await.expect("a page").next_cursor;
    assert!(cursor.is_some());
    let of_other = GetFollowers { cursor: cursor.clone(), ..followers(&other) };
    assert_eq!(code(stage.call(&star, of_other).await), Code::InvalidCursor);
    let following = GetFollowing { user_id: star.id.clone(), limit: None, cursor };
    assert_eq!(code(stage.call(&star, following).await), Code::InvalidCursor);
    for text in ["x", "!", "Zm9sbG93ZXJz", "YXxifGM"] {
        let wrong = GetFollowers { cursor: Some(Cursor(text.into())), ..followers(&star) };
        assert_eq!(code(stage.call(&star, wrong).await), Code::InvalidCursor, "{text}");
    }
    for limit in [0, 101, u32::MAX] {
        let wrong = GetFollowers { limit: Some(limit), ..followers(&star) };
        assert_eq!(blamed(stage.call(&star, wrong).await), "limit");
    }
}

#[tokio::test]
async fn lists_leave_out_whom_the_viewer_has_blocked() {
    let stage = Stage::start().await;
    let (viewer, star) = (stage.person(6).await, stage.person(1).await);
    let all: HashSet<_> = names(&stage, &viewer, &star).await.into_iter().collect();
    assert_eq!(all.len(), 5);
    stage.call(&viewer, BlockUser { user_id: "usr_7".into() }).await.expect("a block");
    let left = names(&stage, &viewer, &star).await;
    assert_eq!((left.len(), left.contains(&"usr_7".to_owned())), (4, false));
    let blocked = stage.person(7).await;
    assert!(!names(&stage, &blocked, &star).await.contains(&"usr_6".to_owned()));
    assert_eq!(names(&stage, &star, &star).await.len(), 5, "the others see all");
}
