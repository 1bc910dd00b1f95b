//! Reading a reply over one connection after another.

use std::{collections::VecDeque, sync::Arc, time::Duration};

use futures_util::StreamExt;

use super::{Part, said::Said};
use crate::{
    engine::{
        Engine,
        budget::{Charge, THROTTLED_COST, TRANSIENT_COST},
        request::Prepared,
        retry::{Attempt, Outcome, Verdict, judge},
        stream::{Opened, Opening, Unopened},
    },
    error::{Error, ErrorKind, Trail},
    operation::Spec,
    platform::{BoxStream, Bytes, Millis},
    realtime::frame::{Frame, Frames},
    transport::TransportError,
};

/// The reply so far.
pub(super) struct Reading {
    pub(super) engine: Arc<Engine>,
    pub(super) spec: &'static Spec,
    prepared: Prepared,
    /// One key for the whole life of the reply: every attempt is the same request to the server.
    key: String,
    until: Millis,
    connection: Option<BoxStream<Result<Bytes, TransportError>>>,
    frames: Frames,
    ready: VecDeque<Frame>,
    said: Said,
    /// Why the connection before is no more.
    failure: Option<Unopened>,
    /// What the connection cost, if it was a retry. It is known to have failed or not at its end only.
    paid: u32,
    pub(super) trail: Trail,
}

impl Reading {
    pub(super) fn new(
        engine: Arc<Engine>,
        spec: &'static Spec,
        prepared: Prepared,
        key: String,
        until: Millis,
    ) -> Self {
        Self {
            engine,
            spec,
            prepared,
            key,
            until,
            connection: None,
            frames: Frames::default(),
            ready: VecDeque::new(),
            said: Said::default(),
            failure: None,
            paid: 0,
            trail: Trail::default(),
        }
    }

    /// Closes the connection.
    pub(super) fn close(&mut self) {
        self.connection = None;
    }

    /// The next part, over as many connections as it takes.
    pub(super) async fn part(&mut self, epoch: u64) -> Result<Part, Error> {
        loop {
            while let Some(frame) = self.ready.pop_front() {
                if let Some(part) = self.said.hear(&frame)? {
                    // The words that a last part still brings come before it.
                    if let Part::Delta(_) = part
                        && frame.event.as_deref() == Some("message")
                    {
                        self.ready.push_front(frame);
                    }
                    if let Part::Whole(_) = part {
                        self.settle();
                    }
                    return Ok(part);
                }
            }
            match &mut self.connection {
                None => self.connect(epoch).await?,
                Some(connection) => {
                    let piece = connection.next().await;
                    self.receive(piece)?;
                }
            }
        }
    }

    /// Gives the price of the retry back that brought the last part.
    fn settle(&self) {
        match self.trail.attempts {
            1 => self.engine.budget.reward(),
            _ => self.engine.budget.give(self.paid),
        }
    }

    /// Takes in what came; when it is the end, the connection is given up.
    fn receive(&mut self, piece: Option<Result<Bytes, TransportError>>) -> Result<(), Error> {
        let failure = match piece {
            Some(Ok(bytes)) => {
                let too_long = |_| Error::new(ErrorKind::Decode, "the reply has a line of more than 1 MiB");
                self.ready.extend(self.frames.push((*bytes).as_ref()).map_err(too_long)?);
                return Ok(());
            }
            Some(Err(error)) => error.into(),
            None => {
                let detail = "the answer was lost: the reply ended before its last part";
                let error = Error::new(ErrorKind::Network, detail);
                Unopened { error, outcome: Outcome::Transient, hint: None }
            }
        };
        self.connection = None;
        self.failure = Some(failure);
        Ok(())
    }

    /// Asks for the reply, again if need be, until a connection brings it.
    async fn connect(&mut self, epoch: u64) -> Result<(), Error> {
        let engine = Arc::clone(&self.engine);
        let mut paid: Option<Charge<'_>> = None;
        loop {
            if let Some(failure) = self.failure.take() {
                if let Some(charge) = paid.take() {
                    charge.spend();
                }
                paid = Some(wait(&engine, self.spec, failure, self.until, &mut self.trail).await?);
            }
            let opening = Opening {
                spec: self.spec,
                prepared: &self.prepared,
                epoch,
                until: self.until,
                key: Some(&self.key),
                last_event_id: None,
            };
            match engine.open(&opening, &mut self.trail).await {
                Ok(Opened { media_type, pieces }) if media_type.starts_with("text/event-stream") => {
                    self.paid = paid.map(Charge::spend).unwrap_or_default();
                    self.connection = Some(pieces);
                    self.frames = Frames::default();
                    self.said.begin();
                    return Ok(());
                }
                Ok(_) => return Err(Error::new(ErrorKind::Decode, "the answer is no stream of events")),
                Err(failure) => self.failure = Some(failure),
            }
        }
    }
}

/// Waits before the next attempt, if it is worth one, and pays for it.
async fn wait<'e>(
    engine: &'e Engine,
    spec: &Spec,
    failure: Unopened,
    until: Millis,
    trail: &mut Trail,
) -> Result<Charge<'e>, Error> {
    let attempt = Attempt {
        retry: spec.retry,
        retries: trail.delays.len() as u32,
        // A refused token was renewed where the stream was opened.
        refreshed: true,
        hint: failure.hint,
        left: until.saturating_sub(engine.platform.now()),
        chance: engine.platform.fraction(),
    };
    match judge(&engine.settings.retry, failure.outcome, &attempt) {
        Verdict::Wait(delay) => {
            let throttled = failure.outcome == Outcome::Throttled;
            let charge = engine.budget.charge(if throttled { THROTTLED_COST } else { TRANSIENT_COST });
            let charge = charge.ok_or(failure.error)?;
            trail.delays.push(Duration::from_millis(delay));
            engine.platform.pause(delay).await;
            Ok(charge)
        }
        Verdict::OutOfTime => Err(failure.error.out_of_time()),
        Verdict::Done | Verdict::Fail | Verdict::RefreshThenRetry => Err(failure.error),
    }
}
