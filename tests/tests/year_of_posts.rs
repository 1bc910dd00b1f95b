//! Fifty posts that were planned for a year come out at their hours.

use std::time::Duration;

use avalo_sdk::api::feed::GetFeed;
use avalo_tests::{http, server, sign_in};
use serde_json::json;

const POSTS: u32 = 50;

/// To be enabled by whoever adds `creator.scheduleContent`, with its path and fields as they are then.
#[tokio::test]
#[ignore = "creator.scheduleContent is not there yet"]
async fn fifty_planned_posts_come_out_within_a_year() {
    let server = server().await;
    assert!(server.operations().contains(&"creator.scheduleContent"));
    let login = json!({ "email": "user1@avalo.test", "password": "Password1" });
    let post = |path: &str, key: String, body: serde_json::Value| {
        http()
            .post(format!("{}{path}", server.url()))
            .header("content-type", "application/json")
            .header("idempotency-key", key)
            .body(body.to_string())
    };
    let answer = post("/v1/auth/login", "login".into(), login).send().await.expect("an answer");
    let answer: serde_json::Value =
        serde_json::from_slice(&answer.bytes().await.expect("a body")).expect("JSON");
    let token = answer["session"]["accessToken"].as_str().expect("a token").to_owned();
    // The first moment is 2026-01-01; one post a week.
    for number in 1..=POSTS {
        let at = 1_767_225_600_000_i64 + i64::from(number) * 7 * 86_400_000;
        let body = json!({ "kind": "text", "content": format!("Planned post {number}"), "publishAt": at });
        let request = post("/v1/creator/schedule", format!("plan-{number}"), body).bearer_auth(&token);
        let answer = request.send().await.expect("an answer");
        assert_eq!(answer.status().as_u16(), 200, "{number}");
    }
    server.advance(Duration::from_secs(365 * 86_400)).await.expect("a year");
    let feed = sign_in(&server, 6).await.feed().get_feed(GetFeed::default()).await.expect("a feed");
    let newest = feed.posts.first().expect("a post");
    assert!(newest.content.contains(&format!("Planned post {POSTS}")), "{newest:?}");
    assert!(server.invariants().await.expect("invariants").hold());
}
