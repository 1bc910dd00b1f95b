//! The session, wherever JavaScript keeps it.

use std::rc::Rc;

use avalo_sdk::{
    platform::BoxFuture,
    session::store::{StoreError, TokenStore},
};

use crate::{host::Host, work::Bench};

pub(crate) struct Store(pub(crate) Rc<Bench>);

impl Store {
    /// What the store gave. Why it failed is not asked: its words might hold the session.
    fn ask(&self, begin: impl FnOnce(&Host, u32)) -> BoxFuture<Result<Option<String>, StoreError>> {
        let work = self.0.begin(begin);
        Box::pin(async move {
            let text = work.await.map_err(|_| StoreError("JavaScript's store failed".to_owned()))?;
            Ok(text.as_string())
        })
    }
}

impl TokenStore for Store {
    fn load(&self) -> BoxFuture<Result<Option<String>, StoreError>> {
        self.ask(Host::load)
    }

    fn save(&self, session: String) -> BoxFuture<Result<(), StoreError>> {
        let saved = self.ask(|host, work| host.save(work, Some(&session)));
        Box::pin(async move { saved.await.map(drop) })
    }

    fn clear(&self) -> BoxFuture<Result<(), StoreError>> {
        let forgotten = self.ask(|host, work| host.save(work, None));
        Box::pin(async move { forgotten.await.map(drop) })
    }
}
