//! A world as bytes: taken between two requests, and gone on from as often as one likes.

use std::{
    fmt,
    io::{self, Read},
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

/// How many bytes are kept in one piece. What did not change since the image before is shared with it, and
/// pieces of this size are taken from memory that was used before: fresh memory costs more than copying.
const PIECE: usize = 1 << 16;

/// Everything that a world is: its tables, and in them its clock and its randomness.
#[derive(Clone)]
pub(crate) struct Image(Vec<Arc<[u8]>>);

impl fmt::Debug for Image {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Image of {} bytes", self.size())
    }
}

/// An image that was taken of this world, or that it came from.
pub(super) struct Taken {
    image: Image,
    /// Where the world was then; nothing if the image came from another one.
    mark: Option<Mark>,
}

/// How much was written by a connection, and clock and randomness, which are in the tables at times only.
#[derive(PartialEq)]
struct Mark(u64, i64, Random);

impl Image {
    fn new(bytes: &[u8], before: Option<&Self>) -> Self {
        let before = before.map(|before| before.0.as_slice()).unwrap_or_default();
        let mut header: Vec<u8> = bytes.iter().take(PIECE).copied().collect();
        // A file has a journal beside it, which memory does not.
        if let Some(journal) = header.get_mut(JOURNAL_BYTES) {
            journal.fill(ROLLBACK_JOURNAL);
        }
        let pieces = [header.as_slice()].into_iter().chain(bytes.chunks(PIECE).skip(1));
        let keep = |(place, piece): (usize, &[u8])| match before.get(place) {
            Some(same) if **same == *piece => Arc::clone(same),
            _ => Arc::from(piece),
        };
        Self(pieces.enumerate().map(keep).collect())
    }

    fn size(&self) -> usize {
        self.0.iter().map(|piece| piece.len()).sum()
    }

    /// A database of its own in memory with these tables.
    fn open(&self) -> rusqlite::Result<Connection> {
        let mut db = Connection::open_in_memory()?;
        db.deserialize_read_exact("main", Pieces(&self.0, 0), self.size(), false)?;
        db.set_prepared_statement_cache_capacity(512);
        Ok(db)
    }
}

/// Reads pieces one after another: those that are left, and how far the first of them was read.
struct Pieces<'a>(&'a [Arc<[u8]>], usize);

impl Read for Pieces<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let Some((piece, rest)) = self.0.split_first() else { return Ok(0) };
        let size = (&piece[self.1..]).read(into)?;
        self.1 += size;
        if self.1 == piece.len() {
            *self = Self(rest, 0);
        }
        Ok(size)
    }
}

impl Machine {
    /// The world as it is now. It is called between two transactions.
    ///
    /// # Errors
    ///
    /// A sentence that says what the database did not do.
    pub(crate) fn image(&mut self) -> Result<Image, String> {
        if let Some(last) = &self.last
            && last.mark == Some(self.mark())
        {
            return Ok(last.image.clone());
        }
        let failed = |error: rusqlite::Error| format!("the world was not read: {error}");
        self.db
            .execute_batch("BEGIN")
            .and_then(|()| self.save())
            .and_then(|()| self.db.execute_batch("COMMIT"))
            .map_err(failed)?;
        let bytes = self.db.serialize("main").map_err(failed)?;
        let image = Image::new(&bytes, self.last.as_ref().map(|last| &last.image));
        drop(bytes);
        self.last = Some(Taken { image: image.clone(), mark: Some(self.mark()) });
        Ok(image)
    }

    /// What is another one whenever something was written.
    fn mark(&self) -> Mark {
        Mark(self.db.total_changes(), self.now_ms, self.random)
    }

    /// A world of its own that goes on from an image. Returns how often the first one was opened too.
    pub(super) fn from_image(
        image: &Image,
        options: &Options,
        streams: Arc<Streams>,
    ) -> Result<(Self, i64), String> {
        let failed = |error: rusqlite::Error| format!("the world was not copied: {error}");
        let mut machine = Self::new(image.open().map_err(failed)?, options, streams);
        machine.in_memory = true;
        machine.last = Some(Taken { image: image.clone(), mark: None });
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
        if self.in_memory {
            self.db = before;
            // Another connection counts what it writes from nothing.
            self.last = Some(Taken { image: image.clone(), mark: None });
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
