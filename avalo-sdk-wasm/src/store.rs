//! The session, wherever JavaScript keeps it.

use avalo_sdk::{
    platform::BoxFuture,
    session::store::{StoreError, TokenStore},
};
use wasm_bindgen::JsValue;

use crate::{
    host::{Host, Work},
    pending::Pending,
};

pub(crate) struct Store(pub(crate) Host);

impl TokenStore for Store {
    fn load(&self) -> BoxFuture<Result<Option<String>, StoreError>> {
        let text = settled(self.0.load());
        Box::pin(async move { Ok(text.await?.as_string()) })
    }

    fn save(&self, session: String) -> BoxFuture<Result<(), StoreError>> {
        let saved = settled(self.0.save(Some(session)));
        Box::pin(async move { saved.await.map(drop) })
    }

    fn clear(&self) -> BoxFuture<Result<(), StoreError>> {
        let forgotten = settled(self.0.save(None));
        Box::pin(async move { forgotten.await.map(drop) })
    }
}

/// What the store gave. Why it failed is not asked: its words might hold the session.
async fn settled(work: Work) -> Result<JsValue, StoreError> {
    Pending::from(work).await.map_err(|_| StoreError("JavaScript's store was rejected".to_owned()))
}
