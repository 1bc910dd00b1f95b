//! What becomes of a reply on the way: which words are new, what a broken connection costs, when it is over.

use std::sync::Arc;

use super::said::Said;
use crate::{
    engine::{Engine, exchange::Failure},
    error::{Error, ErrorKind, Trail},
    operation::Retry,
    platform::Millis,
    realtime::{
        frame::Frame,
        live::{Heard, Manner, Told},
    },
};

/// The reply so far.
pub(super) struct Reading {
    engine: Arc<Engine>,
    retry: Retry,
    /// One key for the whole life of the reply: every attempt is the same request to the server.
    key: String,
    said: Said,
    /// The wait before the next request.
    delay: Millis,
    /// What the connection cost, if it was a retry. It is known to have failed or not at its end only.
    paid: u32,
}

impl Reading {
    pub(super) fn new(engine: Arc<Engine>, retry: Retry, key: String) -> Self {
        Self { engine, retry, key, said: Said::default(), delay: 0, paid: 0 }
    }
}

impl Manner for Reading {
    fn asks(&self) -> (Option<&str>, Option<&str>) {
        (Some(&self.key), None)
    }

    fn wait(&mut self, _: &Engine, _: &mut Trail) -> Millis {
        self.delay
    }

    fn opened(&mut self, events: bool) -> Result<(), Error> {
        self.said.begin();
        if events { Ok(()) } else { Err(Error::new(ErrorKind::Decode, "the answer is no stream of events")) }
    }

    /// Pays for the next attempt, if it is worth one.
    fn failed(
        &mut self,
        engine: &Engine,
        failure: Failure,
        _: Option<Millis>,
        until: Millis,
        trail: &mut Trail,
    ) -> Result<(), Error> {
        self.paid = 0;
        let (delay, charge) = engine.again(self.retry, failure, until, trail)?;
        self.paid = charge.spend();
        self.delay = delay;
        Ok(())
    }

    fn hear(&mut self, frame: Frame) -> Result<Heard, Error> {
        let new = self.said.hear(frame)?;
        Ok(new.map_or(Heard::Nothing, |text| Heard::Told(Told { text, last: false })))
    }

    fn rest(&mut self, engine: &Engine, trail: &Trail) -> Option<Told> {
        let last = self.said.take_last()?;
        if trail.attempts == 1 {
            engine.budget.reward();
        }
        Some(last)
    }
}

/// The price of a retry that did not fail returns: it succeeded, or whoever waited for it left.
impl Drop for Reading {
    fn drop(&mut self) {
        self.engine.budget.give(self.paid);
    }
}
