//! Reading a reply to its end, within the time and the session that it belongs to.

use std::{mem, pin::pin, sync::Arc};

use super::reading::Reading;
use crate::{
    engine::{Engine, Options, deadline::Deadline, request, scope, write::Write},
    error::{Error, Trail},
    operation::Spec,
    platform::millis,
};

/// A part of a reply as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::realtime) enum Part {
    /// The next words.
    Delta(String),
    /// The whole, as JSON.
    Whole(String),
}

/// One who reads a reply to its end.
pub(in crate::realtime) struct Reader {
    reading: Reading,
    deadline: Deadline,
    /// The session that it belongs to. What is said to one user never reaches another.
    epoch: Option<u64>,
    write: Option<Write<Arc<Engine>>>,
    over: bool,
}

impl Reader {
    /// A reader of the reply to a request, for which nothing is sent before the first part is asked for.
    pub(in crate::realtime) fn new(
        engine: Arc<Engine>,
        spec: &'static Spec,
        params: &str,
        options: Options,
    ) -> Result<Self, Error> {
        options.check()?;
        let timeout = options.timeout.unwrap_or(engine.settings.timeout);
        let deadline = Deadline::new(&engine.platform, millis(timeout));
        let prepared = request::prepare(spec, params)?;
        let key = options.idempotency_key.unwrap_or_else(|| engine.platform.uuid());
        Ok(Self {
            epoch: None,
            over: false,
            reading: Reading::new(engine, spec, prepared, key, deadline.at()),
            write: None,
            deadline,
        })
    }

    /// The next part; nothing after the whole or an error.
    pub(in crate::realtime) async fn next(&mut self) -> Option<Result<Part, Error>> {
        if self.over {
            return None;
        }
        let part = self.part().await;
        if !matches!(part, Ok(Part::Delta(_))) {
            self.over = true;
            self.reading.close();
            self.write = None;
        }
        Some(part.map_err(|error| error.with_trail(self.trail())))
    }

    /// What was tried so far.
    pub(in crate::realtime) fn trail(&mut self) -> Trail {
        mem::take(&mut self.reading.trail)
    }

    async fn part(&mut self) -> Result<Part, Error> {
        let engine = Arc::clone(&self.reading.engine);
        let epoch = match self.epoch {
            Some(epoch) => epoch,
            None => {
                self.deadline.race(pin!(engine.settle())).await??;
                let epoch = engine.session.epoch();
                self.write = Some(Write::begin(Arc::clone(&engine), scope(epoch, self.reading.spec)));
                *self.epoch.insert(epoch)
            }
        };
        let reading = engine.session.while_it_lasts(epoch, self.reading.part(epoch));
        self.deadline.race(pin!(reading)).await??
    }
}
