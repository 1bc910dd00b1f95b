//! Reading a reply over one connection after another.

use std::{mem, sync::Arc, time::Duration};

use super::said::Said;
use crate::{
    engine::{
        Engine,
        budget::{Charge, THROTTLED_COST, TRANSIENT_COST},
        request::Prepared,
        retry::{Attempt, Outcome, Verdict, judge},
        scope,
        stream::{Opening, Unopened},
        write::Write,
    },
    error::{Error, ErrorKind, Trail},
    operation::Spec,
    platform::{BoxWork, Millis},
    realtime::{
        live::{Source, Told},
        wire::Wire,
    },
};

/// The reply so far.
pub(super) struct Reading {
    engine: Arc<Engine>,
    spec: &'static Spec,
    prepared: Prepared,
    /// One key for the whole life of the reply: every attempt is the same request to the server.
    key: String,
    until: Millis,
    wire: Wire,
    said: Said,
    /// Why the connection before is no more.
    failure: Option<Unopened>,
    /// What the connection cost, if it was a retry. It is known to have failed or not at its end only.
    paid: u32,
    trail: Trail,
    /// From the first request on.
    write: Option<Write<Arc<Engine>>>,
}

impl Source for Reading {
    fn next(&mut self, epoch: u64) -> BoxWork<'_, Result<Told, Error>> {
        Box::pin(self.part(epoch))
    }

    fn trail(&mut self) -> Trail {
        mem::take(&mut self.trail)
    }
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
            wire: Wire::default(),
            said: Said::default(),
            failure: None,
            paid: 0,
            trail: Trail::default(),
            write: None,
        }
    }

    /// The next part, over as many connections as it takes.
    async fn part(&mut self, epoch: u64) -> Result<Told, Error> {
        if self.write.is_none() {
            self.write = Some(Write::begin(Arc::clone(&self.engine), scope(epoch, self.spec)));
        }
        loop {
            if let Some(told) = self.said.take_last() {
                self.settle();
                return Ok(told);
            }
            if !self.wire.is_open() {
                self.connect(epoch).await?;
            }
            match self.wire.frame(&self.engine).await {
                Ok(frame) => {
                    if let Some(text) = self.said.hear(frame)? {
                        return Ok(Told { text, last: false });
                    }
                }
                Err(failure) => {
                    self.wire.close();
                    self.failure = Some(failure);
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
            match self.wire.open(&engine, &opening, &mut self.trail).await {
                Ok(true) => {
                    self.paid = paid.map(Charge::spend).unwrap_or_default();
                    self.said.begin();
                    return Ok(());
                }
                Ok(false) => return Err(Error::new(ErrorKind::Decode, "the answer is no stream of events")),
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
