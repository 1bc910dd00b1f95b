//! The time that a call is given, waits and retries included.

use std::{future::poll_fn, pin::pin, task::Poll, time::Duration};

use crate::{
    error::{Error, ErrorKind},
    platform::{BoxFuture, Platform, millis},
};

/// A moment after which nothing is waited for any longer. One timer serves a whole call.
pub(crate) struct Deadline {
    at: Duration,
    given: Duration,
    alarm: BoxFuture<()>,
}

impl Deadline {
    /// A deadline so far from now.
    pub(crate) fn new(platform: &Platform, given: Duration) -> Self {
        let at = platform.now().saturating_add(given);
        Self { at, given, alarm: platform.sleep.sleep(given) }
    }

    /// The moment, on the monotonic clock.
    pub(crate) fn at(&self) -> Duration {
        self.at
    }

    /// What `future` gives, or `Timeout` if the time is over first.
    pub(crate) async fn race<T>(&mut self, future: impl Future<Output = T>) -> Result<T, Error> {
        let mut future = pin!(future);
        poll_fn(|context| {
            if let Poll::Ready(output) = future.as_mut().poll(context) {
                return Poll::Ready(Ok(output));
            }
            match self.alarm.as_mut().poll(context) {
                Poll::Ready(()) => Poll::Ready(Err(self.over())),
                Poll::Pending => Poll::Pending,
            }
        })
        .await
    }

    fn over(&self) -> Error {
        let given = millis(self.given);
        Error::new(ErrorKind::Timeout, format!("no answer within the {given} ms that the call was given"))
    }
}
