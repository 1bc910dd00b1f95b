//! The machine under tokio. A paused tokio clock pauses the engine with it.

use std::{
    sync::Arc,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use tokio::time::Instant;

use super::{BoxFuture, Clock, Platform, Rng, Sleep};

struct Native {
    start: Instant,
}

impl Platform {
    /// The machine under tokio.
    pub fn native() -> Self {
        let native = Arc::new(Native { start: Instant::now() });
        Self { clock: native.clone(), sleep: native.clone(), rng: native }
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

impl Rng for Native {
    fn next_u64(&self) -> u64 {
        // The kernel refuses randomness only before its first seconds; a hash of fresh per-thread
        // keys is still unpredictable enough for a key that nobody may collide with.
        getrandom::u64().unwrap_or_else(|_| {
            use std::hash::{BuildHasher, RandomState};
            RandomState::new().hash_one(self.start.elapsed())
        })
    }
}
