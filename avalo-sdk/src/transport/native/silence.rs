//! How long nothing may move before an exchange counts as lost.

use std::{
    future::poll_fn,
    pin::{Pin, pin},
    task::Poll,
    time::Duration,
};

use tokio::time::{Instant, Sleep, sleep_until};

use super::{
    describe,
    pieces::{Progress, Step},
};
use crate::transport::{Phase, TransportError};

/// How long a body under way may stand still, in either direction. A server that keeps a stream open
/// says something more often than this.
const IDLE: Duration = Duration::from_secs(60);

/// How long the head of an answer may take after a body that was sent in pieces. The last megabytes
/// leave the machine's own buffers only now, which takes minutes on a slow line.
const ANSWER: Duration = Duration::from_secs(300);

/// A connection on which nothing comes is probed after this time, so that a server that is gone is
/// noticed within two minutes. This is what ends the wait for the head of an answer if the call has
/// a deadline far away: a server may think for as long as the caller lets it.
pub(super) const KEEP_ALIVE: Duration = Duration::from_secs(30);

/// How long silence is borne.
#[derive(Clone, Copy, Debug)]
pub(super) struct Patience {
    pub(super) idle: Duration,
    pub(super) answer: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { idle: IDLE, answer: ANSWER }
    }
}

impl Patience {
    /// What the server says, unless it says nothing for too long.
    pub(super) async fn hear<T>(
        self,
        saying: impl Future<Output = reqwest::Result<T>>,
    ) -> Result<T, TransportError> {
        let mut end = None;
        let until = || (*end.get_or_insert_with(|| Instant::now() + self.idle), self.idle);
        before(saying, until).await
    }

    /// The head of the answer to a request whose body goes in pieces, unless nothing moves for too long.
    pub(super) async fn hear_after<T>(
        self,
        progress: Progress,
        saying: impl Future<Output = reqwest::Result<T>>,
    ) -> Result<T, TransportError> {
        let until = || {
            let Step { left, at } = progress.last();
            let limit = if left == 0 { self.answer } else { self.idle };
            (at + limit, limit)
        };
        before(saying, until).await
    }
}

/// What the server says, unless the moment comes first, which may have moved on when it is reached.
///
/// reqwest's own limit sets two timers for every exchange; this one sets none for what has already
/// come, and none for a piece of a body.
async fn before<T>(
    saying: impl Future<Output = reqwest::Result<T>>,
    mut until: impl FnMut() -> (Instant, Duration),
) -> Result<T, TransportError> {
    let mut saying = pin!(saying);
    let mut alarm: Option<Pin<Box<Sleep>>> = None;
    poll_fn(|context| {
        if let Poll::Ready(said) = saying.as_mut().poll(context) {
            return Poll::Ready(said.map_err(|error| describe(&error)));
        }
        loop {
            let alarm = alarm.get_or_insert_with(|| Box::pin(sleep_until(until().0)));
            if alarm.as_mut().poll(context).is_pending() {
                return Poll::Pending;
            }
            let (end, limit) = until();
            if end <= alarm.deadline() {
                let detail = format!("nothing moved for {limit:?}");
                return Poll::Ready(Err(TransportError::new(Phase::Exchange, detail)));
            }
            alarm.as_mut().reset(end);
        }
    })
    .await
}

#[cfg(test)]
mod tests {
    use std::future::{pending, ready};

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_silent_server_is_given_up() {
        let (patience, begun) = (Patience::default(), Instant::now());
        let error = patience.hear(pending::<reqwest::Result<()>>()).await.expect_err("silence");
        assert_eq!((error.phase, begun.elapsed()), (Phase::Exchange, IDLE));
        assert_eq!(patience.hear(ready(Ok(1))).await.expect("an answer"), 1);
    }

    /// A body that takes 200 s, and then 100 s for the answer.
    #[tokio::test(start_paused = true)]
    async fn a_slow_body_is_not_silence() {
        let progress = Progress::of(100);
        let sent = progress.clone();
        let answer = async move {
            for _ in 0..100 {
                tokio::time::sleep(Duration::from_secs(2)).await;
                sent.take(1);
            }
            tokio::time::sleep(Duration::from_secs(100)).await;
            Ok(())
        };
        let begun = Instant::now();
        Patience::default().hear_after(progress, answer).await.expect("an answer");
        assert_eq!(begun.elapsed().as_secs(), 300);
    }

    #[tokio::test(start_paused = true)]
    async fn a_body_that_stands_still_is_silence() {
        for (pieces, silence) in [(2, IDLE), (1, ANSWER)] {
            let progress = Progress::of(pieces);
            let sent = progress.clone();
            let answer = async move {
                tokio::time::sleep(Duration::from_secs(50)).await;
                sent.take(1);
                pending::<reqwest::Result<()>>().await
            };
            let begun = Instant::now();
            let error = Patience::default().hear_after(progress, answer).await.expect_err("silence");
            let expected = (Phase::Exchange, Duration::from_secs(50) + silence);
            assert_eq!((error.phase, begun.elapsed()), expected, "{error}");
        }
    }
}
