//! The world: one thread, one database, one request after another.

mod image;
mod store;
mod streams;
mod trace;

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicI64, Ordering},
        mpsc,
    },
    thread::JoinHandle,
};

use avalo_sdk::{Code, Problem, model::Timestamp};
use rusqlite::{Connection, OptionalExtension, params};

use self::trace::Changes;
pub use self::trace::{Change, Sent};
pub(crate) use self::{
    image::Image,
    streams::{Piece, Streams},
    trace::Trace,
};
use crate::{
    context::{Caller, Ctx, Delivery, Kept},
    handlers,
    options::{Options, Rules},
    random::Random,
    refusal::{Answer, Refusal},
};

/// When every world begins: 2026-01-01T00:00:00Z.
pub(crate) const BEGINNING_MS: i64 = 1_767_225_600_000;

/// How many requests share one commit at the most.
const BATCH: usize = 256;

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

/// What a job leaves to do once its transaction is committed, or has failed to be.
type Finish = Box<dyn FnOnce(Result<(), Problem>) + Send>;
type Shared = Box<dyn FnOnce(&mut Machine) -> Finish + Send>;

/// What the world is asked to do.
enum Job {
    /// Work that shares its transaction with what comes right before and after it.
    Shared(Shared),
    /// Work between two transactions: nothing is half done while it runs.
    Alone(Box<dyn FnOnce(&mut Machine) + Send>),
}

/// A way to the world's thread. The thread ends when this is closed or dropped.
pub(crate) struct World {
    jobs: mpsc::Sender<Job>,
    thread: Mutex<Option<JoinHandle<()>>>,
    now_ms: Arc<AtomicI64>,
    pub(crate) streams: Arc<Streams>,
    /// How often this world was opened, counted from 1.
    pub(crate) run: i64,
}

/// What the thread owns.
pub(crate) struct Machine {
    pub(crate) db: Connection,
    pub(crate) now_ms: i64,
    /// The same for readers outside the thread.
    clock: Arc<AtomicI64>,
    random: Random,
    rules: Rules,
    /// Whether the clock was moved by hand, which is kept even if nothing else was written.
    moved: bool,
    ended: bool,
    outbox: Vec<(Vec<Delivery>, Vec<String>)>,
    streams: Arc<Streams>,
    changes: Changes,
    in_memory: bool,
    /// The image that was taken last, with which the next one shares what is the same.
    last: Option<Image>,
    /// How often this world was put back since it was opened: what was asked before is of another one.
    pub(crate) generation: u64,
}

impl World {
    /// Opens the database, fills an empty one and starts the thread.
    ///
    /// # Errors
    ///
    /// A sentence that says why the database cannot be used.
    pub(crate) fn open(options: &Options) -> Result<Self, String> {
        let streams = Arc::new(Streams::default());
        let (machine, run) = Machine::open(options, Arc::clone(&streams))?;
        Self::begin(machine, run, streams)
    }

    /// Goes on in memory from where another world was, apart from it from now on.
    ///
    /// # Errors
    ///
    /// A sentence that says what the machine did not give.
    pub(crate) fn from_image(image: &Image, options: &Options) -> Result<Self, String> {
        let streams = Arc::new(Streams::default());
        let (machine, run) = Machine::from_image(image, options, Arc::clone(&streams))?;
        Self::begin(machine, run, streams)
    }

    fn begin(mut machine: Machine, run: i64, streams: Arc<Streams>) -> Result<Self, String> {
        let now_ms = Arc::clone(&machine.clock);
        now_ms.store(machine.now_ms, Ordering::Relaxed);
        let (jobs, queue) = mpsc::channel::<Job>();
        let thread = std::thread::Builder::new()
            .name("avalo-world".into())
            .spawn(move || {
                let mut next = None;
                while !machine.ended
                    && let Some(job) = next.take().or_else(|| queue.recv().ok())
                {
                    match job {
                        Job::Shared(first) => next = machine.batch(first, &queue),
                        Job::Alone(work) => work(&mut machine),
                    }
                }
                machine.finish();
            })
            .map_err(|error| format!("the world's thread was not started: {error}"))?;
        Ok(Self { jobs, thread: Mutex::new(Some(thread)), now_ms, streams, run })
    }

    /// The virtual time, for what is answered without asking the world.
    pub(crate) fn now_ms(&self) -> i64 {
        self.now_ms.load(Ordering::Relaxed)
    }

    /// Ends the thread and lets go of the file.
    pub(crate) async fn close(&self) {
        let _ = self.run(|machine| machine.ended = true).await;
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = thread {
            let _ = tokio::task::spawn_blocking(move || thread.join()).await;
        }
    }

    /// Runs `work` in the world and returns what it gives, once that is committed.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Machine) -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let (sender, receiver) = tokio::sync::oneshot::channel();
        let job: Shared = Box::new(move |machine| {
            let output = work(machine);
            // Nobody may be waiting any longer; what was done stays done.
            Box::new(move |committed| drop(sender.send(committed.map(|()| output))))
        });
        self.jobs.send(Job::Shared(job)).map_err(|_| gone())?;
        receiver.await.map_err(|_| gone())?
    }

    /// Runs `work` between two transactions: what was asked before is done, what is asked later waits.
    pub(crate) async fn alone<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Machine) -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let (sender, receiver) = tokio::sync::oneshot::channel();
        let job = Job::Alone(Box::new(move |machine| drop(sender.send(work(machine)))));
        self.jobs.send(job).map_err(|_| gone())?;
        receiver.await.map_err(|_| gone())
    }
}

fn gone() -> Problem {
    Problem::new(Code::Unavailable, "the world is not there; nothing was written")
}

impl Machine {
    fn new(db: Connection, options: &Options, streams: Arc<Streams>) -> Self {
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

    fn open(options: &Options, streams: Arc<Streams>) -> Result<(Self, i64), String> {
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

    fn read(&self, key: &str) -> rusqlite::Result<Option<i64>> {
        let mut read = self.db.prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
        read.query_row([key], |row| row.get(0)).optional()
    }

    fn write(&self, key: &str, value: i64) -> rusqlite::Result<()> {
        let mut write = self.db.prepare_cached("INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)")?;
        write.execute(params![key, value]).map(drop)
    }

    /// Runs what is in the queue in one transaction, then tells those who wait. Returns the job that
    /// could not be part of it.
    fn batch(&mut self, first: Shared, queue: &mpsc::Receiver<Job>) -> Option<Job> {
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
    fn check_transaction(&self) -> Result<(), String> {
        if self.db.is_autocommit() { Err("the database gave the transaction up".into()) } else { Ok(()) }
    }

    fn save(&self) -> rusqlite::Result<()> {
        self.write("now_ms", self.now_ms)?;
        self.write("random", self.random.0.cast_signed())
    }

    /// Keeps the clock when the thread ends.
    fn finish(&mut self) {
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

    /// Moves the clock by hand.
    pub(crate) fn travel(&mut self, target_ms: i64) -> Answer<()> {
        self.moved = true;
        self.advance_to(target_ms)
    }

    /// Moves the clock one step for a request and runs what is due by then.
    pub(crate) fn tick(&mut self) -> Answer<()> {
        self.advance_to(self.now_ms + 1)
    }

    /// Moves the clock, stopping at every planned effect on the way. Returns when all have settled.
    fn advance_to(&mut self, target_ms: i64) -> Answer<()> {
        loop {
            self.check_transaction().map_err(|why| Problem::new(Code::Unavailable, why))?;
            let due = self
                .db
                .prepare_cached(
                    "SELECT id, due_ms, name, payload FROM timers WHERE due_ms <= ?1 ORDER BY due_ms, id LIMIT 1",
                )?
                .query_row([target_ms], |row| {
                    Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, String>(2)?, row.get::<_, String>(3)?))
                })
                .optional()?;
            let Some((id, due_ms, name, payload)) = due else { break };
            self.db.prepare_cached("DELETE FROM timers WHERE id = ?1")?.execute([id])?;
            self.now_ms = self.now_ms.max(due_ms);
            let payload = serde_json::from_str(&payload).unwrap_or_default();
            let settled = self.act(None, |ctx| handlers::due(ctx, &name, &payload));
            if let Err(refusal) = settled {
                // A timer that cannot do its work is a mistake of this server; the others go on.
                let problem = refusal.into_problem();
                eprintln!(
                    "avalo-mock-server: the timer {name} failed: {}",
                    problem.detail.unwrap_or_default()
                );
            }
        }
        self.now_ms = self.now_ms.max(target_ms);
        Ok(())
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
