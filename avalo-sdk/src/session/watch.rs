//! Work that ends with the session it belongs to.

use std::{
    future::poll_fn,
    pin::pin,
    task::{Poll, Waker},
};

use super::{Session, changed};
use crate::{engine::bell::Bell, error::Error};

impl Session {
    /// What `work` gives, or an error as soon as the session of this epoch is another one.
    pub(crate) async fn while_it_lasts<T>(
        &self,
        epoch: u64,
        work: impl Future<Output = T>,
    ) -> Result<T, Error> {
        let mut work = pin!(work);
        let mut watch = Watch { bell: &self.changes, waker: None };
        poll_fn(|context| {
            watch.set(context.waker());
            if self.epoch() != epoch {
                return Poll::Ready(Err(changed()));
            }
            work.as_mut().poll(context).map(Ok)
        })
        .await
    }
}

/// Whom to wake when the session changes, for as long as this lives.
struct Watch<'a> {
    bell: &'a Bell,
    waker: Option<Waker>,
}

impl Watch<'_> {
    fn set(&mut self, waker: &Waker) {
        if self.waker.as_ref().is_none_or(|before| !before.will_wake(waker)) {
            self.clear();
            self.waker = Some(waker.clone());
        }
        self.bell.add(waker);
    }

    fn clear(&mut self) {
        if let Some(waker) = self.waker.take() {
            self.bell.remove(&waker);
        }
    }
}

impl Drop for Watch<'_> {
    fn drop(&mut self) {
        self.clear();
    }
}
