//! What one request did: the rows it changed and the events it sent.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use avalo_sdk::event::EventKind;
use rusqlite::{Connection, functions::FunctionFlags};
use serde::{Deserialize, Serialize};

use super::Machine;

/// Tables of the machinery, whose rows say nothing of what a request did.
const MACHINERY: [&str; 4] = ["meta", "idempotency", "events", "streams"];

/// How many events of one request are named.
const EVENTS: usize = 50;

/// What one request did to the world.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Trace {
    pub(crate) changes: Vec<Change>,
    pub(crate) events: Vec<Sent>,
}

/// How many rows of a table were changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// The table.
    pub table: String,
    /// How many rows were added.
    pub inserted: u32,
    /// How many rows were changed in place.
    pub updated: u32,
    /// How many rows were removed.
    pub deleted: u32,
}

/// An event that was sent to a user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Sent {
    /// To whom.
    pub user_id: String,
    /// Its kind on the wire.
    pub kind: String,
}

/// The rows that were changed since somebody looked. SQLite's own hook passes over tables without
/// rowids, so triggers that live and die with the connection report each row.
pub(super) struct Changes {
    wanted: bool,
    watching: bool,
    tables: Vec<String>,
    /// Thrice the number of a table, and 0, 1 or 2: added, changed, removed.
    rows: Arc<Mutex<Vec<usize>>>,
}

impl Changes {
    pub(super) fn new(wanted: bool) -> Self {
        Self { wanted, watching: false, tables: Vec::new(), rows: Arc::default() }
    }

    fn rows(&self) -> MutexGuard<'_, Vec<usize>> {
        self.rows.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins to watch, unless that was done before. It is called between two transactions: one that
    /// is rolled back would take the triggers along.
    pub(super) fn watch(&mut self, db: &Connection) {
        if self.wanted && !self.watching {
            self.watching = true;
            if let Err(error) = self.create(db) {
                eprintln!("avalo-mock-server: the inspector will not see what changes: {error}");
            }
        }
    }

    fn create(&mut self, db: &Connection) -> rusqlite::Result<()> {
        let rows = Arc::clone(&self.rows);
        db.create_scalar_function("avalo_changed", 1, FunctionFlags::SQLITE_UTF8, move |context| {
            let row = usize::try_from(context.get::<i64>(0)?).unwrap_or_default();
            rows.lock().unwrap_or_else(PoisonError::into_inner).push(row);
            Ok(0_i64)
        })?;
        let mut read = db.prepare(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
        )?;
        let names =
            read.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
        self.tables = names.into_iter().filter(|name| !MACHINERY.contains(&name.as_str())).collect();
        let mut triggers = String::from("PRAGMA temp_store = MEMORY; BEGIN;");
        for (number, table) in self.tables.iter().enumerate() {
            for (kind, event) in ["INSERT", "UPDATE", "DELETE"].into_iter().enumerate() {
                let row = number * 3 + kind;
                triggers += &format!(
                    "CREATE TEMP TRIGGER changed_{row} AFTER {event} ON main.{table} BEGIN SELECT avalo_changed({row}); END;"
                );
            }
        }
        db.execute_batch(&(triggers + "COMMIT"))
    }

    /// The connection is another one, or its tables are.
    pub(super) fn forget_triggers(&mut self) {
        self.watching = false;
        self.rows().clear();
    }

    pub(super) fn len(&self) -> usize {
        self.rows().len()
    }

    /// Takes back what was rolled back.
    pub(super) fn truncate(&self, len: usize) {
        self.rows().truncate(len);
    }

    fn take(&self) -> Vec<Change> {
        let mut changes = BTreeMap::<usize, Change>::new();
        for row in self.rows().drain(..) {
            let Some(table) = self.tables.get(row / 3) else { continue };
            let change = changes
                .entry(row / 3)
                .or_insert_with(|| Change { table: table.clone(), ..Change::default() });
            match row % 3 {
                0 => change.inserted += 1,
                1 => change.updated += 1,
                _ => change.deleted += 1,
            }
        }
        changes.into_values().collect()
    }
}

/// A kind as it travels.
fn wire(kind: &EventKind) -> String {
    let value = serde_json::to_value(kind).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

impl Machine {
    /// Carries out `work` and says what it did.
    pub(crate) fn traced<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> (T, Trace) {
        self.changes.truncate(0);
        let sent = self.outbox.len();
        let output = work(self);
        let deliveries = self.outbox[sent..].iter().flat_map(|(deliveries, _)| deliveries).take(EVENTS);
        let events =
            deliveries.map(|delivery| Sent { user_id: delivery.user_id.clone(), kind: wire(&delivery.kind) });
        let events = if self.changes.wanted { events.collect() } else { Vec::new() };
        (output, Trace { changes: self.changes.take(), events })
    }
}
