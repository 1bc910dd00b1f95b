//! Equal reads that are under way at the same time travel once.

use std::sync::{Arc, Mutex, MutexGuard};

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
    by_key: Table<Listed>,
    next: u64,
    writes: u64,
}

/// A flight in sight.
struct Listed {
    number: u64,
    /// How many writes there had been when it began.
    writes: u64,
    sighting: Sighting,
}

impl Coalesce {
    /// The flight under `key`, or room to start one.
    pub(crate) fn join(&self, key: &Arc<str>) -> Result<Flight, Room<'_>> {
        let mut flights = self.flights.hold();
        let Flights { by_key, writes, .. } = &mut *flights;
        // A flight that has landed is past, and one that began before a write may not know of it: their
        // answers may be older than this call.
        let newest = by_key.get_mut(key).filter(|listed| listed.writes == *writes);
        if let Some(flight) = newest.and_then(|listed| listed.sighting.join())
            && !flight.has_landed()
        {
            return Ok(flight);
        }
        flights.next += 1;
        let landing = Landing { list: Arc::clone(&self.flights), key: Arc::clone(key), number: flights.next };
        Err(Room { flights, landing })
    }

    /// Says that a write begins or ends: what is read from here on is not joined to what was read before.
    pub(crate) fn count_write(&self) {
        self.flights.hold().writes += 1;
    }

    /// How often a write began or ended.
    pub(crate) fn writes(&self) -> u64 {
        self.flights.hold().writes
    }
}

/// Room for one flight; nobody else finds any before that is listed.
pub(crate) struct Room<'a> {
    flights: MutexGuard<'a, Flights>,
    landing: Landing,
}

impl Room<'_> {
    /// Lists the flight that `start` makes from work that holds its landing until it is done.
    pub(crate) fn start(self, start: impl FnOnce(Landing) -> BoxFuture<Result<Answer, Error>>) -> Flight {
        let Self { mut flights, landing } = self;
        let (key, number, writes) = (Arc::clone(&landing.key), landing.number, flights.writes);
        let flight = Flight::new(start(landing));
        let listed = Listed { number, writes, sighting: flight.sight() };
        flights.by_key.insert(key, Box::new(listed));
        flight
    }
}

/// Takes a flight off the list when it has landed or was given up.
///
/// It compares numbers and never touches the flight itself: holding one here, were it the last to
/// hold it, would drop that flight's own landing under the same lock.
pub(crate) struct Landing {
    list: Arc<Mutex<Flights>>,
    key: Arc<str>,
    number: u64,
}

impl Drop for Landing {
    fn drop(&mut self) {
        let mut flights = self.list.hold();
        if flights.by_key.get_mut(&self.key).is_some_and(|listed| listed.number == self.number) {
            flights.by_key.remove(&self.key);
        }
    }
}
