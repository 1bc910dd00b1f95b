//! Waking those who wait for the same thing.

use std::{
    sync::{Arc, Mutex},
    task::{Wake, Waker},
};

use super::lock::Lock;

/// Who is to be woken when something changes. Woken once, one who still waits comes back.
///
/// One who gave up meanwhile is woken in vain, which disturbs nobody.
#[derive(Debug, Default)]
pub(crate) struct Bell(Mutex<Vec<Waker>>);

impl Bell {
    /// Wakes this one too at the next ring.
    pub(crate) fn add(&self, waker: &Waker) {
        let mut waiting = self.0.hold();
        if !waiting.iter().any(|other| other.will_wake(waker)) {
            waiting.push(waker.clone());
        }
    }

    /// Leaves this one out of the next ring.
    pub(crate) fn remove(&self, waker: &Waker) {
        let mut waiting = self.0.hold();
        if let Some(place) = waiting.iter().position(|other| other.will_wake(waker)) {
            waiting.swap_remove(place);
        }
    }

    /// Wakes everyone, while nothing is locked: whoever wakes may come back at once.
    pub(crate) fn ring(&self) {
        let waiting = std::mem::take(&mut *self.0.hold());
        waiting.into_iter().for_each(Waker::wake);
    }
}

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.ring();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.ring();
    }
}
