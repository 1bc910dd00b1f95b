//! Listening to events over one connection after another.

use std::{mem, sync::Arc};

use super::{
    frame::Frame,
    live::{Source, Told},
    wire::Wire,
};
use crate::{
    engine::{Engine, json::Fields, request, stream::Opening, text::whole},
    error::{Error, ErrorKind, Trail},
    operation::Spec,
    platform::{BoxWork, Millis, SECOND},
};

/// The longest wait before a connection is tried again.
const RECONNECT_CAP: Millis = 30 * SECOND;

/// The longest wait that a server may ask for.
const HINT_CAP: Millis = 90 * SECOND;

/// A connection that lived so long was a good one: the next wait starts small again.
const STABLE: Millis = 30 * SECOND;

/// How often events that are missing are asked for before they are given up.
const HOLE_TRIES: u32 = 3;

/// The kind of event that says that events were missed.
pub(super) const RESYNC: &str = "resync";

/// Where an event stands: the history it belongs to and its number there.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Place {
    epoch: String,
    number: u64,
}

impl Place {
    fn parse(id: &str) -> Option<Self> {
        let at = id.bytes().rposition(|byte| byte == b'-')?;
        Some(Self { epoch: id.get(..at)?.to_owned(), number: whole(id.get(at + 1..)?)? })
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
fn reconnect_delay(failures: u32, chance: f64) -> Millis {
    let whole = (SECOND << failures.saturating_sub(1).min(5)).min(RECONNECT_CAP);
    (whole as f64 * chance) as Millis
}

/// One who listens to the events of a stream.
pub(super) struct Listener {
    engine: Arc<Engine>,
    spec: &'static Spec,
    wire: Wire,
    since: Millis,
    last: Option<(String, Place)>,
    /// How often in a row events were missing after `last`.
    holes: u32,
    failures: u32,
    /// The wait that the server asked for.
    hint: Millis,
}

/// The kind of the event that a text is, if it is one.
pub(super) fn kind(text: &str) -> Option<String> {
    Fields::read(text)?.text("kind")
}

impl Source for Listener {
    fn next(&mut self, epoch: u64) -> BoxWork<'_, Result<Told, Error>> {
        Box::pin(self.event(epoch))
    }

    fn trail(&mut self) -> Trail {
        Trail::default()
    }
}

impl Listener {
    pub(super) fn new(engine: Arc<Engine>, spec: &'static Spec) -> Self {
        Self { engine, spec, wire: Wire::default(), since: 0, last: None, holes: 0, failures: 0, hint: 0 }
    }

    async fn event(&mut self, epoch: u64) -> Result<Told, Error> {
        loop {
            if !self.wire.is_open() {
                self.connect(epoch).await?;
            }
            match self.wire.frame(&self.engine).await {
                Ok(frame) => {
                    if let Some(text) = self.open(frame) {
                        // A connection that brought something was a good one.
                        self.failures = 0;
                        return Ok(Told { text, last: false });
                    }
                }
                Err(_) => {
                    self.wire.close();
                    let lived = self.engine.platform.now().saturating_sub(self.since);
                    self.failures = if lived >= STABLE { 1 } else { self.failures.saturating_add(1) };
                }
            }
        }
    }

    /// The event of a frame, unless it was given out before or is none. A frame without data says
    /// where the stream stands, so that even what is missed before the first event is not lost.
    ///
    /// Where events are missing before it, all from there on are asked for again; when they are missing
    /// still, the history has a hole and is taken as it is.
    fn open(&mut self, frame: Frame) -> Option<String> {
        let kind = kind(&frame.data);
        if let Some(id) = frame.id
            && let Some(place) = Place::parse(&id)
        {
            let last = self.last.as_ref().map(|(_, place)| place);
            if place.is_seen(last) {
                return None;
            }
            if kind.as_deref() != Some(RESYNC) && place.leaves_out(last) && self.holes < HOLE_TRIES {
                self.holes += 1;
                self.wire.close();
                return None;
            }
            self.holes = 0;
            self.last = Some((id, place));
        }
        kind.map(|_| frame.data)
    }

    /// Opens a connection, however often it takes.
    async fn connect(&mut self, epoch: u64) -> Result<(), Error> {
        let prepared = request::prepare(self.spec, "")?;
        loop {
            if self.failures > 0 {
                let own = reconnect_delay(self.failures, self.engine.platform.fraction());
                self.engine.platform.pause(own.max(mem::take(&mut self.hint).min(HINT_CAP))).await;
            }
            let opening = Opening {
                spec: self.spec,
                prepared: &prepared,
                epoch,
                until: Millis::MAX,
                key: None,
                last_event_id: self.last.as_ref().map(|(id, _)| id.as_str()),
            };
            match self.wire.open(&self.engine, &opening, &mut Trail::default()).await {
                Ok(_) => {
                    self.since = self.engine.platform.now();
                    return Ok(());
                }
                Err(unopened) if is_passing(unopened.error.kind()) => {
                    self.failures = self.failures.saturating_add(1);
                    self.hint = unopened.error.hint().unwrap_or_default();
                }
                Err(unopened) => return Err(unopened.error),
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
            assert_eq!(reconnect_delay(failures, 0.0), 0);
        }
        assert_eq!(reconnect_delay(1, 0.5), SECOND / 2);
        assert_eq!(reconnect_delay(6, 0.5), 15 * SECOND);
    }
}
