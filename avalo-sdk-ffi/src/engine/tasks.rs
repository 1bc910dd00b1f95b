//! The calls under way, by the numbers that JavaScript gave them.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio::{runtime::Handle, task::AbortHandle};

#[derive(Default)]
pub(super) struct Tasks(Mutex<Under>);

#[derive(Default)]
struct Under {
    way: HashMap<u32, AbortHandle>,
    closed: bool,
}

impl Tasks {
    fn hold(&self) -> MutexGuard<'_, Under> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Carries work out as the call of this number. Nothing begins once this is closed.
    pub(super) fn begin(
        self: &Arc<Self>,
        runtime: &Handle,
        number: u32,
        work: impl Future<Output = ()> + Send + 'static,
    ) {
        // Held until the task is written down: it may end before that, and then strikes itself off.
        let mut under = self.hold();
        if under.closed {
            return;
        }
        let tasks = Arc::clone(self);
        let task = runtime.spawn(async move {
            work.await;
            tasks.hold().way.remove(&number);
        });
        under.way.insert(number, task.abort_handle());
    }

    /// Ends a call, unless it has ended.
    pub(super) fn end(&self, number: u32) {
        if let Some(task) = self.hold().way.remove(&number) {
            task.abort();
        }
    }

    /// Ends them all.
    pub(super) fn close(&self) {
        let mut under = self.hold();
        under.closed = true;
        for (_, task) in under.way.drain() {
            task.abort();
        }
    }
}
