//! Equal reads travel once, and nobody gets another's answer.

mod support;

use std::{
    future::IntoFuture,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use avalo_sdk::ErrorKind;
use futures_util::future::join_all;
use support::{Seen, client, json, problem, session, sign_in};

const READ: &str = "feed.getFeed";
const EMPTY: &str = r#"{"posts":[]}"#;

async fn slow(seen: Seen) -> support::Reply {
    if seen.line.contains("/auth/") {
        return session(1, 3600);
    }
    tokio::time::sleep(Duration::from_secs(1)).await;
    json(200, EMPTY)
}

#[tokio::test(start_paused = true)]
async fn a_hundred_equal_reads_reach_the_server_once() {
    let (sdk, log) = client(slow);
    sign_in(&sdk).await;
    let reads = join_all((0..100).map(|_| sdk.call_json(READ, r#"{"limit":5}"#))).await;
    assert!(reads.iter().all(|read| read.as_deref().ok() == Some(EMPTY)));
    assert_eq!(log.count("/v1/feed"), 1);
    sdk.call_json(READ, r#"{"limit":5}"#).await.expect("a later read is another one");
    assert_eq!(log.count("/v1/feed"), 2);
}

#[tokio::test(start_paused = true)]
async fn different_queries_and_writes_are_not_shared() {
    let (sdk, log) = client(slow);
    sign_in(&sdk).await;
    join_all((1..=10).map(|limit| {
        let sdk = sdk.clone();
        async move { sdk.call_json(READ, &format!(r#"{{"limit":{limit}}}"#)).await.expect("a feed") }
    }))
    .await;
    assert_eq!(log.count("/v1/feed"), 10);
    join_all((0..10).map(|_| sdk.call_json("feed.likePost", r#"{"postId":"p"}"#))).await;
    assert_eq!(log.count("/like"), 10);
}

#[tokio::test(start_paused = true)]
async fn one_who_leaves_disturbs_nobody_and_the_last_one_ends_the_request() {
    let finished = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&finished);
    let (sdk, log) = client(move |seen: Seen| {
        let counter = Arc::clone(&counter);
        async move {
            let reply = slow(seen).await;
            counter.fetch_add(1, Ordering::SeqCst);
            reply
        }
    });
    sign_in(&sdk).await;
    finished.store(0, Ordering::SeqCst);
    let half = Duration::from_millis(500);
    let leaver = tokio::time::timeout(half, sdk.call_json(READ, ""));
    let (left, stayed) = tokio::join!(leaver, sdk.call_json(READ, ""));
    assert!(left.is_err() && stayed.is_ok());
    assert_eq!((log.count("/v1/feed"), finished.load(Ordering::SeqCst)), (1, 1));
    let (one, two) = tokio::join!(
        tokio::time::timeout(half, sdk.call_json(READ, "")),
        tokio::time::timeout(half, sdk.call_json(READ, "")),
    );
    assert!(one.is_err() && two.is_err());
    tokio::time::sleep(Duration::from_secs(5)).await;
    assert_eq!((log.count("/v1/feed"), finished.load(Ordering::SeqCst)), (2, 1));
}

#[tokio::test(start_paused = true)]
async fn two_users_of_one_process_never_share_an_answer() {
    let serve = |user: &'static str| {
        move |seen: Seen| async move {
            if seen.line.contains("/auth/") {
                return session(1, 3600);
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
            json(200, &format!("{{\"posts\":[],\"user\":\"{user}\"}}"))
        }
    };
    let (ada, _) = client(serve("ada"));
    let (bob, _) = client(serve("bob"));
    sign_in(&ada).await;
    sign_in(&bob).await;
    let (of_ada, of_bob) = tokio::join!(ada.call_json(READ, ""), bob.call_json(READ, ""));
    assert!(of_ada.expect("a feed").contains("ada") && of_bob.expect("a feed").contains("bob"));
}

#[tokio::test(start_paused = true)]
async fn another_user_on_the_same_client_never_gets_what_the_first_one_asked_for() {
    let (sdk, _) = client(|seen: Seen| async move {
        if seen.line.contains("/auth/login") {
            let number = if seen.body.contains("ada") { 1 } else { 2 };
            return session(number, 3600);
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
        let token = seen.header("authorization").unwrap_or_default().to_owned();
        json(200, &format!("{{\"posts\":[],\"token\":\"{token}\"}}"))
    });
    sign_in(&sdk).await;
    let first = tokio::spawn({
        let sdk = sdk.clone();
        async move { sdk.call_json(READ, "").await }
    });
    tokio::time::sleep(Duration::from_millis(100)).await;
    sdk.call_json("auth.login", r#"{"email":"bob@example.com","password":"Password1"}"#)
        .await
        .expect("a session");
    let second = sdk.call_json(READ, "").await.expect("a feed");
    assert!(second.contains("access-2"), "{second}");
    assert!(first.await.expect("a task").expect("the first user's own feed").contains("access-1"));
}

#[tokio::test(start_paused = true)]
async fn a_cached_answer_serves_its_time_and_its_user_only() {
    let (sdk, log) = client(|seen: Seen| async move {
        if seen.line.contains("/auth/") { session(1, 36_000) } else { json(200, r#"{"packages":[]}"#) }
    });
    let packages = || sdk.call_json("payments.getPackages", "");
    packages().await.expect("packages");
    packages().await.expect("packages");
    assert_eq!(log.count("packages"), 1);
    tokio::time::sleep(Duration::from_secs(301)).await;
    packages().await.expect("packages");
    assert_eq!(log.count("packages"), 2);
    sign_in(&sdk).await;
    packages().await.expect("packages");
    assert_eq!(log.count("packages"), 3);
}

#[tokio::test(start_paused = true)]
async fn a_failure_is_shared_but_not_kept() {
    let (sdk, log) = client(|seen: Seen| async move {
        if seen.line.contains("/auth/") {
            return session(1, 3600);
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
        problem(404, "not_found")
    });
    sign_in(&sdk).await;
    let reads = join_all((0..10).map(|_| sdk.call_json(READ, ""))).await;
    assert!(
        reads.iter().all(|read| read.as_ref().err().map(|error| error.kind()) == Some(ErrorKind::NotFound))
    );
    sdk.call_json(READ, "").await.expect_err("not found again");
    assert_eq!(log.count("/v1/feed"), 2);
}

#[tokio::test(start_paused = true)]
async fn who_joins_late_is_not_cut_off_with_the_first() {
    let (builder, log) = support::builder(|seen: Seen| async move {
        if seen.line.contains("/auth/") {
            return session(1, 3600);
        }
        tokio::time::sleep(Duration::from_secs(20)).await;
        json(200, EMPTY)
    });
    let sdk = builder.discovery(false).timeout(Duration::from_secs(15)).build().expect("a client");
    sign_in(&sdk).await;
    let start = tokio::time::Instant::now();
    let first = tokio::spawn({
        let sdk = sdk.clone();
        async move { sdk.call_json(READ, "").await }
    });
    tokio::time::sleep(Duration::from_secs(10)).await;
    let late = sdk.call_json(READ, "").await.expect_err("the server takes 20 s");
    assert_eq!((late.kind(), start.elapsed().as_secs()), (ErrorKind::Timeout, 25));
    assert_eq!(first.await.expect("a task").expect_err("15 s are not enough").kind(), ErrorKind::Timeout);
    assert_eq!(log.count("/v1/feed"), 2);
}

/// A server with a balance, whose reads take a second from when they saw it.
#[tokio::test(start_paused = true)]
async fn a_read_after_a_write_is_not_older_than_the_write() {
    let balance = Arc::new(AtomicUsize::new(1_000));
    let kept = Arc::clone(&balance);
    let (sdk, log) = client(move |seen: Seen| {
        let balance = Arc::clone(&kept);
        async move {
            if seen.line.contains("/auth/") {
                return session(1, 3600);
            }
            if seen.line.contains("/payments/tips") {
                balance.fetch_sub(10, Ordering::SeqCst);
                return json(200, "{}");
            }
            let seen_balance = balance.load(Ordering::SeqCst);
            tokio::time::sleep(Duration::from_secs(1)).await;
            json(200, &format!(r#"{{"balance":{seen_balance}}}"#))
        }
    });
    sign_in(&sdk).await;
    let read = || sdk.call_json("payments.getWallet", "");
    let (before, after) = tokio::join!(read(), async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        sdk.call_json("payments.sendTip", r#"{"recipientId":"usr_2","amount":10}"#).await.expect("a tip");
        tokio::join!(read(), read())
    });
    assert!(before.expect("a wallet").contains("1000"));
    assert!(after.0.expect("a wallet").contains("990") && after.1.expect("a wallet").contains("990"));
    assert_eq!(log.count("/v1/wallet"), 2, "the two later reads were one");
}

#[tokio::test(start_paused = true)]
async fn a_fresh_read_joins_nobody_and_a_stream_is_no_call() {
    let (sdk, log) = client(slow);
    sign_in(&sdk).await;
    let feed = sdk.feed();
    let ask = avalo_sdk::api::feed::GetFeed { limit: Some(5), ..Default::default() };
    let (one, two) =
        tokio::join!(feed.get_feed(ask.clone()).into_future(), feed.get_feed(ask).fresh().into_future());
    assert!(one.is_ok() && two.is_ok());
    assert_eq!(log.count("/v1/feed"), 2);
    let stream = sdk.call(avalo_sdk::api::chat::SubscribeToMessages {}).await.expect_err("a stream");
    assert_eq!((stream.kind(), log.count("/v1/events")), (ErrorKind::Invalid, 0));
}
