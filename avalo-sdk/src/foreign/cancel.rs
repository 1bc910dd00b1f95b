//! Ending a call from outside.

use std::sync::Arc;

use tokio::sync::watch;

/// Ends the calls that were given it, for a language whose own cancelling does not reach this one.
#[derive(Debug, uniffi::Object)]
pub struct CancelToken(watch::Sender<bool>);

#[uniffi::export]
impl CancelToken {
    /// A token that has not been used.
    #[uniffi::constructor]
    #[must_use]
    pub fn new() -> Arc<Self> {
        Arc::new(Self(watch::Sender::new(false)))
    }

    /// Ends every call that was given this token, and every one that will be.
    pub fn cancel(&self) {
        self.0.send_replace(true);
    }
}

impl CancelToken {
    /// Completes once the token is used.
    pub(super) async fn used(&self) {
        // Fails only when the sender is gone, and `self` is the sender.
        let _ = self.0.subscribe().wait_for(|used| *used).await;
    }
}
