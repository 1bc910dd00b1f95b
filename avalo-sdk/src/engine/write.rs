//! What a write means for reads.

use std::ops::Deref;

use super::Engine;

/// A write under way. From its begin to its end, however it ends, no read is taken for newer than it
/// is: what is kept of its domain is forgotten, and reads that began before are not joined.
pub(crate) struct Write<E: Deref<Target = Engine>> {
    engine: E,
    scope: String,
}

impl<E: Deref<Target = Engine>> Write<E> {
    pub(crate) fn begin(engine: E, scope: String) -> Self {
        engine.coalesce.count_write();
        Self { engine, scope }
    }
}

impl<E: Deref<Target = Engine>> Drop for Write<E> {
    fn drop(&mut self) {
        self.engine.coalesce.count_write();
        self.engine.cache.forget(&self.scope);
    }
}
