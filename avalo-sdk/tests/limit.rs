//! A whole client that wants more than its limit, on a clock that stands still until everyone waits.

mod support;

use std::time::Duration;

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
