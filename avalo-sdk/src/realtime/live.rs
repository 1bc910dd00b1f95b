//! What comes by itself for one session, until it is over.

use std::{pin::pin, sync::Arc};

use crate::{
    engine::{Engine, deadline::Deadline},
    error::{Error, Trail},
    platform::{BoxWork, MaybeSend, Millis},
};

/// Something that came, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) text: String,
    /// Whether nothing comes after it.
    pub(super) last: bool,
}

/// Where it comes from, over as many connections as it takes. Dropping it closes the connection.
pub(super) trait Source: MaybeSend {
    /// What comes next for the session of this epoch.
    fn next(&mut self, epoch: u64) -> BoxWork<'_, Result<Told, Error>>;

    /// What was tried so far.
    fn trail(&mut self) -> Trail;
}

/// What is told to one user never reaches another: it ends with the session that it began in.
pub(super) struct Live {
    engine: Arc<Engine>,
    /// Nothing once it is over.
    source: Option<Box<dyn Source>>,
    /// The session: the one that holds when something is first asked for.
    epoch: Option<u64>,
    deadline: Deadline,
}

impl Live {
    /// What comes from this source within so much time.
    pub(super) fn new(engine: Arc<Engine>, source: Box<dyn Source>, time: Millis) -> Self {
        let deadline = Deadline::new(&engine.platform, time);
        Self { engine, source: Some(source), epoch: None, deadline }
    }

    /// What comes next; nothing after the last or an error.
    pub(super) async fn next(&mut self) -> Option<Result<Told, Error>> {
        let mut source = self.source.take()?;
        let told = self.told(&mut *source).await;
        match told {
            Ok(told) => {
                if !told.last {
                    self.source = Some(source);
                }
                Some(Ok(told))
            }
            Err(error) => Some(Err(error.with_trail(source.trail()))),
        }
    }

    async fn told(&mut self, source: &mut dyn Source) -> Result<Told, Error> {
        let engine = Arc::clone(&self.engine);
        let epoch = match self.epoch {
            Some(epoch) => epoch,
            None => {
                self.deadline.race(pin!(engine.settle())).await??;
                *self.epoch.insert(engine.session.epoch())
            }
        };
        let next = engine.session.while_it_lasts(epoch, source.next(epoch));
        self.deadline.race(pin!(next)).await??
    }
}
