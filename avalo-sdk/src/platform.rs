//! What the engine asks of the machine it runs on. The only place that knows of wasm.

#[cfg(feature = "native")]
pub mod native;

use std::{any::Any, fmt, pin::Pin, sync::Arc, time::Duration};

use crate::engine::text::hex;

/// `Send` where there are threads, nothing on wasm, where values of the host cannot move.
#[cfg(not(target_family = "wasm"))]
pub trait MaybeSend: Send {}
#[cfg(not(target_family = "wasm"))]
impl<T: Send + ?Sized> MaybeSend for T {}

/// `Send` where there are threads, nothing on wasm, where values of the host cannot move.
#[cfg(target_family = "wasm")]
pub trait MaybeSend {}
#[cfg(target_family = "wasm")]
impl<T: ?Sized> MaybeSend for T {}

/// `Sync` where there are threads, nothing on wasm.
#[cfg(not(target_family = "wasm"))]
pub trait MaybeSync: Sync {}
#[cfg(not(target_family = "wasm"))]
impl<T: Sync + ?Sized> MaybeSync for T {}

/// `Sync` where there are threads, nothing on wasm.
#[cfg(target_family = "wasm")]
pub trait MaybeSync {}
#[cfg(target_family = "wasm")]
impl<T: ?Sized> MaybeSync for T {}

/// A boxed future that may cross threads where there are threads.
#[cfg(not(target_family = "wasm"))]
pub type BoxFuture<T> = Pin<Box<dyn Future<Output = T> + Send>>;
/// A boxed future that may cross threads where there are threads.
#[cfg(target_family = "wasm")]
pub type BoxFuture<T> = Pin<Box<dyn Future<Output = T>>>;

/// The same, for work on something borrowed.
#[cfg(not(target_family = "wasm"))]
pub(crate) type BoxWork<'a, T = ()> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
/// The same, for work on something borrowed.
#[cfg(target_family = "wasm")]
pub(crate) type BoxWork<'a, T = ()> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// A boxed stream that may cross threads where there are threads.
#[cfg(not(target_family = "wasm"))]
pub type BoxStream<T> = Pin<Box<dyn futures_util::Stream<Item = T> + Send>>;
/// A boxed stream that may cross threads where there are threads.
#[cfg(target_family = "wasm")]
pub type BoxStream<T> = Pin<Box<dyn futures_util::Stream<Item = T>>>;

/// Bytes that many may hold, and parts of them too.
#[cfg(not(target_family = "wasm"))]
pub type Bytes = bytes::Bytes;
/// Bytes that many may hold. Here they are text before they come to Rust.
#[cfg(target_family = "wasm")]
pub type Bytes = Arc<str>;

/// The bytes as text, if they are some.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn text_of(bytes: &Bytes) -> Option<&str> {
    str::from_utf8(bytes).ok()
}
/// The bytes as text, which they are.
#[cfg(target_family = "wasm")]
#[allow(clippy::unnecessary_wraps)]
pub(crate) fn text_of(bytes: &Bytes) -> Option<&str> {
    Some(bytes)
}

/// Text that comes in parts, which may end inside a letter.
#[derive(Debug, Default)]
pub(crate) struct Parts(#[cfg(not(target_family = "wasm"))] Vec<u8>, #[cfg(target_family = "wasm")] String);

impl Parts {
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// Adds what is in the bytes from one place to another.
    #[cfg(not(target_family = "wasm"))]
    pub(crate) fn add(&mut self, bytes: &Bytes, from: usize, to: usize) {
        self.0.extend_from_slice(bytes.get(from..to).unwrap_or_default());
    }
    /// Adds what is in the bytes from one place to another.
    #[cfg(target_family = "wasm")]
    pub(crate) fn add(&mut self, bytes: &Bytes, from: usize, to: usize) {
        self.0.push_str(bytes.get(from..to).unwrap_or_default());
    }

    /// All of it.
    #[cfg(not(target_family = "wasm"))]
    pub(crate) fn text(self) -> String {
        String::from_utf8_lossy(&self.0).into_owned()
    }
    /// All of it.
    #[cfg(target_family = "wasm")]
    pub(crate) fn text(self) -> String {
        self.0
    }
}

/// A value that belongs to the host language and that Rust only passes on.
#[cfg(not(target_family = "wasm"))]
pub type Held = Arc<dyn Any + Send + Sync>;
/// A value that belongs to the host language and that Rust only passes on.
#[cfg(target_family = "wasm")]
pub type Held = Arc<dyn Any>;

/// Tells the time.
pub trait Clock: MaybeSend + MaybeSync {
    /// Time since any fixed moment; never goes back.
    fn monotonic(&self) -> Duration;

    /// Milliseconds since 1970-01-01T00:00:00Z as the machine believes, which may be wrong.
    fn unix_ms(&self) -> i64;
}

/// Lets time pass.
pub trait Sleep: MaybeSend + MaybeSync {
    /// Completes once `duration` has passed on the clock. Dropping it ends the wait.
    fn sleep(&self, duration: Duration) -> BoxFuture<()>;
}

/// Gives cryptographically secure randomness: idempotency keys come from it, and so does the secret of
/// PKCE, which nobody may guess.
pub trait Rng: MaybeSend + MaybeSync {
    /// 64 random bits.
    fn next_u64(&self) -> u64;
}

/// Takes work to its end that must not end with the call that began it.
pub trait Spawn: MaybeSend + MaybeSync {
    /// Goes on with `work` until it is done, whether or not anyone waits for it.
    fn spawn(&self, work: BoxFuture<()>);
}

/// A length of time, or a moment on the monotonic clock, in whole milliseconds. The engine counts in
/// these: nothing it does needs less than one, and a browser loads 1 kB less.
pub(crate) type Millis = u64;

/// A second.
pub(crate) const SECOND: Millis = 1_000;

/// A length of time in whole milliseconds. What is too long for that is as good as for ever.
pub(crate) fn millis(time: Duration) -> Millis {
    time.as_secs().min(1 << 53) * SECOND + Millis::from(time.subsec_millis())
}

/// Says something that a developer should know and no caller can act on.
pub(crate) fn warn(text: &str) {
    #[cfg(feature = "native")]
    tracing::warn!(target: "avalo_sdk", "{text}");
    #[cfg(not(feature = "native"))]
    let _ = text;
}

/// The machine, in the things that a test or another host wants to replace.
#[derive(Clone)]
pub struct Platform {
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Lets time pass.
    pub sleep: Arc<dyn Sleep>,
    /// Gives randomness.
    pub rng: Arc<dyn Rng>,
    /// Takes work to its end.
    pub spawn: Arc<dyn Spawn>,
}

impl Platform {
    pub(crate) fn now(&self) -> Millis {
        millis(self.clock.monotonic())
    }

    /// The first whole millisecond that is not past.
    pub(crate) fn next(&self) -> Millis {
        let now = self.clock.monotonic();
        millis(now) + Millis::from(!now.subsec_nanos().is_multiple_of(1_000_000))
    }

    /// Lets so much time pass.
    pub(crate) fn pause(&self, time: Millis) -> BoxFuture<()> {
        self.sleep.sleep(Duration::from_millis(time))
    }

    /// A random number from 0 up to, but without, 1.
    pub(crate) fn fraction(&self) -> f64 {
        (self.rng.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A version 4 UUID.
    pub(crate) fn uuid(&self) -> String {
        let mut bits = self.rng.next_u64() & !0xf000 | 0x4000;
        let mut text = String::with_capacity(36);
        while text.len() < 36 {
            if matches!(text.len(), 8 | 13 | 18 | 23) {
                text.push('-');
            }
            if text.len() == 19 {
                bits = self.rng.next_u64() & !(0xc000 << 48) | 0x8000 << 48;
            }
            bits = bits.rotate_left(4);
            text.push(hex(bits as u8 & 15));
        }
        text
    }
}

impl fmt::Debug for Platform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Platform")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Fixed;

    impl Clock for Fixed {
        fn monotonic(&self) -> Duration {
            Duration::ZERO
        }
        fn unix_ms(&self) -> i64 {
            0
        }
    }
    impl Sleep for Fixed {
        fn sleep(&self, _: Duration) -> BoxFuture<()> {
            Box::pin(std::future::ready(()))
        }
    }
    impl Spawn for Fixed {
        fn spawn(&self, _: BoxFuture<()>) {}
    }
    impl Rng for Fixed {
        fn next_u64(&self) -> u64 {
            u64::MAX
        }
    }

    #[test]
    fn a_uuid_says_that_it_is_random() {
        let fixed = Arc::new(Fixed);
        let platform =
            Platform { clock: fixed.clone(), sleep: fixed.clone(), rng: fixed.clone(), spawn: fixed };
        assert_eq!(platform.uuid(), "ffffffff-ffff-4fff-bfff-ffffffffffff");
        assert!(platform.fraction() < 1.0);
    }
}
