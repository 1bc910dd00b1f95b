//! Content that waits for its time.

use avalo_sdk::{
    Code,
    api::{
        creator::{
            CancelScheduled, ListScheduled, ScheduleContent, ScheduleState, ScheduledContent,
            SetContentPricing,
        },
        feed::{GetPost, PostKind, Visibility},
    },
    model::{Timestamp, Tokens},
};
use serde_json::json;

use crate::{
    listener::Listener,
    stage::{Person, Stage, blamed, code},
    supported::DAY,
};

/// Ten minutes after the world began.
pub(crate) const SOON: i64 = 1_767_225_600_000 + 600_000;

pub(crate) fn plan(content: &str, at_ms: i64) -> ScheduleContent {
    ScheduleContent {
        kind: PostKind::Text,
        content: content.to_owned(),
        media_urls: Vec::new(),
        visibility: None,
        gated: None,
        unlock_price: None,
        scheduled_for: Timestamp::from_unix_ms(at_ms),
    }
}

pub(crate) async fn listed(stage: &Stage, who: &Person, state: ScheduleState) -> Vec<ScheduledContent> {
    let list = ListScheduled { state: Some(state), ..Default::default() };
    stage.call(who, list).await.expect("plans").scheduled
}

#[tokio::test]
async fn content_is_published_at_its_time_and_followers_are_told() {
    let stage = Stage::start().await;
    let (creator, fan) = (stage.person(1).await, stage.person(6).await);
    let planned = stage.call(&creator, plan("For the evening", SOON)).await.expect("a plan");
    assert_eq!((planned.state, planned.post_id.clone()), (ScheduleState::Scheduled, None));
    assert_eq!(planned.visibility, Visibility::Public);
    let mut listener = Listener::of(&stage, &fan).await;
    stage.advance(500).await;
    assert_eq!(listed(&stage, &creator, ScheduleState::Scheduled).await, std::slice::from_ref(&planned));
    stage.advance(1_000).await;
    listener.until("For the evening").await;
    assert!(listener.heard.contains("feed_update"), "{}", listener.heard);
    let published = listed(&stage, &creator, ScheduleState::Published).await;
    assert_eq!((published.len(), &published[0].id), (1, &planned.id));
    let post_id = published[0].post_id.clone().expect("a post");
    let post = stage.call(&fan, GetPost { post_id }).await.expect("the post");
    assert_eq!((post.content.as_str(), post.created_at.unix_ms), ("For the evening", SOON), "to the moment");
    assert!(listed(&stage, &creator, ScheduleState::Scheduled).await.is_empty());
}

#[tokio::test]
async fn what_is_planned_comes_in_order() {
    let stage = Stage::start().await;
    let (creator, fan) = (stage.person(1).await, stage.person(6).await);
    for (content, at) in [("third", SOON + 2), ("first", SOON), ("second", SOON), ("fourth", SOON + 3)] {
        stage.call(&creator, plan(content, at)).await.expect("a plan");
    }
    let waiting = listed(&stage, &creator, ScheduleState::Scheduled).await;
    let order = ["first", "second", "third", "fourth"];
    assert_eq!(waiting.iter().map(|plan| plan.content.as_str()).collect::<Vec<_>>(), order);
    stage.advance(1_200).await;
    let feed = stage.api.get(&fan.token, "/v1/feed?limit=4").await.json();
    let posts: Vec<_> = feed["posts"].as_array().expect("posts").iter().rev().collect();
    assert_eq!(
        posts.iter().map(|post| post["content"].as_str().unwrap_or_default()).collect::<Vec<_>>(),
        order
    );
}

#[tokio::test]
async fn a_plan_that_is_taken_back_is_not_published() {
    let stage = Stage::start().await;
    let (creator, other) = (stage.person(1).await, stage.person(2).await);
    let planned = stage.call(&creator, plan("Better not", SOON)).await.expect("a plan");
    let cancel = CancelScheduled { scheduled_id: planned.id.clone() };
    assert_eq!(code(stage.call(&other, cancel.clone()).await), Code::NotFound, "another creator's");
    for _ in 0..2 {
        let cancelled = stage.call(&creator, cancel.clone()).await.expect("cancelled");
        assert_eq!(cancelled.state, ScheduleState::Cancelled);
    }
    stage.advance(DAY).await;
    let creator = stage.person(1).await;
    assert!(listed(&stage, &creator, ScheduleState::Published).await.is_empty());
    assert_eq!(stage.api.get(&creator.token, "/v1/profiles/usr_1").await.json()["posts"], 10);
    let none = CancelScheduled { scheduled_id: "sch_nothing".into() };
    assert_eq!(code(stage.call(&creator, none).await), Code::NotFound);
}

#[tokio::test]
async fn what_is_published_cannot_be_taken_back() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    let planned = stage.call(&creator, plan("Out it goes", SOON)).await.expect("a plan");
    stage.advance(900).await;
    let cancel = CancelScheduled { scheduled_id: planned.id };
    assert_eq!(code(stage.call(&creator, cancel).await), Code::FailedPrecondition);
}

#[tokio::test]
async fn gated_content_asks_its_own_price_or_the_creators() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    let gated = |gated: Option<bool>, price: Option<i64>| ScheduleContent {
        gated,
        unlock_price: price.map(Tokens),
        ..plan("For those who pay", SOON)
    };
    for (request, price) in [
        (gated(None, None), None),
        (gated(Some(false), None), None),
        (gated(Some(false), Some(0)), None),
        (gated(None, Some(0)), None),
        (gated(None, Some(5)), Some(Tokens(5))),
        (gated(Some(true), Some(10_000)), Some(Tokens(10_000))),
    ] {
        let planned = stage.call(&creator, request.clone()).await.expect("a plan");
        assert_eq!(planned.unlock_price, price, "{request:?}");
    }
    for request in [
        gated(Some(true), None),
        gated(Some(true), Some(0)),
        gated(Some(false), Some(5)),
        gated(Some(true), Some(4)),
        gated(None, Some(10_001)),
    ] {
        assert_eq!(blamed(stage.call(&creator, request.clone()).await), "unlockPrice", "{request:?}");
    }
    let all = SetContentPricing { unlock_price: Some(Tokens(30)), ..Default::default() };
    stage.call(&creator, all).await.expect("prices");
    let planned = stage.call(&creator, gated(Some(true), None)).await.expect("a plan");
    assert_eq!(planned.unlock_price, Some(Tokens(30)));
    stage.advance(900).await;
    let fan = stage.person(6).await;
    let feed = stage.api.get(&fan.token, "/v1/feed?limit=1").await.json();
    assert_eq!((&feed["posts"][0]["unlockPrice"], &feed["posts"][0]["locked"]), (&json!(30), &json!(true)));
}

#[tokio::test]
async fn what_a_post_may_not_be_cannot_be_planned() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    for at in
        [SOON - 600_000, 0, -1, stage.call(&creator, plan("Now", SOON)).await.expect("it").created_at.unix_ms]
    {
        assert_eq!(blamed(stage.call(&creator, plan("Too late", at)).await), "scheduledFor", "{at}");
    }
    for content in ["", "  \n ", &"x".repeat(5_001)] {
        assert_eq!(blamed(stage.call(&creator, plan(content, SOON)).await), "content");
    }
    let long = ScheduleContent { unlock_price: Some(Tokens(5)), ..plan(&"x".repeat(2_001), SOON) };
    assert_eq!(blamed(stage.call(&creator, long).await), "content", "a gated post is shorter");
    stage.call(&creator, plan(&"ż".repeat(5_000), SOON)).await.expect("the longest");
    let banned = plan("sell cocaine", SOON);
    assert_eq!(code(stage.call(&creator, banned).await), Code::ContentBlocked);
    for body in [
        json!({ "kind": "text", "content": "When" }),
        json!({ "kind": "text", "content": "When", "scheduledFor": "tomorrow" }),
        json!({ "kind": "film", "content": "When", "scheduledFor": "2027-01-01T00:00:00Z" }),
        json!({ "kind": "text", "content": "When", "scheduledFor": "2027-01-01T00:00:00Z", "at": 1 }),
    ] {
        let answer = stage.api.post(&creator.token, "/v1/creator/schedule", body.clone()).await;
        assert_eq!(answer.refusal(), (422, "validation_failed".into()), "{body}");
    }
}

#[tokio::test]
async fn plans_are_read_in_pages() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    for number in 0..5 {
        stage.call(&creator, plan(&format!("Note {number}"), SOON + number / 2)).await.expect("a plan");
    }
    let (mut seen, mut cursor) = (Vec::new(), None);
    loop {
        let list = ListScheduled { state: None, limit: Some(2), cursor };
        let page = stage.call(&creator, list).await.expect("a page");
        seen.extend(page.scheduled.into_iter().map(|plan| plan.content));
        cursor = page.next_cursor;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(seen, ["Note 0", "Note 1", "Note 2", "Note 3", "Note 4"]);
    assert!(listed(&stage, &stage.person(2).await, ScheduleState::Scheduled).await.is_empty());
}

#[tokio::test]
async fn a_repeated_key_plans_once() {
    let stage = Stage::start().await;
    let creator = stage.person(1).await;
    let body =
        |content: &str| json!({ "kind": "text", "content": content, "scheduledFor": "2026-01-01T00:10:00Z" });
    let send = |content: &str| {
        let request = stage.api.request("POST", "/v1/creator/schedule").token(&creator.token).key("k-1");
        request.json(&body(content))
    };
    let (first, second) = (send("Once").send().await, send("Once").send().await);
    assert_eq!((first.status, &first.body), (200, &second.body));
    assert_eq!(send("Twice").send().await.refusal(), (422, "idempotency_key_reused".into()));
    assert_eq!(listed(&stage, &creator, ScheduleState::Scheduled).await.len(), 1);
}
