//! The servers that were forked from one, directly or from its forks.

use std::sync::{
    Arc, Mutex, MutexGuard, PoisonError,
    atomic::{AtomicU64, Ordering},
};

use avalo_sdk::{Code, Problem};
use tokio::sync::watch;

use crate::world::Streams;

/// How many forks there may be at a time in all. Each has a thread, a port and its tables in memory.
const FORKS: usize = 256;

/// A fork that may still be there.
#[derive(Clone)]
pub(crate) struct Fork {
    pub(crate) number: u64,
    /// The number of the server that it was forked from.
    pub(crate) parent: u64,
    pub(crate) url: String,
    pub(crate) stop: watch::Sender<bool>,
    pub(crate) streams: Arc<Streams>,
}

impl Fork {
    pub(crate) fn id(&self) -> String {
        id(self.number)
    }

    /// The id of the fork that it was forked from; none if that is the first server.
    pub(crate) fn parent_id(&self) -> Option<String> {
        (self.parent != 0).then(|| id(self.parent))
    }
}

/// What a fork is called: `fork-1`.
pub(super) fn id(number: u64) -> String {
    format!("fork-{number}")
}

/// All forks of the first server, known to all of them.
#[derive(Default)]
pub(crate) struct Family {
    forks: Mutex<Vec<Fork>>,
    last: AtomicU64,
}

impl Family {
    /// Those that are there: who serves also waits to be told to stop, and was not told so yet.
    fn forks(&self) -> MutexGuard<'_, Vec<Fork>> {
        let mut forks = self.forks.lock().unwrap_or_else(PoisonError::into_inner);
        forks.retain(|fork| !fork.stop.is_closed() && !*fork.stop.borrow());
        forks
    }

    pub(super) fn next_number(&self) -> u64 {
        self.last.fetch_add(1, Ordering::Relaxed) + 1
    }

    pub(super) fn check_room(&self) -> Result<(), Problem> {
        room(&self.forks())
    }

    pub(super) fn add(&self, fork: Fork) -> Result<(), Problem> {
        let mut forks = self.forks();
        room(&forks)?;
        forks.push(fork);
        Ok(())
    }

    /// The forks of a server, and theirs, oldest first. A fork is younger than what it was forked from.
    pub(super) fn below(&self, number: u64) -> Vec<Fork> {
        let mut known = vec![number];
        let mut below = Vec::new();
        for fork in self.forks().iter() {
            if known.contains(&fork.parent) {
                known.push(fork.number);
                below.push(fork.clone());
            }
        }
        below
    }

    pub(super) fn end_below(&self, number: u64) {
        for fork in self.below(number) {
            let _ = fork.stop.send(true);
            fork.streams.close_all();
        }
    }
}

fn room(forks: &[Fork]) -> Result<(), Problem> {
    if forks.len() < FORKS {
        return Ok(());
    }
    let detail = format!("there are {FORKS} forks already; end one with DELETE /_test/fork at its own URL");
    Err(Problem::new(Code::AboveMaximum, detail))
}
