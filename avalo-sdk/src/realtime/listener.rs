//! Listening to events over one connection after another.

use std::{mem, sync::Arc};

use super::{
    frame::Frame,
    live::{Heard, Live, Manner, Told},
};
use crate::{
    engine::{
        Engine,
        exchange::Failure,
        json::Fields,
        text::{parts, whole},
    },
    error::{Error, ErrorKind, Trail},
    operation::Spec,
    platform::{Millis, SECOND},
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place<'a> {
    epoch: &'a str,
    number: u64,
}

impl<'a> Place<'a> {
    fn parse(id: &'a str) -> Option<Self> {
        let number = parts(id, b'-').last()?;
        Some(Self { epoch: id.strip_suffix(number)?, number: whole(number)? })
    }

    /// Whether an event at this place was given out before one at `last`.
    fn is_seen(self, last: Option<Self>) -> bool {
        last.is_some_and(|last| last.epoch == self.epoch && self.number <= last.number)
    }

    /// Whether events between `last` and this place did not come.
    fn leaves_out(self, last: Option<Self>) -> bool {
        last.is_some_and(|last| last.epoch == self.epoch && self.number > last.number + 1)
    }
}

/// The wait before connection attempt number `failures`, counted from 1: anything from nothing to
/// 1, 2, 4 .. 30 s, so that a thousand clients of a restarted server spread over the second.
fn reconnect_delay(failures: u32, chance: f64) -> Millis {
    let whole = (SECOND << failures.saturating_sub(1).min(5)).min(RECONNECT_CAP);
    (whole as f64 * chance) as Millis
}

/// The events of a stream as they were written, for as long as the session lasts.
pub(super) fn listen(engine: Arc<Engine>, spec: &'static Spec) -> Result<Live, Error> {
    Live::new(engine, spec, "", Box::new(Listener::default()), Millis::MAX)
}

/// One who listens to the events of a stream.
#[derive(Default)]
struct Listener {
    /// The id of the last event.
    last: Option<String>,
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

impl Manner for Listener {
    fn asks(&self) -> (Option<&str>, Option<&str>) {
        (None, self.last.as_deref())
    }

    fn wait(&mut self, engine: &Engine, trail: &mut Trail) -> Millis {
        *trail = Trail::default();
        if self.failures == 0 {
            return 0;
        }
        reconnect_delay(self.failures, engine.platform.fraction())
            .max(mem::take(&mut self.hint).min(HINT_CAP))
    }

    fn opened(&mut self, _: bool) -> Result<(), Error> {
        Ok(())
    }

    fn failed(
        &mut self,
        _: &Engine,
        failure: Failure,
        lived: Option<Millis>,
        _: Millis,
        _: &mut Trail,
    ) -> Result<(), Error> {
        if lived.is_none() && !is_passing(failure.error.kind()) {
            return Err(failure.error);
        }
        self.failures = if lived >= Some(STABLE) { 1 } else { self.failures.saturating_add(1) };
        self.hint = failure.error.hint().unwrap_or_default();
        Ok(())
    }

    fn hear(&mut self, frame: Frame) -> Result<Heard, Error> {
        Ok(self.open(frame))
    }

    fn rest(&mut self, _: &Engine, _: &Trail) -> Option<Told> {
        None
    }
}

impl Listener {
    /// The event of a frame, unless it was given out before or is none. A frame without data says
    /// where the stream stands, so that even what is missed before the first event is not lost.
    ///
    /// Where events are missing before it, all from there on are asked for again; when they are missing
    /// still, the history has a hole and is taken as it is.
    fn open(&mut self, frame: Frame) -> Heard {
        let kind = kind(&frame.data);
        if let Some(id) = frame.id
            && let Some(place) = Place::parse(&id)
        {
            let last = self.last.as_deref().and_then(Place::parse);
            if place.is_seen(last) {
                return Heard::Nothing;
            }
            if kind.as_deref() != Some(RESYNC) && place.leaves_out(last) && self.holes < HOLE_TRIES {
                self.holes += 1;
                return Heard::Gap;
            }
            self.holes = 0;
            self.last = Some(id);
        }
        if kind.is_none() {
            return Heard::Nothing;
        }
        // A connection that brought something was a good one.
        self.failures = 0;
        Heard::Told(Told { text: frame.data, last: false })
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
        let place = |id| Place::parse(id).expect("a place");
        let last = place("a-b-7");
        assert!(place("a-b-7").is_seen(Some(last)) && place("a-b-1").is_seen(Some(last)));
        assert!(!place("a-b-8").is_seen(Some(last)) && !place("c-1").is_seen(Some(last)));
        assert!(!place("a-b-1").is_seen(None));
        assert!(place("a-b-9").leaves_out(Some(last)) && !place("a-b-8").leaves_out(Some(last)));
        assert!(!place("c-9").leaves_out(Some(last)) && !place("a-b-9").leaves_out(None));
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
