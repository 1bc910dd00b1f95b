//! A place for the session, written in the app's language.

use std::sync::Arc;

use avalo_sdk::{
    platform::BoxFuture,
    session::store::{self, StoreError},
};

/// Keeps one session as text between two runs of an app. The text is secret: keep it in the keychain,
/// the keystore, or wherever other programs cannot read.
///
/// A store that takes more than 2 s, or fails, costs the session's life beyond this run, not a call.
#[uniffi::export(rust, foreign)]
#[async_trait::async_trait]
pub trait TokenStore: Send + Sync {
    /// The text that was saved last, if any.
    async fn load(&self) -> Result<Option<String>, TokenStoreError>;

    /// Keeps the text in place of the one before.
    async fn save(&self, session: String) -> Result<(), TokenStoreError>;

    /// Forgets the text.
    async fn clear(&self) -> Result<(), TokenStoreError>;
}

/// Why a token store could not do what it was asked to.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum TokenStoreError {
    /// The store failed. The text must not hold the session.
    #[error("{detail}")]
    Failed {
        /// What happened, in a sentence.
        detail: String,
    },
}

impl From<uniffi::UnexpectedUniFFICallbackError> for TokenStoreError {
    fn from(error: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Failed { detail: error.reason }
    }
}

/// An app's store as the engine knows it.
pub(crate) struct Foreign(pub(crate) Arc<dyn TokenStore>);

impl store::TokenStore for Foreign {
    fn load(&self) -> BoxFuture<Result<Option<String>, StoreError>> {
        let store = Arc::clone(&self.0);
        Box::pin(async move { store.load().await.map_err(failed) })
    }

    fn save(&self, session: String) -> BoxFuture<Result<(), StoreError>> {
        let store = Arc::clone(&self.0);
        Box::pin(async move { store.save(session).await.map_err(failed) })
    }

    fn clear(&self) -> BoxFuture<Result<(), StoreError>> {
        let store = Arc::clone(&self.0);
        Box::pin(async move { store.clear().await.map_err(failed) })
    }
}

fn failed(error: TokenStoreError) -> StoreError {
    StoreError(error.to_string())
}
