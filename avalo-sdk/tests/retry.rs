//! When a call is sent again, on a paused clock.

mod support;

use std::{collections::HashSet, time::Duration};

use avalo_sdk::{
    ErrorKind,
    transport::{Phase, Response, TransportError},
};
use support::{Reply, Seen, client, json, problem};
use tokio::time::Instant;

/// An operation for everyone that is safe to repeat, and one that is keyed.
const SAFE: &str = "payments.getPackages";
const KEYED: (&str, &str) = ("auth.requestPasswordReset", r#"{"email":"ada@example.com"}"#);

#[tokio::test(start_paused = true)]
async fn a_server_that_always_fails_sees_four_requests_at_one_two_and_four_seconds() {
    let (sdk, log) = client(|_: Seen| async { problem(503, "unavailable") });
    let error = sdk.call_json(SAFE, "").await.expect_err("a failure");
    assert_eq!(log.gaps(), [1000, 2000, 4000]);
    assert_eq!(error.kind(), ErrorKind::Server);
    assert_eq!(error.trail().attempts, 4);
    let delays: Vec<_> = error.trail().delays.iter().map(Duration::as_secs).collect();
    assert_eq!(delays, [1, 2, 4]);
    let attempts: Vec<_> =
        log.all().iter().filter_map(|seen| seen.header("avalo-attempt").map(str::to_owned)).collect();
    assert_eq!(attempts, ["1", "2", "3", "4"]);
    assert_eq!(error.request_id(), Some("req_503"));
}

#[tokio::test(start_paused = true)]
async fn every_attempt_of_a_call_carries_its_one_key_and_every_call_its_own() {
    let (sdk, log) = client(|_: Seen| async { Err(TransportError::new(Phase::Exchange, "cut")) });
    let mut keys = HashSet::new();
    for call in 1..=20 {
        let error = sdk.call_json(KEYED.0, KEYED.1).await.expect_err("a failure");
        assert_eq!(error.kind(), ErrorKind::Network);
        let of_call: HashSet<_> =
            log.all().iter().map(|seen| seen.header("idempotency-key").expect("a key").to_owned()).collect();
        assert_eq!((of_call.len(), log.len()), (1, 4), "call {call}");
        keys.extend(of_call);
        log.clear();
        if call == 11 {
            break;
        }
    }
    assert_eq!(keys.len(), 11);
}

#[tokio::test(start_paused = true)]
async fn what_is_late_is_not_sent_again() {
    let (sdk, log) = client(|seen: Seen| async move {
        if seen.line.contains("/auth/login") {
            support::session(1, 3600)
        } else {
            problem(503, "unavailable")
        }
    });
    support::sign_in(&sdk).await;
    log.clear();
    sdk.call_json("chat.setTyping", r#"{"chatId":"cht_1","typing":true}"#).await.expect_err("a failure");
    assert_eq!(log.len(), 1);
}

#[tokio::test(start_paused = true)]
async fn the_servers_word_on_retries_wins_over_the_status() {
    for (status, word, sent) in [(500, "false", 1), (404, "true", 4), (429, "false", 1), (500, "maybe", 4)] {
        let (sdk, log) =
            client(
                move |_: Seen| async move { Ok(Response::new(status, &[("avalo-should-retry", word)], "")) },
            );
        sdk.call_json(SAFE, "").await.expect_err("a failure");
        assert_eq!(log.len(), sent, "{status} {word}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_cannot_pass_is_not_tried_again() {
    for phase in [Phase::Build, Phase::Setup, Phase::Tls, Phase::TooLarge] {
        let (sdk, log) = client(move |_: Seen| async move { Err(TransportError::new(phase, "no")) });
        sdk.call_json(SAFE, "").await.expect_err("a failure");
        assert_eq!(log.len(), 1, "{phase:?}");
    }
    for status in [301, 307, 400, 403, 404, 422, 501] {
        let (sdk, log) = client(move |_: Seen| async move { problem(status, "not_found") });
        sdk.call_json(SAFE, "").await.expect_err("a failure");
        assert_eq!(log.len(), 1, "{status}");
    }
}

#[tokio::test(start_paused = true)]
async fn retry_after_is_kept_in_both_forms_against_the_servers_clock() {
    let date = "Thu, 01 Jan 2026 00:00:00 GMT";
    for (value, wait) in [
        ("5", 5000),
        ("0", 1000),
        ("Thu, 01 Jan 2026 00:00:07 GMT", 7000),
        ("Wed, 31 Dec 2025 23:00:00 GMT", 1000),
        ("-1", 1000),
        ("soon", 1000),
        ("1.5", 1000),
    ] {
        let (sdk, log) = client(move |seen: Seen| async move {
            match seen.header("avalo-attempt") {
                Some("1") => Ok(Response::new(503, &[("retry-after", value), ("date", date)], "")),
                _ => json(200, "[]"),
            }
        });
        sdk.call_json(SAFE, "").await.expect("an answer");
        assert_eq!(log.gaps(), [wait], "{value}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_wait_that_does_not_fit_the_time_left_ends_the_call_at_once() {
    let (sdk, log) =
        client(|_: Seen| async { Ok(Response::new(429, &[("retry-after", "1000000000000")], "")) });
    let start = Instant::now();
    let error = sdk.call_json(SAFE, "").await.expect_err("a failure");
    assert_eq!((error.kind(), log.len()), (ErrorKind::Timeout, 1));
    assert_eq!(start.elapsed(), Duration::ZERO);
    assert!(error.retry_after().is_some_and(|wait| wait > Duration::from_secs(1_000_000)));
}

#[tokio::test(start_paused = true)]
async fn the_deadline_covers_a_server_that_never_answers() {
    let (sdk, log) = client(|_: Seen| std::future::pending::<Reply>());
    let start = Instant::now();
    let call = sdk.call_untyped(SAFE, "", Some(Duration::from_secs(5)), None);
    let error = call.await.expect_err("a failure");
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(start.elapsed() <= Duration::from_millis(5_050), "{:?}", start.elapsed());
    assert_eq!((log.len(), error.trail().attempts), (1, 1));
}

#[tokio::test(start_paused = true)]
async fn an_outage_is_not_multiplied() {
    let (sdk, log) = client(|_: Seen| async { problem(503, "unavailable") });
    for call in 0..10_000 {
        let key = Some(format!("key-{call}"));
        sdk.call_untyped(KEYED.0, KEYED.1, None, key).await.expect_err("a failure");
    }
    assert!(log.len() <= 10_050, "{} requests for 10,000 calls", log.len());
}

/// Cancels a call at every point at which it can be cancelled: after that nothing is sent, and what
/// it held is free.
#[tokio::test(start_paused = true)]
async fn a_call_that_is_dropped_sends_nothing_more_and_holds_nothing() {
    for polls in 1.. {
        let (builder, log) = support::builder(|_: Seen| async {
            tokio::time::sleep(Duration::from_millis(10)).await;
            problem(503, "unavailable")
        });
        let sdk = builder.discovery(false).requests_per_minute(6).retry_budget(14).build().expect("a client");
        let mut call = Box::pin(sdk.call_json(KEYED.0, KEYED.1));
        let mut done = false;
        for _ in 0..polls {
            let poll = std::future::poll_fn(|context| std::task::Poll::Ready(call.as_mut().poll(context)));
            done = poll.await.is_ready();
            if done {
                break;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        drop(call);
        let sent = log.len();
        tokio::time::sleep(Duration::from_secs(120)).await;
        assert_eq!(log.len(), sent, "something was sent after {polls} polls");
        // The bucket pays for one retry and the limiter lets six requests go: as before the call.
        log.clear();
        if !done {
            let error = sdk.call_json(KEYED.0, KEYED.1).await.expect_err("a failure");
            assert_eq!(error.trail().attempts, 2, "after {polls} polls");
        }
        if done {
            assert!(polls > 100, "only {polls} points were tried");
            break;
        }
    }
}
