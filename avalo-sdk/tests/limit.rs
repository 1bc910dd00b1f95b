//! A whole client that wants more than its limit, on a clock that stands still until everyone waits.

mod support;

use std::time::Duration;

use avalo_sdk::ErrorKind;
use futures_util::future::join_all;
use support::{Seen, builder, json, problem};

const WINDOW: Duration = Duration::from_secs(60);

/// The most requests in any 60 s.
fn worst_window(log: &[Seen]) -> usize {
    let within =
        |first: usize| log[first..].iter().take_while(|seen| seen.at - log[first].at < WINDOW).count();
    (0..log.len()).map(within).max().unwrap_or_default()
}

#[tokio::test(start_paused = true)]
async fn a_greedy_caller_is_held_to_a_hundred_a_minute_retries_included() {
    // Every third request fails, so that a third of what is sent are retries.
    let count = std::sync::atomic::AtomicUsize::new(0);
    let (builder, log) = builder(move |_: Seen| {
        let number = count.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        async move { if number % 3 == 2 { problem(503, "unavailable") } else { json(200, "[]") } }
    });
    let patient = builder.timeout(Duration::from_secs(600));
    let sdk = patient.discovery(false).requests_per_minute(100).build().expect("a client");
    let greedy = (0..40).map(|caller| {
        let sdk = sdk.clone();
        async move {
            for call in 0.. {
                let params = format!(r#"{{"email":"{caller}.{call}@a.de"}}"#);
                let _ = sdk.call_json("auth.requestPasswordReset", &params).await;
            }
        }
    });
    let _ = tokio::time::timeout(Duration::from_secs(180), join_all(greedy)).await;
    let seen = log.all();
    assert!(worst_window(&seen) <= 100, "{} in a window", worst_window(&seen));
    assert!(seen.len() >= 285, "only {} of 300 were sent", seen.len());
    let retries =
        seen.iter().filter(|seen| seen.header("avalo-attempt").is_some_and(|attempt| attempt != "1")).count();
    assert!(retries >= 50, "only {retries} retries");
}

#[tokio::test(start_paused = true)]
async fn a_burst_beyond_the_limit_waits_and_one_who_cannot_wait_is_told_at_once() {
    let (builder, log) = builder(|_: Seen| async { json(200, "{}") });
    let sdk = builder.discovery(false).requests_per_minute(100).build().expect("a client");
    let call = |number: usize, timeout: Option<Duration>| {
        let sdk = sdk.clone();
        async move {
            let params = format!(r#"{{"email":"{number}@a.de"}}"#);
            sdk.call_untyped("auth.requestPasswordReset", &params, timeout, None).await
        }
    };
    let start = tokio::time::Instant::now();
    let burst = (0..150).map(|number| call(number, None));
    let (burst, hasty) = tokio::join!(join_all(burst), async {
        tokio::time::sleep(Duration::from_secs(1)).await;
        let begun = tokio::time::Instant::now();
        (call(150, Some(Duration::from_secs(30))).await, begun.elapsed())
    });
    assert!(burst.iter().all(Result::is_ok), "all of them were sent in time");
    assert_eq!((log.len(), start.elapsed().as_secs()), (150, 60));
    let (error, took) = (hasty.0.expect_err("no room within 30 s"), hasty.1);
    assert_eq!((error.kind(), took), (ErrorKind::RateLimited, Duration::ZERO), "{error}");
    assert!(error.retry_after().is_some_and(|wait| wait > Duration::from_secs(58)), "{error:?}");
}
