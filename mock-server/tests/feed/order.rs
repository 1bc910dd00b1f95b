//! The feed: whose posts, in which order, page by page.

use std::collections::HashSet;

use avalo_sdk::{
    Code,
    api::{
        feed::{DeletePost, FeedPage, GetComments, GetFeed},
        profiles::{GetFollowers, UnfollowUser},
    },
    model::Cursor,
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use crate::{
    stage::{Person, Stage, blamed, code},
    words,
};

async fn page(stage: &Stage, who: &Person, limit: u32, cursor: Option<Cursor>) -> FeedPage {
    stage.call(who, GetFeed { limit: Some(limit), cursor }).await.expect("a page")
}

#[tokio::test]
async fn the_feed_is_of_those_whom_one_follows_and_of_oneself_newest_first() {
    let stage = Stage::start().await;
    let (fan, creator, stranger) = (stage.person(6).await, stage.person(1).await, stage.person(7).await);
    let mine = stage.publish(&fan, words("Mine")).await.id;
    let theirs = stage.publish(&creator, words("Theirs")).await.id;
    let strange = stage.publish(&stranger, words("Strange")).await.id;
    let feed = page(&stage, &fan, 100, None).await;
    assert_eq!((feed.posts.len(), feed.next_cursor), (52, None));
    assert_eq!([&feed.posts[0].id, &feed.posts[1].id], [&theirs, &mine]);
    assert!(feed.posts.iter().all(|post| post.id != strange));
    let times: Vec<_> = feed.posts.iter().map(|post| post.created_at.unix_ms).collect();
    assert!(times.is_sorted_by(|newer, older| newer >= older));
    stage.call(&fan, UnfollowUser { user_id: creator.id.clone() }).await.expect("no follow");
    assert_eq!(page(&stage, &fan, 100, None).await.posts.len(), 41);
    stage.follow(&fan, &stranger).await;
    assert_eq!(page(&stage, &fan, 1, None).await.posts[0].id, strange);
}

#[tokio::test]
async fn a_page_has_20_posts_if_nothing_is_said() {
    let stage = Stage::start().await;
    let fan = stage.person(6).await;
    let default = stage.call(&fan, GetFeed::default()).await.expect("a page");
    assert_eq!(default.posts.len(), 20);
    for limit in [0, 101, u32::MAX] {
        let wrong = GetFeed { limit: Some(limit), cursor: None };
        assert_eq!(blamed(stage.call(&fan, wrong).await), "limit");
    }
    for limit in ["-1", "1.5", "", "all", "4294967296"] {
        let answer = stage.api.get(&fan.token, &format!("/v1/feed?limit={limit}")).await;
        assert_eq!(answer.refusal(), (422, "validation_failed".into()), "{limit}: {answer}");
    }
    let exactly = page(&stage, &fan, 50, None).await;
    assert_eq!((exactly.posts.len(), exactly.next_cursor), (50, None), "no empty page follows");
}

#[tokio::test]
async fn new_and_deleted_posts_neither_repeat_nor_lose_what_a_reader_pages_through() {
    let stage = Stage::start().await;
    let (fan, creator) = (stage.person(6).await, stage.person(1).await);
    let expected: Vec<_> =
        page(&stage, &fan, 100, None).await.posts.into_iter().map(|post| post.id).collect();
    let mut seen = Vec::new();
    let mut cursor = None;
    loop {
        let next = page(&stage, &fan, 7, cursor).await;
        seen.extend(next.posts.into_iter().map(|post| post.id));
        cursor = next.next_cursor;
        if cursor.is_none() {
            break;
        }
        let extra = stage.publish(&creator, words("Breaking news")).await.id;
        if seen.len() % 2 == 0 {
            stage.call(&creator, DeletePost { post_id: extra }).await.expect("gone");
        }
    }
    assert_eq!(seen, expected);
    assert_eq!(seen.iter().collect::<HashSet<_>>().len(), seen.len());
}

#[tokio::test]
async fn the_post_that_a_cursor_stands_on_may_be_deleted() {
    let stage = Stage::start().await;
    let author = stage.person(7).await;
    let mut ids = Vec::new();
    for content in ["One", "Two", "Three"] {
        ids.push(stage.publish(&author, words(content)).await.id);
    }
    stage.call(&author, UnfollowUser { user_id: "usr_1".into() }).await.expect("no follow");
    let first = page(&stage, &author, 2, None).await;
    assert_eq!(first.posts[1].id, ids[1]);
    stage.call(&author, DeletePost { post_id: ids[1].clone() }).await.expect("gone");
    assert_eq!(page(&stage, &author, 1, first.next_cursor).await.posts[0].id, ids[0]);
}

#[tokio::test]
async fn a_cursor_of_another_list_or_of_nobody_is_refused() {
    let stage = Stage::start().await;
    let fan = stage.person(6).await;
    let followers = GetFollowers { user_id: "usr_1".into(), limit: Some(1), cursor: None };
    let of_followers = stage.call(&fan, followers).await.expect("a page").next_cursor;
    let wrong = GetFeed { limit: None, cursor: of_followers };
    assert_eq!(code(stage.call(&fan, wrong).await), Code::InvalidCursor);
    let of_feed = page(&stage, &fan, 1, None).await.next_cursor;
    let post_id = page(&stage, &fan, 1, None).await.posts[0].id.clone();
    let wrong = GetComments { post_id, limit: None, cursor: of_feed };
    assert_eq!(code(stage.call(&fan, wrong).await), Code::InvalidCursor);
    // In turn: nothing, no base64, no list, no number, too large a number, not UTF-8, padded.
    for cursor in
        ["", "!!", "ZmVlZA", "ZmVlZHx4fA", "ZmVlZHw5OTk5OTk5OTk5OTk5OTk5OTk5OTl8", "_____w", "ZmVlZHwxfA=="]
    {
        let answer = stage.api.get(&fan.token, &format!("/v1/feed?cursor={cursor}")).await;
        assert_eq!(answer.refusal(), (400, "invalid_cursor".into()), "{cursor}: {answer}");
    }
    for number in [i64::MIN, -1, 0, i64::MAX] {
        // Whoever makes a cursor up gets some page of their own feed, and no failure.
        let cursor = URL_SAFE_NO_PAD.encode(format!("feed|{number}|"));
        assert_eq!(stage.api.get(&fan.token, &format!("/v1/feed?cursor={cursor}")).await.status, 200);
    }
    let huge = format!("/v1/feed?cursor={}", "A".repeat(6_000));
    assert_eq!(stage.api.get(&fan.token, &huge).await.refusal(), (400, "invalid_cursor".into()));
}
