//! What comes by itself for one session, over as many connections as it takes, until it is over.

use std::{mem, pin::pin, sync::Arc};

use futures_util::{StreamExt, stream};

use super::{frame::Frame, wire::Wire};
use crate::{
    engine::{
        Engine,
        deadline::Deadline,
        exchange::{Asking, Failure},
        request::{self, Prepared},
        scope,
        write::Write,
    },
    error::{Error, Trail},
    operation::{Method, Spec},
    platform::{BoxStream, MaybeSend, Millis},
};

/// Something that came, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) text: String,
    /// Whether nothing comes after it.
    pub(super) last: bool,
}

/// What a frame came to.
pub(super) enum Heard {
    /// Nothing new.
    Nothing,
    /// The next that is told.
    Told(Told),
    /// That something is missing: the connection is to be opened again.
    Gap,
}

/// What is asked for, what frames mean, and when a connection is tried again. It decides and never waits.
pub(super) trait Manner: MaybeSend {
    /// The idempotency key and the last event's id that the next request carries.
    fn asks(&self) -> (Option<&str>, Option<&str>);

    /// How long to wait before it goes.
    fn wait(&mut self, engine: &Engine, trail: &mut Trail) -> Millis;

    /// Takes note of a connection, and of whether the server says that what comes are events.
    fn opened(&mut self, events: bool) -> Result<(), Error>;

    /// Takes note of a connection that could not be opened, or that lived so long; an error when there is to be
    /// no other.
    fn failed(
        &mut self,
        engine: &Engine,
        failure: Failure,
        lived: Option<Millis>,
        until: Millis,
        trail: &mut Trail,
    ) -> Result<(), Error>;

    /// What a frame says.
    fn hear(&mut self, frame: Frame) -> Result<Heard, Error>;

    /// What is to be told without another frame.
    fn rest(&mut self, engine: &Engine, trail: &Trail) -> Option<Told>;
}

/// What is told to one user never reaches another: it ends with the session that it began in. Dropping it
/// closes the connection.
pub(super) struct Live {
    state: State,
    engine: Arc<Engine>,
    deadline: Deadline,
    over: bool,
}

struct State {
    spec: &'static Spec,
    prepared: Prepared,
    manner: Box<dyn Manner>,
    /// The session: the one that holds when something is first asked for.
    epoch: Option<u64>,
    /// From the first request on, where it writes something.
    write: Option<Write<Arc<Engine>>>,
    wire: Wire,
    trail: Trail,
}

impl Live {
    /// What comes of a request in this manner, within so much time.
    pub(super) fn new(
        engine: Arc<Engine>,
        spec: &'static Spec,
        params: &str,
        manner: Box<dyn Manner>,
        time: Millis,
    ) -> Result<Self, Error> {
        let state = State {
            spec,
            prepared: request::prepare(spec, params)?,
            manner,
            epoch: None,
            write: None,
            wire: Wire::default(),
            trail: Trail::default(),
        };
        let deadline = Deadline::new(&engine.platform, time);
        Ok(Self { state, engine, deadline, over: false })
    }

    /// What comes next; nothing after the last or an error.
    pub(super) async fn next(&mut self) -> Option<Result<Told, Error>> {
        if self.over {
            return None;
        }
        let told = self.told().await;
        if told.as_ref().is_ok_and(|told| !told.last) {
            return Some(told);
        }
        self.over = true;
        self.state.wire.close();
        self.state.write = None;
        Some(told.map_err(|error| error.with_trail(mem::take(&mut self.state.trail))))
    }

    /// Closes the connection; the next that is asked for opens another and goes on from there.
    #[cfg(feature = "uniffi")]
    pub(super) fn hang_up(&mut self) {
        self.state.wire.close();
    }

    async fn told(&mut self) -> Result<Told, Error> {
        let Self { state, engine, deadline, .. } = self;
        let epoch = match state.epoch {
            Some(epoch) => epoch,
            None => {
                deadline.race(pin!(engine.settle())).await??;
                let epoch = engine.session.epoch();
                if state.spec.method != Method::Get {
                    state.write = Some(Write::begin(Arc::clone(engine), scope(epoch, state.spec)));
                }
                *state.epoch.insert(epoch)
            }
        };
        let until = deadline.at();
        let next = engine.session.while_it_lasts(epoch, state.next(engine, epoch, until));
        deadline.race(pin!(next)).await??
    }

    /// All that comes, as a stream that may be asked after its end.
    pub(super) fn stream(live: Result<Self, Error>) -> BoxStream<Result<Told, Error>> {
        match live {
            Ok(live) => {
                let all = stream::unfold(live, |mut live| async move {
                    let told = live.next().await?;
                    Some((told, live))
                });
                Box::pin(all.fuse())
            }
            Err(error) => Box::pin(stream::iter([Err(error)])),
        }
    }
}

impl State {
    async fn next(&mut self, engine: &Arc<Engine>, epoch: u64, until: Millis) -> Result<Told, Error> {
        let Self { spec, prepared, manner, wire, trail, .. } = self;
        loop {
            if let Some(told) = manner.rest(engine, trail) {
                return Ok(told);
            }
            let failure = if wire.is_open() {
                match wire.frame(engine).await {
                    Ok(frame) => {
                        match manner.hear(frame)? {
                            Heard::Told(told) => return Ok(told),
                            Heard::Gap => wire.close(),
                            Heard::Nothing => {}
                        }
                        continue;
                    }
                    Err(failure) => failure,
                }
            } else {
                let wait = manner.wait(engine, trail);
                if wait > 0 {
                    engine.platform.pause(wait).await;
                }
                let (key, last_event_id) = manner.asks();
                let asking = Asking { spec, prepared, epoch, until, key, last_event_id };
                match wire.open(engine, &asking, trail).await {
                    Ok(events) => {
                        manner.opened(events)?;
                        continue;
                    }
                    Err(failure) => failure,
                }
            };
            let lived = wire.close_at(engine.platform.now());
            manner.failed(engine, failure, lived, until, trail)?;
        }
    }
}
