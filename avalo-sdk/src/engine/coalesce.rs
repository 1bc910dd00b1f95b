//! Equal reads that are under way at the same time travel once.

use std::sync::{Arc, Mutex};

use super::{
    Answer,
    flight::{Flight, Sighting},
    lock::Lock,
    table::Table,
};
use crate::{error::Error, platform::BoxFuture};

/// The reads that are under way, by key.
///
/// A flight belongs to those who wait for it; here it is only in sight.
#[derive(Clone, Default)]
pub(crate) struct Coalesce {
    flights: Arc<Mutex<Flights>>,
}

#[derive(Default)]
struct Flights {
    by_key: Table<(u64, Sighting)>,
    next: u64,
}

impl Coalesce {
    /// The flight under `key`, and whether it was under way before; `start` makes it if there is none,
    /// from work that holds its landing until it is done.
    pub(crate) fn join(
        &self,
        key: &Arc<str>,
        start: impl FnOnce(Landing) -> BoxFuture<Result<Answer, Error>>,
    ) -> (Flight, bool) {
        let mut flights = self.flights.hold();
        let Flights { by_key, next } = &mut *flights;
        if let Some(flight) = by_key.get_mut(key).and_then(|(_, sighting)| sighting.join())
            // A flight that has landed is past: its answer may be older than this call.
            && !flight.has_landed()
        {
            return (flight, true);
        }
        let number = *next;
        *next += 1;
        let landing = Landing { flights: Arc::clone(&self.flights), key: Arc::clone(key), number };
        let flight = Flight::new(start(landing));
        by_key.insert(Arc::clone(key), (number, flight.sight()));
        (flight, false)
    }
}

/// Takes a flight off the list when it has landed or was given up.
///
/// It compares numbers and never touches the flight itself: holding one here, were it the last to
/// hold it, would drop that flight's own landing under the same lock.
pub(crate) struct Landing {
    flights: Arc<Mutex<Flights>>,
    key: Arc<str>,
    number: u64,
}

impl Drop for Landing {
    fn drop(&mut self) {
        let mut flights = self.flights.hold();
        if flights.by_key.get_mut(&self.key).is_some_and(|(number, _)| *number == self.number) {
            flights.by_key.remove(&self.key);
        }
    }
}
