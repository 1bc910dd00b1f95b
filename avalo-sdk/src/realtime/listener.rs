//! Listening over one connection after another, to events as they were written.

use std::{collections::VecDeque, pin::pin, sync::Arc, time::Duration};

use futures_util::StreamExt;

use super::frame::{Frame, Frames};
use crate::{
    engine::{Engine, deadline::Deadline, json::Fields, request, stream::Opening},
    error::{Error, ErrorKind, Trail},
    operation::Spec,
    platform::{BoxStream, Bytes, Millis, SECOND},
    transport::TransportError,
};

/// A connection that says nothing for so long is dead; the server says something every 25 s.
const SILENCE_LIMIT: Millis = 60 * SECOND;

/// The longest wait before a connection is tried again.
const RECONNECT_CAP: Duration = Duration::from_secs(30);

/// The longest wait that a server may ask for.
const HINT_CAP: Duration = Duration::from_secs(90);

/// A connection that lived so long was a good one: the next wait starts small again.
const STABLE: Millis = 30 * SECOND;

/// How often events that are missing are asked for before they are given up.
const HOLE_TRIES: u32 = 3;

/// The kind of event that says that events were missed.
const RESYNC: &str = "resync";

/// Where an event stands: the history it belongs to and its number there.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Place {
    epoch: String,
    number: u64,
}

impl Place {
    fn parse(id: &str) -> Option<Self> {
        let (epoch, number) = id.rsplit_once('-')?;
        Some(Self { epoch: epoch.to_owned(), number: number.parse().ok()? })
    }

    /// Whether an event at this place was given out before one at `last`.
    fn is_seen(&self, last: Option<&Self>) -> bool {
        last.is_some_and(|last| last.epoch == self.epoch && self.number <= last.number)
    }

    /// Whether events between `last` and this place did not come.
    fn leaves_out(&self, last: Option<&Self>) -> bool {
        last.is_some_and(|last| last.epoch == self.epoch && self.number > last.number + 1)
    }
}

/// The wait before connection attempt number `failures`, counted from 1: anything from nothing to
/// 1, 2, 4 .. 30 s, so that a thousand clients of a restarted server spread over the second.
fn reconnect_delay(failures: u32, chance: f64) -> Duration {
    let whole = Duration::from_secs(1 << failures.saturating_sub(1).min(5)).min(RECONNECT_CAP);
    whole.mul_f64(chance)
}

/// One who listens to the events of a session.
pub(super) struct Listener {
    engine: Arc<Engine>,
    spec: &'static Spec,
    /// The session it listens for. What belongs to one user never reaches another.
    epoch: Option<u64>,
    connection: Option<BoxStream<Result<Bytes, TransportError>>>,
    since: Millis,
    frames: Frames,
    ready: VecDeque<Frame>,
    last: Option<(String, Place)>,
    /// How often in a row events were missing after `last`.
    holes: u32,
    failures: u32,
    /// The wait that the server asked for.
    hint: Duration,
    over: bool,
}

/// An event as it was written.
pub(super) struct Told {
    pub(super) text: String,
    /// Whether it says that events were missed which the server no longer has.
    pub(super) resync: bool,
}

impl Told {
    /// The event in the data of a frame, if there is one.
    pub(super) fn read(text: String) -> Option<Self> {
        let resync = Fields::read(&text)?.text("kind")? == RESYNC;
        Some(Self { text, resync })
    }
}

impl Listener {
    pub(super) fn new(engine: Arc<Engine>, spec: &'static Spec) -> Self {
        Self {
            engine,
            spec,
            epoch: None,
            connection: None,
            since: 0,
            frames: Frames::default(),
            ready: VecDeque::new(),
            last: None,
            holes: 0,
            failures: 0,
            hint: Duration::ZERO,
            over: false,
        }
    }

    /// The next event, over as many connections as it takes; nothing after an error.
    pub(super) async fn next(&mut self) -> Option<Result<Told, Error>> {
        if self.over {
            return None;
        }
        let engine = Arc::clone(&self.engine);
        let event = match self.begin(&engine).await {
            Ok(epoch) => {
                engine.session.while_it_lasts(epoch, self.event(epoch)).await.and_then(|event| event)
            }
            Err(error) => Err(error),
        };
        if event.is_err() {
            self.over = true;
            self.connection = None;
        }
        Some(event)
    }

    /// The session to listen for: the one that holds when it is first asked for something.
    async fn begin(&mut self, engine: &Engine) -> Result<u64, Error> {
        if let Some(epoch) = self.epoch {
            return Ok(epoch);
        }
        engine.settle().await?;
        Ok(*self.epoch.insert(engine.session.epoch()))
    }

    async fn event(&mut self, epoch: u64) -> Result<Told, Error> {
        loop {
            while let Some(frame) = self.ready.pop_front() {
                if let Some(event) = self.open(frame) {
                    // A connection that brought something was a good one.
                    self.failures = 0;
                    return Ok(event);
                }
            }
            if self.connection.is_none() {
                self.connect(epoch).await?;
            }
            self.receive().await;
        }
    }

    /// The event of a frame, unless it was given out before or is none. A frame without data says
    /// where the stream stands, so that even what is missed before the first event is not lost.
    ///
    /// Where events are missing before it, all from there on are asked for again; when they are missing
    /// still, the history has a hole and is taken as it is.
    fn open(&mut self, frame: Frame) -> Option<Told> {
        let event = Told::read(frame.data);
        if let Some(id) = frame.id
            && let Some(place) = Place::parse(&id)
        {
            let last = self.last.as_ref().map(|(_, place)| place);
            if place.is_seen(last) {
                return None;
            }
            let resync = event.as_ref().is_some_and(|event| event.resync);
            if !resync && place.leaves_out(last) && self.holes < HOLE_TRIES {
                self.holes += 1;
                self.ready.clear();
                self.connection = None;
                return None;
            }
            self.holes = 0;
            self.last = Some((id, place));
        }
        event
    }

    /// Opens a connection, however often it takes.
    async fn connect(&mut self, epoch: u64) -> Result<(), Error> {
        let prepared = request::prepare(self.spec, "")?;
        loop {
            if self.failures > 0 {
                let own = reconnect_delay(self.failures, self.engine.platform.fraction());
                let delay = own.max(std::mem::take(&mut self.hint).min(HINT_CAP));
                self.engine.platform.sleep.sleep(delay).await;
            }
            let opening = Opening {
                spec: self.spec,
                prepared: &prepared,
                epoch,
                until: Millis::MAX,
                key: None,
                last_event_id: self.last.as_ref().map(|(id, _)| id.as_str()),
            };
            match self.engine.open(&opening, &mut Trail::default()).await.map_err(|unopened| unopened.error) {
                Ok(opened) => {
                    self.connection = Some(opened.pieces);
                    self.since = self.engine.platform.now();
                    self.frames = Frames::default();
                    return Ok(());
                }
                Err(error) if is_passing(error.kind()) => {
                    self.failures = self.failures.saturating_add(1);
                    self.hint = error.retry_after().unwrap_or_default();
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// Takes in what comes next; on silence or an end the connection is given up.
    async fn receive(&mut self) {
        let Some(connection) = &mut self.connection else { return };
        let platform = Arc::clone(&self.engine.platform);
        let piece = Deadline::new(&platform, SILENCE_LIMIT).race(pin!(connection.next())).await;
        let frames = match piece {
            Ok(Some(Ok(bytes))) => self.frames.push((*bytes).as_ref()).ok(),
            _ => None,
        };
        match frames {
            Some(frames) => self.ready.extend(frames),
            None => {
                self.connection = None;
                let lived = platform.now().saturating_sub(self.since);
                self.failures = if lived >= STABLE { 1 } else { self.failures.saturating_add(1) };
            }
        }
    }
}

fn is_passing(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::Network | ErrorKind::Server | ErrorKind::RateLimited | ErrorKind::Timeout)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_given_out_once_and_another_history_starts_anew() {
        let place = |id: &str| Place::parse(id).expect("a place");
        let last = place("a-b-7");
        assert!(place("a-b-7").is_seen(Some(&last)) && place("a-b-1").is_seen(Some(&last)));
        assert!(!place("a-b-8").is_seen(Some(&last)) && !place("c-1").is_seen(Some(&last)));
        assert!(!place("a-b-1").is_seen(None));
        assert!(place("a-b-9").leaves_out(Some(&last)) && !place("a-b-8").leaves_out(Some(&last)));
        assert!(!place("c-9").leaves_out(Some(&last)) && !place("a-b-9").leaves_out(None));
        assert_eq!(Place::parse("nonsense"), None);
    }

    #[test]
    fn reconnects_spread_and_never_wait_longer_than_the_cap() {
        for failures in [1, 2, 3, 10, 100, u32::MAX] {
            assert!(reconnect_delay(failures, 0.999) <= RECONNECT_CAP);
            assert_eq!(reconnect_delay(failures, 0.0), Duration::ZERO);
        }
        assert_eq!(reconnect_delay(1, 0.5), Duration::from_millis(500));
        assert_eq!(reconnect_delay(6, 0.5), Duration::from_secs(15));
    }
}
