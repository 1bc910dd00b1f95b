//! The machine of a world: its tables, its clock and its randomness, changed by one thread.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
        mpsc,
    },
};

use avalo_sdk::{Code, Problem, model::Timestamp};
use rusqlite::Connection;

use super::{Job, Shared, Streams, image::Taken, trace::Changes};
use crate::{
    context::{Caller, Ctx, Delivery, Kept},
    options::{Options, Rules},
    random::Random,
    refusal::{Answer, Refusal},
};

/// When every world begins: 2026-01-01T00:00:00Z.
pub(crate) const BEGINNING_MS: i64 = 1_767_225_600_000;

/// How many requests share one commit at the most.
const BATCH: usize = 256;

/// What the thread owns.
pub(crate) struct Machine {
    pub(crate) db: Connection,
    pub(crate) now_ms: i64,
    /// The same for readers outside the thread.
    pub(super) clock: Arc<AtomicI64>,
    pub(super) random: Random,
    rules: Rules,
    /// Whether the clock was moved by hand, which is kept even if nothing else was written.
    pub(super) moved: bool,
    pub(super) ended: bool,
    pub(super) outbox: Vec<(Vec<Delivery>, Vec<String>)>,
    pub(super) streams: Arc<Streams>,
    pub(super) changes: Changes,
    pub(super) in_memory: bool,
    /// The image that was taken last, with which the next one shares what is the same.
    pub(super) last: Option<Taken>,
    /// How often this world was put back since it was opened: what was asked before is of another one.
    pub(crate) generation: u64,
}
impl Machine {
    pub(super) fn new(db: Connection, options: &Options, streams: Arc<Streams>) -> Self {
        Self {
            now_ms: BEGINNING_MS,
            clock: Arc::default(),
            random: Random(options.first_seed()),
            rules: options.rules.clone(),
            moved: false,
            ended: false,
            outbox: Vec::new(),
            streams,
            db,
            changes: Changes::new(options.test_controls),
            in_memory: options.data.is_none(),
            last: None,
            generation: 0,
        }
    }

    /// Runs what is in the queue in one transaction, then tells those who wait. Returns the job that
    /// could not be part of it.
    pub(super) fn batch(&mut self, first: Shared, queue: &mpsc::Receiver<Job>) -> Option<Job> {
        self.changes.watch(&self.db);
        if let Err(error) = self.db.execute_batch("BEGIN") {
            // The job is dropped, and with it the sender that somebody listens to.
            eprintln!("avalo-mock-server: no transaction: {error}");
            return None;
        }
        let before = (self.now_ms, self.random, self.db.total_changes());
        let mut finishes = Vec::new();
        let (mut next, mut left) = (Some(first), None);
        while let Some(job) = next.take() {
            finishes.push(job(self));
            let more = finishes.len() < BATCH && !self.ended && self.check_transaction().is_ok();
            match more.then(|| queue.try_recv()) {
                Some(Ok(Job::Shared(job))) => next = Some(job),
                Some(Ok(alone @ Job::Alone(_))) => left = Some(alone),
                Some(Err(_)) | None => {}
            }
        }
        // A clock that has only ticked for readers is not worth waiting for the disk.
        let written = self.moved || self.random != before.1 || self.db.total_changes() != before.2;
        let outcome = match self.commit(written) {
            Ok(()) => Ok(()),
            Err(error) => {
                let _ = self.db.execute_batch("ROLLBACK");
                (self.now_ms, self.random, _) = before;
                self.outbox.clear();
                eprintln!("avalo-mock-server: nothing was written: {error}");
                Err(Problem::new(Code::Unavailable, format!("nothing was written: {error}")))
            }
        };
        self.moved = false;
        for (deliveries, ended) in self.outbox.drain(..) {
            self.streams.deliver(&deliveries);
            self.streams.end_sessions(&ended);
        }
        // Whoever is told that time has passed finds it so.
        self.clock.store(self.now_ms, Ordering::Relaxed);
        for finish in finishes {
            finish(outcome.clone());
        }
        left
    }

    fn commit(&self, written: bool) -> Result<(), String> {
        self.check_transaction()?;
        let saved = if written { self.save() } else { Ok(()) };
        saved.and_then(|()| self.db.execute_batch("COMMIT")).map_err(|error| error.to_string())
    }

    /// SQLite ends a transaction by itself when the disk is full or fails. What came after would
    /// then be kept one by one.
    pub(super) fn check_transaction(&self) -> Result<(), String> {
        if self.db.is_autocommit() { Err("the database gave the transaction up".into()) } else { Ok(()) }
    }

    /// Runs one piece of work so that it happens whole or not at all.
    pub(crate) fn act<T>(
        &mut self,
        caller: Option<Caller>,
        work: impl FnOnce(&mut Ctx<'_>) -> Answer<T>,
    ) -> Answer<T> {
        self.check_transaction().map_err(|why| Problem::new(Code::Unavailable, why))?;
        self.db.execute_batch("SAVEPOINT act")?;
        let changed = self.changes.len();
        let mut ctx = Ctx {
            db: &self.db,
            now: Timestamp::from_unix_ms(self.now_ms),
            rules: &self.rules,
            random: &mut self.random,
            caller,
            deliveries: Vec::new(),
            ended_sessions: Vec::new(),
            kept: Vec::new(),
        };
        // A mistake in one handler must not take the world with it.
        let result = catch_unwind(AssertUnwindSafe(|| work(&mut ctx))).unwrap_or_else(|_| {
            Err(Problem::new(Code::Internal, "the handler panicked; nothing was written").into())
        });
        let Ctx { deliveries, ended_sessions, kept, .. } = ctx;
        match result {
            Ok(output) => {
                keep(&self.db, kept)?;
                self.db.execute_batch("RELEASE act")?;
                self.outbox.push((deliveries, ended_sessions));
                Ok(output)
            }
            Err(refusal) => {
                self.db.execute_batch("ROLLBACK TO act; RELEASE act")?;
                self.changes.truncate(changed);
                keep(&self.db, kept)?;
                Err(refusal)
            }
        }
    }
}

fn keep(db: &Connection, kept: Vec<Kept>) -> Result<(), Refusal> {
    for write in kept {
        write(db)?;
    }
    Ok(())
}
