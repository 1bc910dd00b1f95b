//! What a write means for reads.

use super::Engine;

/// A write under way. From its begin to its end, however it ends, no read is taken for newer than it
/// is: what is kept of its domain is forgotten, and reads that began before are not joined.
pub(super) struct Write<'a> {
    engine: &'a Engine,
    scope: String,
}

impl<'a> Write<'a> {
    pub(super) fn begin(engine: &'a Engine, scope: String) -> Self {
        engine.coalesce.count_write();
        Self { engine, scope }
    }
}

impl Drop for Write<'_> {
    fn drop(&mut self) {
        self.engine.coalesce.count_write();
        self.engine.cache.forget(&self.scope);
    }
}
