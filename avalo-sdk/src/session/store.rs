//! Where a session is kept between two runs of a program.

use std::sync::Mutex;

use super::secret::Secret;
use crate::{
    engine::{lock::Lock, text::joined},
    platform::{BoxFuture, MaybeSend, MaybeSync},
};

/// Keeps one session as text. What the text holds is secret: keep it where other programs and
/// other users cannot read it.
///
/// Several clients may share one, such as the tabs of a browser: before a client exchanges its refresh token,
/// which is good once, it looks whether another one left newer tokens of the same session, and goes on with
/// those. Two users in one store are not kept apart: what was saved last is what the next start finds.
///
/// The engine waits at most 2 s for each call, then goes on with the session it has in memory.
pub trait TokenStore: MaybeSend + MaybeSync {
    /// The text that was saved last, if any.
    fn load(&self) -> BoxFuture<Result<Option<String>, StoreError>>;

    /// Keeps the text in place of the one before.
    fn save(&self, session: String) -> BoxFuture<Result<(), StoreError>>;

    /// Forgets the text.
    fn clear(&self) -> BoxFuture<Result<(), StoreError>>;
}

/// Why a store could not do what it was asked to. The text must not hold the session.
#[derive(Clone, Debug, thiserror::Error)]
#[error("the token store failed: {0}")]
pub struct StoreError(pub String);

impl StoreError {
    /// The same as `to_string` gives, without the formatter.
    pub(crate) fn text(&self) -> String {
        joined(&["the token store failed: ", &self.0])
    }
}

/// Keeps the session in memory: it ends with the program.
#[derive(Default)]
pub struct MemoryStore(Mutex<Option<Secret>>);

impl TokenStore for MemoryStore {
    fn load(&self) -> BoxFuture<Result<Option<String>, StoreError>> {
        let session = self.0.hold().as_ref().map(|session| session.to_string());
        Box::pin(async move { Ok(session) })
    }

    fn save(&self, session: String) -> BoxFuture<Result<(), StoreError>> {
        *self.0.hold() = Some(session.into());
        Box::pin(async { Ok(()) })
    }

    fn clear(&self) -> BoxFuture<Result<(), StoreError>> {
        *self.0.hold() = None;
        Box::pin(async { Ok(()) })
    }
}
