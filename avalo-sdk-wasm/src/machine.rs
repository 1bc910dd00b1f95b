//! Clock, timers and randomness of JavaScript, and the work that no call waits for.

use std::{sync::Arc, time::Duration};

use avalo_sdk::platform::{BoxFuture, Clock, Platform, Rng, Sleep, Spawn};

use crate::{abi, tasks, work};

/// The machine that JavaScript runs on.
pub(crate) struct Machine;

impl Machine {
    pub(crate) fn platform() -> Platform {
        let machine = Arc::new(Self);
        Platform { clock: machine.clone(), sleep: machine.clone(), rng: machine.clone(), spawn: machine }
    }
}

/// A length of time that JavaScript counted. Too much is for ever.
pub(crate) fn duration(ms: f64) -> Duration {
    Duration::from_millis(ms as u64)
}

impl Clock for Machine {
    fn monotonic(&self) -> Duration {
        Duration::from_micros((abi::monotonic() * 1000.0) as u64)
    }

    fn unix_ms(&self) -> i64 {
        abi::now() as i64
    }
}

impl Sleep for Machine {
    fn sleep(&self, duration: Duration) -> BoxFuture<()> {
        let ms = duration.as_secs_f64() * 1000.0;
        let work = work::begin(|work| abi::sleep(work, ms));
        Box::pin(async move { drop(work.await) })
    }
}

impl Spawn for Machine {
    fn spawn(&self, work: BoxFuture<()>) {
        tasks::spawn(work);
    }
}

impl Rng for Machine {
    fn next_u64(&self) -> u64 {
        u64::from(abi::random()) << 32 | u64::from(abi::random())
    }
}
