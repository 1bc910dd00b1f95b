//! The time that a call is given, waits and retries included.

use std::{
    future::poll_fn,
    pin::{Pin, pin},
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use super::text::decimal;
use crate::{
    error::{Error, ErrorKind},
    platform::{BoxFuture, Millis, Platform, Sleep},
};

/// A moment after which nothing is waited for any longer. One timer serves all that is raced against
/// it, from the first time that something has to wait.
pub(crate) struct Deadline {
    at: Millis,
    given: Millis,
    /// How much time was left when this was made.
    left: Millis,
    sleep: Arc<dyn Sleep>,
    alarm: Option<BoxFuture<()>>,
}

impl Deadline {
    /// A deadline so far from now.
    pub(crate) fn new(platform: &Platform, given: Millis) -> Self {
        let at = platform.now().saturating_add(given);
        Self { at, given, left: given, sleep: Arc::clone(&platform.sleep), alarm: None }
    }

    /// The moment, on the monotonic clock.
    pub(crate) fn at(&self) -> Millis {
        self.at
    }

    /// What `future` gives, or `Timeout` if the time is over first.
    pub(crate) async fn race<T>(&mut self, future: impl Future<Output = T>) -> Result<T, Error> {
        let mut output = None;
        {
            let mut work = pin!(async { output = Some(future.await) });
            poll_fn(|context| self.step(work.as_mut(), context)).await;
        }
        output.ok_or_else(|| self.over())
    }

    /// Goes on with `work` and is ready once that or the time is over. All races share these lines,
    /// whatever is raced.
    fn step(&mut self, work: Pin<&mut dyn Future<Output = ()>>, context: &mut Context<'_>) -> Poll<()> {
        if work.poll(context).is_ready() {
            return Poll::Ready(());
        }
        let alarm = self.alarm.get_or_insert_with(|| self.sleep.sleep(Duration::from_millis(self.left)));
        alarm.as_mut().poll(context)
    }

    fn over(&self) -> Error {
        let given = decimal(self.given);
        let detail = ["no answer within the ", &given, " ms that the call was given"].concat();
        Error::new(ErrorKind::Timeout, detail)
    }
}
