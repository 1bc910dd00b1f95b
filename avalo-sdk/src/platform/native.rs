//! The machine under tokio. A paused tokio clock pauses the engine with it.

use std::{
    sync::Arc,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use tokio::{runtime::Handle, time::Instant};

use super::{BoxFuture, Clock, Platform, Rng, Sleep, Spawn};

struct Native {
    start: Instant,
}

impl Platform {
    /// The machine under tokio. Its waits need a runtime, as everything of tokio does.
    pub fn native() -> Self {
        let native = Arc::new(Native { start: Instant::now() });
        Self { clock: native.clone(), sleep: native.clone(), rng: native.clone(), spawn: native }
    }
}

impl Clock for Native {
    fn monotonic(&self) -> Duration {
        self.start.elapsed()
    }

    fn unix_ms(&self) -> i64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        since.as_millis().try_into().unwrap_or(i64::MAX)
    }
}

impl Sleep for Native {
    fn sleep(&self, duration: Duration) -> BoxFuture<()> {
        // Created inside the future: a timer needs the runtime that polls it, not the caller's.
        Box::pin(async move { tokio::time::sleep(duration).await })
    }
}

impl Spawn for Native {
    fn spawn(&self, work: BoxFuture<()>) {
        // Without a runtime nothing is ever sent, so there is nothing to take to an end.
        if let Ok(runtime) = Handle::try_current() {
            runtime.spawn(work);
        }
    }
}

impl Rng for Native {
    fn next_u64(&self) -> u64 {
        // No system that runs this refuses it after its first seconds, and a secret that can be guessed
        // would be worse than none.
        getrandom::u64().expect("the system gives randomness")
    }
}
