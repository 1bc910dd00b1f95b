//! Clock, timers and randomness of JavaScript, and the work that no call waits for.

use std::{
    rc::{Rc, Weak},
    sync::Arc,
    time::Duration,
};

use avalo_sdk::platform::{BoxFuture, Clock, Platform, Rng, Sleep, Spawn};

use crate::{tasks::Tasks, work::Bench};

/// The tasks hold the engine, and the engine holds this: one of the two must be weak.
struct Machine(Rc<Bench>, Weak<Tasks>);

/// The engine's machine.
pub(crate) fn platform(bench: &Rc<Bench>, tasks: &Rc<Tasks>) -> Platform {
    let machine = Arc::new(Machine(Rc::clone(bench), Rc::downgrade(tasks)));
    Platform { clock: machine.clone(), sleep: machine.clone(), rng: machine.clone(), spawn: machine }
}

/// A length of time that JavaScript counted. Less than nothing is nothing, too much is for ever.
pub(crate) fn duration(ms: f64) -> Duration {
    Duration::from_millis(ms as u64)
}

impl Clock for Machine {
    fn monotonic(&self) -> Duration {
        Duration::from_micros((self.0.host.monotonic() * 1000.0) as u64)
    }

    fn unix_ms(&self) -> i64 {
        self.0.host.now() as i64
    }
}

impl Sleep for Machine {
    fn sleep(&self, duration: Duration) -> BoxFuture<()> {
        let ms = duration.as_secs_f64() * 1000.0;
        let work = self.0.begin(|host, work| host.sleep(work, ms));
        Box::pin(async move {
            // A timer is never refused.
            let _ = work.await;
        })
    }
}

impl Spawn for Machine {
    fn spawn(&self, work: BoxFuture<()>) {
        if let Some(tasks) = self.1.upgrade() {
            tasks.spawn(work);
        }
    }
}

impl Rng for Machine {
    fn next_u64(&self) -> u64 {
        u64::from(self.0.host.random()) << 32 | u64::from(self.0.host.random())
    }
}
