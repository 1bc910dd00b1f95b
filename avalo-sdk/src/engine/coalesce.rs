//! Equal reads that are under way at the same time travel once.

use std::sync::{Arc, Mutex};

use futures_util::future::{FutureExt, Shared, WeakShared};

use super::{Answer, lock::Lock, table::Table};
use crate::{error::Error, platform::BoxFuture};

type Flight = BoxFuture<Result<Answer, Error>>;

/// The reads that are under way, by key.
///
/// Only weak references are kept here: a flight belongs to those who wait for it. One who leaves
/// disturbs nobody; when the last one leaves, the request is dropped with the flight.
#[derive(Clone, Default)]
pub(crate) struct Coalesce {
    flights: Arc<Mutex<Flights>>,
}

#[derive(Default)]
struct Flights {
    by_key: Table<(u64, WeakShared<Flight>)>,
    next: u64,
}

impl Coalesce {
    /// The flight under `key`, and whether it was under way before; `start` makes it if there is none.
    pub(crate) fn join(&self, key: &Arc<str>, start: impl FnOnce() -> Flight) -> (Shared<Flight>, bool) {
        let mut flights = self.flights.hold();
        let Flights { by_key, next } = &mut *flights;
        if let Some(flight) = by_key.get_mut(key).and_then(|(_, flight)| flight.upgrade())
            // A flight that has landed is past: its answer may be older than this call.
            && flight.peek().is_none()
        {
            return (flight, true);
        }
        let number = *next;
        *next += 1;
        let landing = Landing { flights: Arc::clone(&self.flights), key: Arc::clone(key), number };
        let inner = start();
        let flight: Flight = Box::pin(async move {
            let _landing = landing;
            inner.await
        });
        let flight = flight.shared();
        if let Some(weak) = flight.downgrade() {
            by_key.insert(Arc::clone(key), (number, weak));
        }
        (flight, false)
    }
}

/// Takes a flight off the list when it has landed or was given up.
///
/// It compares numbers and never touches the flight itself: holding one here, were it the last to
/// hold it, would drop that flight's own landing under the same lock.
struct Landing {
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
