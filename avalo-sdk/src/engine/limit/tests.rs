//! The limiter on a paused clock.

use std::{sync::Arc, task::Poll, time::Duration};

use super::{Limiter, QUEUE_LIMIT, WINDOW};
use crate::{
    error::ErrorKind,
    platform::{Millis, Platform, SECOND},
};

/// The most moments in any window of 60 s that is closed at its start and open at its end.
fn worst_window(sent: &[Millis]) -> usize {
    (0..sent.len())
        .map(|first| sent[first..].iter().take_while(|at| **at - sent[first] < WINDOW).count())
        .max()
        .unwrap_or(0)
}

#[tokio::test(start_paused = true)]
async fn a_greedy_caller_never_exceeds_the_limit_and_uses_it() {
    let platform = Arc::new(Platform::native());
    let limiter = Limiter::new(100, Arc::clone(&platform));
    let mut sent = Vec::new();
    while platform.now() < 180 * SECOND {
        let mut permit = limiter.admit(false, Millis::MAX).await.expect("room in the queue");
        permit.mark_used();
        sent.push(platform.now());
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert!(worst_window(&sent) <= 100, "{} in a window", worst_window(&sent));
    let in_three_minutes = sent.iter().filter(|at| **at < 180 * SECOND).count();
    assert!(in_three_minutes >= 285, "only {in_three_minutes} of 300 sent");
}

#[tokio::test(start_paused = true)]
async fn waiters_go_in_order_and_the_urgent_first() {
    let platform = Arc::new(Platform::native());
    let limiter = Arc::new(Limiter::new(1, platform));
    let mut first = limiter.admit(false, Millis::MAX).await.expect("room");
    first.mark_used();
    let order = Arc::new(std::sync::Mutex::new(Vec::new()));
    let mut tasks = Vec::new();
    for (name, urgent) in [(1, false), (2, false), (0, true)] {
        let (limiter, order) = (Arc::clone(&limiter), Arc::clone(&order));
        tasks.push(tokio::spawn(async move {
            let mut permit = limiter.admit(urgent, Millis::MAX).await.expect("room");
            permit.mark_used();
            order.lock().expect("order").push(name);
        }));
        tokio::task::yield_now().await;
    }
    drop(first);
    for task in tasks {
        task.await.expect("a task");
    }
    assert_eq!(*order.lock().expect("order"), [0, 1, 2]);
}

#[tokio::test(start_paused = true)]
async fn a_full_queue_refuses_at_once_and_a_cancelled_wait_leaves_no_trace() {
    let platform = Arc::new(Platform::native());
    let limiter = Limiter::new(1, platform);
    let mut held = limiter.admit(false, Millis::MAX).await.expect("room");
    held.mark_used();
    let mut waiting: Vec<_> = (0..QUEUE_LIMIT).map(|_| Box::pin(limiter.admit(false, Millis::MAX))).collect();
    for wait in &mut waiting {
        let pending = std::future::poll_fn(|context| Poll::Ready(wait.as_mut().poll(context).is_pending()));
        assert!(pending.await);
    }
    let bytes = size_of_val(&*waiting[0]) + size_of::<super::Waiter>();
    assert!(bytes < 1_024, "a waiter takes {bytes} bytes");
    let error = limiter.admit(false, Millis::MAX).await.expect_err("the queue is full");
    assert_eq!(error.kind(), ErrorKind::RateLimited);
    assert!(error.retry_after().is_some());
    waiting.drain(..QUEUE_LIMIT - 1);
    drop(held);
    let last = waiting.pop().expect("one waiter");
    tokio::time::timeout(Duration::from_millis(WINDOW + SECOND), last).await.expect("in time").expect("room");
    // The permit was dropped unused, so its place is free at once.
    tokio::time::timeout(Duration::ZERO, limiter.admit(false, Millis::MAX))
        .await
        .expect("at once")
        .expect("room");
}
