//! Clock, timers and randomness of JavaScript.

use std::{sync::Arc, time::Duration};

use avalo_sdk::platform::{BoxFuture, Clock, Platform, Rng, Sleep};

use crate::{host::Host, pending::Pending};

struct Machine(Host);

/// The engine's machine.
pub(crate) fn platform(host: &Host) -> Platform {
    let machine = Arc::new(Machine(host.clone()));
    Platform { clock: machine.clone(), sleep: machine.clone(), rng: machine }
}

/// A length of time that JavaScript counted.
pub(crate) fn duration(ms: f64) -> Duration {
    // Too little is nothing, too much is for ever: `as` saturates.
    Duration::from_millis(ms as u64)
}

/// A length of time as JavaScript counts it.
pub(crate) fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

impl Clock for Machine {
    fn monotonic(&self) -> Duration {
        duration(self.0.monotonic())
    }

    fn unix_ms(&self) -> i64 {
        self.0.now() as i64
    }
}

impl Sleep for Machine {
    fn sleep(&self, duration: Duration) -> BoxFuture<()> {
        let pending = Pending::from(self.0.sleep(milliseconds(duration)));
        Box::pin(async move {
            // A timer is never refused.
            let _ = pending.await;
        })
    }
}

impl Rng for Machine {
    fn next_u64(&self) -> u64 {
        u64::from(self.0.random()) << 32 | u64::from(self.0.random())
    }
}
