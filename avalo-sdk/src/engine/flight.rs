//! Work under way that several wait for.

use std::{
    mem,
    pin::Pin,
    sync::{Arc, Mutex, Weak},
    task::{Context, Poll, Waker},
};

use super::{Answer, bell::Bell, lock::Lock};
use crate::{error::Error, platform::BoxFuture};

/// A request under way and, once it has landed, what came of it, for everyone who holds one.
///
/// Whoever waits takes it further; one who leaves disturbs nobody; when the last one leaves, the
/// request is dropped. It is always of the one type, so that a browser loads this once.
#[derive(Clone)]
pub(crate) struct Flight {
    work: Arc<Mutex<Work>>,
    /// Rung when the work can go on, and when it has landed.
    bell: Arc<Bell>,
}

/// A flight seen from afar: it does not keep it up.
#[derive(Clone)]
pub(crate) struct Sighting {
    work: Weak<Mutex<Work>>,
    bell: Arc<Bell>,
}

enum Work {
    UnderWay(BoxFuture<Result<Answer, Error>>),
    /// One of those who wait takes it a step further.
    InHand,
    Landed(Result<Answer, Error>),
}

impl Flight {
    pub(crate) fn new(work: BoxFuture<Result<Answer, Error>>) -> Self {
        Self { work: Arc::new(Mutex::new(Work::UnderWay(work))), bell: Arc::default() }
    }

    /// Takes it a step further without waiting for it, and says whether it has landed.
    pub(crate) fn push(&mut self) -> bool {
        Pin::new(self).poll(&mut Context::from_waker(Waker::noop())).is_ready()
    }

    /// The same flight, without keeping it up.
    pub(crate) fn sight(&self) -> Sighting {
        Sighting { work: Arc::downgrade(&self.work), bell: Arc::clone(&self.bell) }
    }

    /// Whether it is over.
    pub(crate) fn has_landed(&self) -> bool {
        matches!(*self.work.hold(), Work::Landed(_))
    }
}

impl Sighting {
    /// The flight, if someone still waits for it.
    pub(crate) fn join(&self) -> Option<Flight> {
        Some(Flight { work: self.work.upgrade()?, bell: Arc::clone(&self.bell) })
    }
}

impl Future for Flight {
    type Output = Result<Answer, Error>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        // First of all, so that no ring from here on is missed.
        self.bell.add(context.waker());
        let mut future = match &mut *self.work.hold() {
            Work::Landed(result) => return Poll::Ready(result.clone()),
            work => match mem::replace(work, Work::InHand) {
                Work::UnderWay(future) => future,
                // A ring during that step calls the one who takes it too, so nothing is missed here.
                _ => return Poll::Pending,
            },
        };
        // Nothing is locked here: the work may look at its own flight.
        let waker = Waker::from(Arc::clone(&self.bell));
        let polled = future.as_mut().poll(&mut Context::from_waker(&waker));
        let next = match &polled {
            Poll::Ready(result) => Work::Landed(result.clone()),
            Poll::Pending => Work::UnderWay(future),
        };
        *self.work.hold() = next;
        if polled.is_ready() {
            self.bell.remove(context.waker());
            self.bell.ring();
        }
        polled
    }
}

/// One who leaves may be the one who was called last: the others take over.
impl Drop for Flight {
    fn drop(&mut self) {
        self.bell.ring();
    }
}

#[cfg(test)]
mod tests {
    use std::{
        future::pending,
        sync::atomic::{AtomicU32, Ordering},
        time::Duration,
    };

    use super::*;

    fn answer() -> Result<Answer, Error> {
        Ok(Answer::test(b"7"))
    }

    fn seven(result: Result<Answer, Error>) -> bool {
        result.is_ok_and(|answer| answer.json() == b"7")
    }

    /// Work that takes `steps` and says how often it was begun, ended and dropped.
    fn work(steps: u32, ends: &Arc<AtomicU32>) -> BoxFuture<Result<Answer, Error>> {
        struct End(Arc<AtomicU32>);
        impl Drop for End {
            fn drop(&mut self) {
                self.0.fetch_add(1, Ordering::SeqCst);
            }
        }
        let end = End(Arc::clone(ends));
        Box::pin(async move {
            let _end = end;
            for _ in 0..steps {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
            answer()
        })
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn everyone_gets_the_result_on_whatever_thread() {
        for steps in [0, 1, 3] {
            let ends = Arc::default();
            let flight = Flight::new(work(steps, &ends));
            let waiting: Vec<_> = (0..50).map(|_| tokio::spawn(flight.clone())).collect();
            for waiter in waiting {
                assert!(seven(waiter.await.expect("a waiter")));
            }
            assert!(flight.has_landed() && ends.load(Ordering::SeqCst) == 1);
            assert!(seven(flight.await));
        }
    }

    #[tokio::test(start_paused = true)]
    async fn one_who_leaves_disturbs_nobody() {
        let ends = Arc::default();
        let flight = Flight::new(work(5, &ends));
        let first = tokio::spawn(flight.clone());
        tokio::task::yield_now().await;
        let second = tokio::spawn(flight);
        tokio::task::yield_now().await;
        first.abort();
        assert!(seven(second.await.expect("the second")));
    }

    #[tokio::test]
    async fn the_last_one_to_leave_ends_it() {
        let ends = Arc::default();
        let flight = Flight::new(work(5, &ends));
        let sighting = flight.sight();
        let joined = sighting.join().expect("a flight");
        drop(flight);
        assert_eq!(ends.load(Ordering::SeqCst), 0);
        drop(joined);
        assert_eq!(ends.load(Ordering::SeqCst), 1);
        assert!(sighting.join().is_none());
    }

    #[tokio::test]
    async fn work_that_looks_at_its_own_flight_finds_it_under_way() {
        let seen: Arc<Mutex<Option<Sighting>>> = Arc::default();
        let own = Arc::clone(&seen);
        let flight = Flight::new(Box::pin(async move {
            let mut flight = own.lock().expect("a lock").as_ref().and_then(Sighting::join).expect("itself");
            assert!(!flight.has_landed());
            assert!(!flight.push());
            drop(flight);
            answer()
        }));
        *seen.lock().expect("a lock") = Some(flight.sight());
        assert!(seven(flight.await));
        let never = Flight::new(Box::pin(pending()));
        assert!(tokio::time::timeout(Duration::from_millis(5), never).await.is_err());
    }
}
