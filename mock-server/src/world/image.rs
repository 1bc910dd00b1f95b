//! A world as bytes: taken between two requests, and gone on from as often as one likes.

use std::{
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use rusqlite::{
    Connection,
    backup::{Backup, StepResult},
};

use super::{Machine, Streams};
use crate::{options::Options, random::Random};

/// Where the header of a database says how it is journalled, and the value that suits one in memory.
const JOURNAL_BYTES: std::ops::Range<usize> = 18..20;
const ROLLBACK_JOURNAL: u8 = 1;

/// Everything that a world is: its tables, and in them its clock and its randomness.
#[derive(Debug)]
pub(crate) struct Image(Vec<u8>);

impl Image {
    /// A database of its own in memory with these tables.
    fn open(&self) -> rusqlite::Result<Connection> {
        let mut db = Connection::open_in_memory()?;
        db.deserialize_read_exact("main", self.0.as_slice(), self.0.len(), false)?;
        db.set_prepared_statement_cache_capacity(512);
        Ok(db)
    }
}

impl Machine {
    /// The world as it is now. It is called between two transactions.
    ///
    /// # Errors
    ///
    /// A sentence that says what the database did not do.
    pub(crate) fn image(&mut self) -> Result<Image, String> {
        let failed = |error: rusqlite::Error| format!("the world was not read: {error}");
        self.db
            .execute_batch("BEGIN")
            .and_then(|()| self.save())
            .and_then(|()| self.db.execute_batch("COMMIT"))
            .map_err(failed)?;
        let mut bytes = self.db.serialize("main").map_err(failed)?.to_vec();
        // A file has a journal beside it, which memory does not.
        if let Some(journal) = bytes.get_mut(JOURNAL_BYTES) {
            journal.fill(ROLLBACK_JOURNAL);
        }
        Ok(Image(bytes))
    }

    /// A world of its own that goes on from an image. Returns how often the first one was opened too.
    pub(super) fn from_image(
        image: &Image,
        options: &Options,
        streams: Arc<Streams>,
    ) -> Result<(Self, i64), String> {
        let failed = |error: rusqlite::Error| format!("the world was not copied: {error}");
        let mut machine = Self::new(image.open().map_err(failed)?, options, streams);
        machine.recall().map_err(failed)?;
        let run = machine.read("runs").map_err(failed)?.unwrap_or(1);
        Ok((machine, run))
    }

    /// Puts the world back. It is called between two transactions; a file is written as a whole or
    /// not at all.
    ///
    /// # Errors
    ///
    /// A sentence that says what the database did not do; then the world is as it was.
    pub(crate) fn restore(&mut self, image: &Image) -> Result<(), String> {
        let failed = |error: rusqlite::Error| format!("the world was not put back: {error}");
        let resets = self.read("resets").map_err(failed)?.unwrap_or_default();
        let before = image.open().map_err(failed)?;
        if self.db.path().is_none_or(str::is_empty) {
            self.db = before;
            self.changes.forget_triggers();
        } else {
            copy(&before, &mut self.db).map_err(failed)?;
        }
        self.recall().map_err(failed)?;
        self.write("resets", resets + 1).map_err(failed)?;
        self.generation += 1;
        self.clock.store(self.now_ms, Ordering::Relaxed);
        self.streams.close_all();
        Ok(())
    }

    /// Takes clock and randomness from the tables.
    fn recall(&mut self) -> rusqlite::Result<()> {
        if let Some(now_ms) = self.read("now_ms")? {
            self.now_ms = now_ms;
        }
        if let Some(random) = self.read("random")? {
            self.random = Random(random.cast_unsigned());
        }
        Ok(())
    }
}

fn copy(from: &Connection, to: &mut Connection) -> rusqlite::Result<()> {
    to.flush_prepared_statement_cache();
    let backup = Backup::new(from, to)?;
    // Nobody else has either of them open: one step does it.
    while backup.step(-1)? != StepResult::Done {
        std::thread::sleep(Duration::from_millis(1));
    }
    Ok(())
}
