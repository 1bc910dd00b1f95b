//! The session, wherever JavaScript keeps it.

use avalo_sdk::{
    platform::BoxFuture,
    session::store::{StoreError, TokenStore},
};

use crate::{
    abi,
    work::{self, Settled, Work},
};

pub(crate) struct Store;

/// What the store gave. Why it failed is not asked: its words might hold the session.
fn given(settled: Settled) -> Result<Option<String>, StoreError> {
    if settled.code < 0 { Err(StoreError("JavaScript's store failed".to_owned())) } else { Ok(settled.text) }
}

fn done(work: Work) -> BoxFuture<Result<(), StoreError>> {
    Box::pin(async move { given(work.await).map(drop) })
}

impl TokenStore for Store {
    fn load(&self) -> BoxFuture<Result<Option<String>, StoreError>> {
        let work = work::begin(|work| abi::load(work));
        Box::pin(async move { given(work.await) })
    }

    fn save(&self, session: String) -> BoxFuture<Result<(), StoreError>> {
        done(work::begin(|work| abi::keep(work, Some(&session))))
    }

    fn clear(&self) -> BoxFuture<Result<(), StoreError>> {
        done(work::begin(|work| abi::keep(work, None)))
    }
}
