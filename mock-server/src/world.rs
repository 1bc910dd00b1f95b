//! The world: one thread, one database, one request after another.

mod streams;

use std::{
    path::Path,
    sync::{Arc, mpsc},
};

use avalo_sdk::{Code, Problem, model::Timestamp};
use rusqlite::{Connection, OptionalExtension, params};

pub(crate) use self::streams::{Piece, Streams};
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
type Job = Box<dyn FnOnce(&mut Machine) -> Finish + Send>;

/// A way to the world's thread. The thread ends with the last of these.
#[derive(Clone)]
pub(crate) struct World {
    jobs: mpsc::Sender<Job>,
    pub(crate) streams: Arc<Streams>,
}

/// What the thread owns.
pub(crate) struct Machine {
    pub(crate) db: Connection,
    pub(crate) now_ms: i64,
    random: Random,
    rules: Rules,
    saved: (i64, u64),
    outbox: Vec<(Vec<Delivery>, Vec<String>)>,
    streams: Arc<Streams>,
}

impl World {
    /// Opens the database, fills an empty one and starts the thread.
    pub(crate) fn open(options: &Options) -> Result<Self, String> {
        let streams = Arc::new(Streams::default());
        let mut machine = Machine::open(options, Arc::clone(&streams))?;
        let (jobs, queue) = mpsc::channel::<Job>();
        std::thread::Builder::new()
            .name("avalo-world".into())
            .spawn(move || {
                while let Ok(first) = queue.recv() {
                    machine.batch(first, &queue);
                }
            })
            .map_err(|error| format!("the world's thread was not started: {error}"))?;
        Ok(Self { jobs, streams })
    }

    /// Runs `work` in the world and returns what it gives, once that is committed.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Machine) -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let (sender, receiver) = tokio::sync::oneshot::channel();
        let job: Job = Box::new(move |machine| {
            let output = work(machine);
            // Nobody may be waiting any longer; what was done stays done.
            Box::new(move |committed| drop(sender.send(committed.map(|()| output))))
        });
        let gone = || Problem::new(Code::Unavailable, "the world has ended");
        self.jobs.send(job).map_err(|_| gone())?;
        receiver.await.map_err(|_| gone())?
    }
}

impl Machine {
    fn open(options: &Options, streams: Arc<Streams>) -> Result<Self, String> {
        let db = connect(options.data.as_deref())?;
        let failed = |error: rusqlite::Error| format!("the database is not usable: {error}");
        db.execute_batch(SCHEMA).map_err(failed)?;
        for schema in handlers::SCHEMAS {
            db.execute_batch(schema).map_err(failed)?;
        }
        let meta = |key: &str| {
            db.query_row("SELECT value FROM meta WHERE key = ?1", [key], |row| row.get::<_, i64>(0)).optional()
        };
        let now_ms = meta("now_ms").map_err(failed)?;
        let random = meta("random").map_err(failed)?;
        let mut machine = Self {
            now_ms: now_ms.unwrap_or(BEGINNING_MS),
            random: Random(random.map_or(options.seed, |state| state as u64)),
            rules: options.rules.clone(),
            saved: (0, 0),
            outbox: Vec::new(),
            streams,
            db,
        };
        if now_ms.is_none() {
            // Another seed is another history, and so is a world that was started anew.
            let epoch = (Random(options.seed).next() >> 33) as i64;
            machine.db.execute("INSERT INTO meta (key, value) VALUES ('epoch', ?1)", [epoch]).map_err(failed)?;
        }
        if now_ms.is_none() && options.seeded {
            machine.db.execute_batch("BEGIN").map_err(failed)?;
            let seeded = machine.act(None, crate::seed::fill);
            if let Err(refusal) = seeded {
                let problem = refusal.into_problem();
                return Err(format!("the world could not be filled: {}", problem.detail.unwrap_or_default()));
            }
            machine.outbox.clear();
            machine.save().and_then(|()| machine.db.execute_batch("COMMIT")).map_err(failed)?;
        }
        Ok(machine)
    }

    /// Runs what is in the queue in one transaction, then tells those who wait.
    fn batch(&mut self, first: Job, queue: &mpsc::Receiver<Job>) {
        let mut finishes = Vec::new();
        let begun = self.db.execute_batch("BEGIN IMMEDIATE");
        let mut next = Some(first);
        while let Some(job) = next {
            finishes.push(job(self));
            next = if finishes.len() < BATCH { queue.try_recv().ok() } else { None };
        }
        let committed = begun.and_then(|()| self.save()).and_then(|()| self.db.execute_batch("COMMIT"));
        let outcome = match committed {
            Ok(()) => Ok(()),
            Err(error) => {
                let _ = self.db.execute_batch("ROLLBACK");
                self.outbox.clear();
                eprintln!("avalo-mock-server: nothing was written: {error}");
                Err(Problem::new(Code::Unavailable, format!("nothing was written: {error}")))
            }
        };
        for (deliveries, ended) in self.outbox.drain(..) {
            self.streams.deliver(&deliveries);
            self.streams.end_sessions(&ended);
        }
        for finish in finishes {
            finish(outcome.clone());
        }
    }

    fn save(&mut self) -> rusqlite::Result<()> {
        let state = (self.now_ms, self.random.0);
        if state != self.saved {
            let mut write = self.db.prepare_cached("INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)")?;
            write.execute(params!["now_ms", state.0])?;
            write.execute(params!["random", state.1 as i64])?;
            drop(write);
            self.saved = state;
        }
        Ok(())
    }

    /// What the history of events is called: numbers of another history mean nothing here.
    pub(crate) fn epoch(&self) -> rusqlite::Result<String> {
        let epoch: i64 = self.db.query_row("SELECT value FROM meta WHERE key = 'epoch'", [], |row| row.get(0))?;
        Ok(format!("{epoch:x}"))
    }

    /// Moves the clock one step for a request and runs what is due by then.
    pub(crate) fn tick(&mut self) -> Answer<()> {
        self.advance_to(self.now_ms + 1)
    }

    /// Moves the clock, stopping at every planned effect on the way. Returns when all have settled.
    pub(crate) fn advance_to(&mut self, target_ms: i64) -> Answer<()> {
        loop {
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
                eprintln!("avalo-mock-server: the timer {name} failed: {}", problem.detail.unwrap_or_default());
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
        self.db.execute_batch("SAVEPOINT act")?;
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
        let result = work(&mut ctx);
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

fn connect(file: Option<&Path>) -> Result<Connection, String> {
    let Some(file) = file else {
        return Connection::open_in_memory().map_err(|error| format!("no database in memory: {error}"));
    };
    let failed = |error: rusqlite::Error| format!("{} is not usable: {error}", file.display());
    let db = Connection::open(file).map_err(failed)?;
    // Every answer is on the disk before it is sent.
    db.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;")
        .map_err(failed)?;
    db.set_prepared_statement_cache_capacity(256);
    Ok(db)
}
