//! What a world remembers of itself: how it began, its clock, its randomness, and which history it is.

use std::sync::Arc;

use rusqlite::{OptionalExtension, params};

use super::{Machine, Streams, store};
use crate::{handlers, options::Options, random::Random};

const SCHEMA: &str = "
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS timers (
    id INTEGER PRIMARY KEY AUTOINCREMENT, due_ms INTEGER NOT NULL,
    name TEXT NOT NULL, key TEXT NOT NULL, payload TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS timers_by_due ON timers (due_ms, id);
CREATE UNIQUE INDEX IF NOT EXISTS timers_by_key ON timers (name, key);
CREATE TABLE IF NOT EXISTS streams (user_id TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS events (
    user_id TEXT NOT NULL, number INTEGER NOT NULL, data TEXT NOT NULL,
    PRIMARY KEY (user_id, number)
) WITHOUT ROWID;
";
impl Machine {
    pub(super) fn open(options: &Options, streams: Arc<Streams>) -> Result<(Self, i64), String> {
        let db = store::open(options.data.as_deref())?;
        let mut machine = Self::new(db, options, streams);
        let unopened = |error: rusqlite::Error| format!("the world cannot be opened: {error}");
        let (run, new) = machine.begin(options).map_err(unopened)?;
        machine.check_beginning(options).map_err(unopened)?.map_err(|why| match &options.data {
            Some(file) => format!("{} {why}", file.display()),
            None => why,
        })?;
        if new && options.seeded {
            machine.act(None, crate::seed::fill).map_err(|refusal| {
                let problem = refusal.into_problem();
                format!("the world cannot be filled: {}", problem.detail.unwrap_or_default())
            })?;
            machine.outbox.clear();
        }
        let committed = machine.save().and_then(|()| machine.db.execute_batch("COMMIT"));
        committed.map_err(|error| format!("the world cannot be written: {error}"))?;
        Ok((machine, run))
    }

    /// Starts the transaction in which a world is made, or found. Returns how often it was opened
    /// and whether it is new.
    fn begin(&mut self, options: &Options) -> rusqlite::Result<(i64, bool)> {
        self.db.execute_batch("BEGIN IMMEDIATE")?;
        self.db.execute_batch(SCHEMA)?;
        for schema in handlers::SCHEMAS {
            self.db.execute_batch(schema)?;
        }
        let found = self.read("now_ms")?;
        match found {
            Some(now_ms) => {
                self.now_ms = now_ms;
                self.random = Random(self.read("random")?.unwrap_or_default().cast_unsigned());
            }
            // Another seed is another history.
            None => {
                self.write("epoch", (Random(options.first_seed()).next() >> 33).cast_signed())?;
                self.write("seed", options.first_seed().cast_signed())?;
                self.write("seeded", options.seeded.into())?;
            }
        }
        let run = self.read("runs")?.unwrap_or_default() + 1;
        self.write("runs", run)?;
        Ok((run, found.is_none()))
    }

    /// Whether the world began as it is asked for. One in a file goes on as it is, and what would be
    /// asked of it in vain is refused.
    fn check_beginning(&self, options: &Options) -> rusqlite::Result<Result<(), String>> {
        let seed = self.read("seed")?.map(i64::cast_unsigned);
        if let (Some(begun), Some(asked)) = (seed, options.seed)
            && begun != asked
        {
            return Ok(Err(format!("goes on with seed {begun}; another seed takes a new file")));
        }
        if !options.seeded && self.read("seeded")? == Some(1) {
            return Ok(Err("has the seeded users; an empty world takes a new file".to_owned()));
        }
        Ok(Ok(()))
    }

    pub(super) fn read(&self, key: &str) -> rusqlite::Result<Option<i64>> {
        let mut read = self.db.prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
        read.query_row([key], |row| row.get(0)).optional()
    }

    pub(super) fn write(&self, key: &str, value: i64) -> rusqlite::Result<()> {
        let mut write = self.db.prepare_cached("INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)")?;
        write.execute(params![key, value]).map(drop)
    }

    pub(super) fn save(&self) -> rusqlite::Result<()> {
        self.write("now_ms", self.now_ms)?;
        self.write("random", self.random.0.cast_signed())
    }

    /// Keeps the clock when the thread ends.
    pub(super) fn finish(&mut self) {
        if let Err(error) = self.save() {
            eprintln!("avalo-mock-server: the clock was not written: {error}");
        }
    }

    /// What the history of events is called: numbers of another history mean nothing here.
    pub(crate) fn epoch(&self) -> rusqlite::Result<String> {
        let epoch = self.read("epoch")?.unwrap_or_default();
        // A world that was put back goes on otherwise than it did: its events bear other numbers.
        Ok(match self.read("resets")? {
            Some(resets) => format!("{epoch:x}.{resets}"),
            None => format!("{epoch:x}"),
        })
    }

    /// Loses the history of events, as a server that was restored from nothing would.
    pub(crate) fn forget_events(&mut self) -> rusqlite::Result<()> {
        self.db.execute_batch("DELETE FROM events; DELETE FROM streams")?;
        let epoch = (self.random.next() >> 33).cast_signed();
        self.write("epoch", epoch)
    }
}
