//! What the app is told, off the engine's threads: a listener that hangs or throws holds no call up.

use std::{sync::mpsc, thread};

/// Sends items to whoever hears them, one after another, on a thread of its own that ends with this.
pub(crate) struct Outbox<T>(mpsc::Sender<T>);

impl<T: Send + 'static> Outbox<T> {
    /// Starts the thread. What `hear` does with an item, good or bad, ends there.
    pub(crate) fn new(name: &str, hear: impl Fn(T) + Send + 'static) -> std::io::Result<Self> {
        let (sender, items) = mpsc::channel();
        thread::Builder::new().name(name.to_owned()).spawn(move || items.into_iter().for_each(hear))?;
        Ok(Self(sender))
    }

    /// Tells of an item. Nobody hears it if the thread is gone.
    pub(crate) fn tell(&self, item: T) {
        let _ = self.0.send(item);
    }
}
