//! Uploads, on a clock that stands still until everyone waits.

mod support;

use std::{future::pending, time::Duration};

use avalo_sdk::{AvaloSdk, ErrorKind, api::feed::UploadKind, client::Upload};
use support::{Log, Reply, Seen, builder, json, session};
use tokio::time::{Instant, sleep};

const GRANT: &str = r#"{"id":"upl_1","uploadUrl":"/v1/media/uploads/upl_1","mediaUrl":"https://media.avalo.app/1",
    "expiresAt":"2026-01-01T00:15:00.000Z"}"#;

/// A client that is signed in, at a server that answers a PUT after so much time, or never.
async fn client(thinks: Option<Duration>, per_minute: u32) -> (AvaloSdk, Log) {
    let (builder, log) = builder(move |seen: Seen| async move { answer(&seen, thinks).await });
    let sdk = builder.discovery(false).requests_per_minute(per_minute).build().expect("a client");
    support::sign_in(&sdk).await;
    log.clear();
    (sdk, log)
}

async fn answer(seen: &Seen, thinks: Option<Duration>) -> Reply {
    if seen.line.contains("/auth/login") {
        return session(1, 36_000);
    }
    if !seen.line.starts_with("PUT") {
        return json(201, GRANT);
    }
    match thinks {
        Some(time) => sleep(time).await,
        None => pending().await,
    }
    json(200, "{}")
}

fn upload(sdk: &AvaloSdk) -> Upload {
    sdk.feed().upload(UploadKind::StoryVideo, "loom.mp4", "video/mp4", &b"bytes"[..])
}

#[tokio::test(start_paused = true)]
async fn the_bytes_may_take_longer_than_any_call() {
    let (sdk, log) = client(Some(Duration::from_secs(1_000)), 100).await;
    assert_eq!(upload(&sdk).await.expect("an address"), "https://media.avalo.app/1");
    let put = log.all().pop().expect("a request");
    assert_eq!(put.line, "PUT https://api.avalo.app/v1/media/uploads/upl_1");
    assert_eq!((put.header("content-type"), put.header("authorization")), (Some("video/mp4"), None));
}

#[tokio::test(start_paused = true)]
async fn a_time_that_is_given_holds_for_the_leave_and_the_bytes_together() {
    let (sdk, log) = client(None, 100).await;
    let begun = Instant::now();
    let error = upload(&sdk).timeout(Duration::from_secs(90)).await.expect_err("no answer");
    assert_eq!((error.kind(), begun.elapsed().as_secs(), log.len()), (ErrorKind::Timeout, 90, 2), "{error}");
}

#[tokio::test(start_paused = true)]
async fn the_bytes_take_a_place_under_the_limit_of_requests() {
    let (sdk, log) = client(Some(Duration::ZERO), 2).await;
    upload(&sdk).await.expect("an address");
    assert_eq!(log.gaps(), [60_000], "the sign-in and the leave filled the minute");
}

#[tokio::test(start_paused = true)]
async fn a_key_of_the_callers_own_goes_with_the_leave_and_a_bad_one_nowhere() {
    let (sdk, log) = client(Some(Duration::ZERO), 100).await;
    let error = upload(&sdk).idempotency_key("a\nb").await.expect_err("a bad key");
    assert_eq!((error.kind(), log.len()), (ErrorKind::Invalid, 0));
    upload(&sdk).idempotency_key("mine").await.expect("an address");
    let keys: Vec<_> =
        log.all().iter().map(|seen| seen.header("idempotency-key").map(str::to_owned)).collect();
    assert_eq!(keys, [Some("mine".to_owned()), None]);
}

#[tokio::test(start_paused = true)]
async fn a_key_that_no_request_can_carry_is_refused_untyped_too() {
    let (sdk, log) = client(None, 100).await;
    for key in ["", "é", "a\nb", &"k".repeat(256)] {
        let call = sdk.call_untyped("feed.getFeed", "", None, Some(key.to_owned()));
        assert_eq!(call.await.expect_err("a bad key").kind(), ErrorKind::Invalid, "{key:?}");
    }
    assert_eq!(log.len(), 0);
}
