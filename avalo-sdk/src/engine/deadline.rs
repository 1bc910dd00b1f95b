//! The time that a call is given, waits and retries included.

use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use super::text::{decimal, joined};
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

    /// What `work` gives, or `Timeout` if the time is over first.
    pub(crate) fn race<'a, F: Future + ?Sized>(&'a mut self, work: Pin<&'a mut F>) -> Race<'a, F> {
        Race { deadline: self, work }
    }

    /// Is ready once the time is over.
    fn ring(&mut self, context: &mut Context<'_>) -> Poll<Error> {
        let alarm = self.alarm.get_or_insert_with(|| self.sleep.sleep(Duration::from_millis(self.left)));
        alarm.as_mut().poll(context).map(|()| self.over())
    }

    fn over(&self) -> Error {
        let given = decimal(self.given);
        let detail = joined(&["no answer within the ", &given, " ms that the call was given"]);
        Error::new(ErrorKind::Timeout, detail)
    }
}

/// Work against the clock. It only points at the work, which is large and stays where it is.
pub(crate) struct Race<'a, F: ?Sized> {
    deadline: &'a mut Deadline,
    work: Pin<&'a mut F>,
}

impl<F: Future + ?Sized> Future for Race<'_, F> {
    type Output = Result<F::Output, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match self.work.as_mut().poll(context) {
            Poll::Ready(output) => Poll::Ready(Ok(output)),
            Poll::Pending => self.deadline.ring(context).map(Err),
        }
    }
}
