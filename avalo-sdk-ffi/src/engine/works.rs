//! Work on the session that JavaScript does, by number.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use avalo_sdk::{
    platform::BoxFuture,
    session::store::{StoreError, TokenStore},
};
use tokio::sync::oneshot;

use super::ear::Ear;

/// What came of work: text if there was some, or that it failed.
type Done = Result<Option<String>, StoreError>;

pub(super) struct Works {
    ear: Arc<Ear>,
    waiting: Mutex<Waiting>,
}

#[derive(Default)]
struct Waiting {
    by_number: HashMap<u32, oneshot::Sender<Done>>,
    last: u32,
}

impl Works {
    pub(super) fn new(ear: Arc<Ear>) -> Self {
        Self { ear, waiting: Mutex::default() }
    }

    /// A place for the session that is wherever JavaScript keeps it.
    pub(super) fn store(self: &Arc<Self>) -> impl TokenStore + 'static {
        Store(Arc::clone(self))
    }

    pub(super) fn settle(&self, work: u32, done: bool, text: Option<String>) {
        let waits = self.hold().by_number.remove(&work);
        // Why it failed is not asked: its words might hold the session.
        let came = if done { Ok(text) } else { Err(StoreError("JavaScript's store failed".to_owned())) };
        // Whoever waited may have given up.
        let _ = waits.map(|waits| waits.send(came));
    }

    fn hold(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A piece of work that is forgotten when nobody waits for it any more.
struct Pending {
    works: Arc<Works>,
    number: u32,
}

impl Drop for Pending {
    fn drop(&mut self) {
        self.works.hold().by_number.remove(&self.number);
    }
}

struct Store(Arc<Works>);

impl Store {
    fn ask(&self, word: &'static str, session: Option<String>) -> BoxFuture<Done> {
        let works = Arc::clone(&self.0);
        Box::pin(async move {
            let (sender, came) = oneshot::channel();
            let number = {
                let mut waiting = works.hold();
                waiting.last = waiting.last.wrapping_add(1);
                let number = waiting.last;
                waiting.by_number.insert(number, sender);
                number
            };
            let pending = Pending { works, number };
            pending.works.ear.say(word, number, session.as_deref());
            came.await.unwrap_or_else(|_| Err(StoreError("nobody answered".to_owned())))
        })
    }
}

impl TokenStore for Store {
    fn load(&self) -> BoxFuture<Done> {
        self.ask("load", None)
    }

    fn save(&self, session: String) -> BoxFuture<Result<(), StoreError>> {
        let done = self.ask("save", Some(session));
        Box::pin(async move { done.await.map(drop) })
    }

    fn clear(&self) -> BoxFuture<Result<(), StoreError>> {
        let done = self.ask("clear", None);
        Box::pin(async move { done.await.map(drop) })
    }
}
