//! Locks that do not panic.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// A lock is held only for a few statements that leave its value whole, so a panic elsewhere
/// in a thread that held one is no reason to fail every later call.
pub(crate) trait Lock<T> {
    fn hold(&self) -> MutexGuard<'_, T>;
}

impl<T> Lock<T> for Mutex<T> {
    fn hold(&self) -> MutexGuard<'_, T> {
        self.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
