//! The requests that were seen.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Instant,
};

use avalo_sdk::operation::Spec;
use axum::http::Uri;
use bytes::Bytes;
use serde::{Deserialize, Serialize};
use tokio::sync::broadcast;

use super::{App, envelope::RequestId, operation::Served};
use crate::{
    faults::{FaultRule, Strike},
    http::fault,
    world::{Change, Sent},
};

/// How many requests are remembered.
const CAPACITY: usize = 50_000;

/// The largest body that is remembered, in bytes, and how much all of them may take together: the
/// oldest are let go first.
const BODY_LIMIT: usize = 64 << 10;
const BODIES_LIMIT: usize = 32 << 20;

/// How far a watcher may fall behind.
const TAIL: usize = 4_096;

/// A request of the contract that the server has seen. Tokens are never kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Record {
    /// The id that its answer carried.
    pub request_id: String,
    /// The operation.
    pub operation: String,
    /// The HTTP method.
    pub method: String,
    /// The path, without the query.
    pub path: String,
    /// The status of its answer; 599 for one that was never sent.
    pub status: u16,
    /// Its idempotency key.
    pub idempotency_key: Option<String>,
    /// Which attempt of its call it was, as the client says.
    pub attempt: Option<u32>,
    /// The fault that it met.
    pub fault: Option<String>,
    /// The line of the plan that the fault comes from.
    pub rule: Option<FaultRule>,
    /// Whether it was answered from an earlier request with the same key.
    pub replayed: bool,
    /// The virtual time of its answer, in milliseconds since 1970.
    pub now_ms: i64,
    /// How long it took in real time until its answer was there, in milliseconds. What a fault makes the
    /// answer wait for comes on top.
    pub duration_ms: f64,
    /// How many rows of each table it changed, timers that fell due with it included.
    pub changes: Vec<Change>,
    /// The first 50 events that it sent.
    pub events: Vec<Sent>,
}

impl Record {
    /// Notes the fault that it meets.
    pub(super) fn meet(&mut self, strike: Option<&Strike>) {
        self.fault = strike.map(|strike| fault::name(&strike.rule.fault));
        self.rule = strike.map(|strike| strike.rule.clone());
    }
}

/// A record and what is shown of it only once its secrets are taken out.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) record: Record,
    pub(crate) query: String,
    pub(crate) request: Bytes,
    pub(crate) response: Bytes,
    began: Instant,
    generation: u64,
}

impl Entry {
    /// A request that has just arrived.
    pub(super) fn begin(app: &App, id: &RequestId, spec: &Spec, uri: &Uri) -> Self {
        let record = Record {
            request_id: id.0.clone(),
            operation: spec.id.to_owned(),
            method: spec.method.as_str().to_owned(),
            path: uri.path().to_owned(),
            status: 200,
            idempotency_key: None,
            attempt: None,
            fault: None,
            rule: None,
            replayed: false,
            now_ms: app.world.now_ms(),
            duration_ms: 0.0,
            changes: Vec::new(),
            events: Vec::new(),
        };
        Self {
            record,
            query: uri.query().unwrap_or_default().to_owned(),
            request: Bytes::new(),
            response: Bytes::new(),
            began: Instant::now(),
            generation: app.journal.generation(),
        }
    }

    /// Notes what came of it.
    pub(super) fn answered(&mut self, served: &Served, body: Bytes) {
        self.record.status = served.outgoing.status;
        self.record.replayed = served.outgoing.replayed;
        self.record.now_ms = served.now_ms;
        self.record.changes.clone_from(&served.trace.changes);
        self.record.events.clone_from(&served.trace.events);
        self.response = body;
        self.generation = served.generation.unwrap_or(self.generation);
    }

    fn size(&self) -> usize {
        self.request.len() + self.response.len()
    }
}

/// What a watcher is told.
#[derive(Clone, Debug)]
pub(crate) enum News {
    Request(Arc<Entry>),
    /// All requests were forgotten.
    Forgotten,
}

pub(crate) struct Journal {
    kept: Mutex<Kept>,
    news: broadcast::Sender<News>,
    /// Whether there is an inspector that shows bodies.
    with_bodies: bool,
}

#[derive(Default)]
struct Kept {
    entries: VecDeque<Arc<Entry>>,
    /// How many bytes the bodies have, and how many of the oldest entries have none any more.
    size: usize,
    bare: usize,
    generation: u64,
}

impl Journal {
    pub(crate) fn new(with_bodies: bool) -> Self {
        Self { kept: Mutex::default(), news: broadcast::Sender::new(TAIL), with_bodies }
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn generation(&self) -> u64 {
        self.kept().generation
    }

    pub(super) fn add(&self, mut entry: Entry) {
        entry.record.duration_ms = (entry.began.elapsed().as_secs_f64() * 1e6).round() / 1e3;
        for body in [&mut entry.request, &mut entry.response] {
            if !self.with_bodies || body.len() > BODY_LIMIT {
                *body = Bytes::new();
            }
        }
        let entry = Arc::new(entry);
        let mut kept = self.kept();
        // It belongs to a world that is gone.
        if entry.generation < kept.generation {
            return;
        }
        kept.add(Arc::clone(&entry));
        if self.news.receiver_count() > 0 {
            let _ = self.news.send(News::Request(entry));
        }
    }

    /// All entries, oldest first.
    pub(super) fn entries(&self) -> Vec<Arc<Entry>> {
        self.kept().entries.iter().cloned().collect()
    }

    /// The entries so far and those to come, without a gap in between.
    pub(super) fn watch(&self) -> broadcast::Receiver<News> {
        let _kept = self.kept();
        self.news.subscribe()
    }

    pub(crate) fn records(&self) -> Vec<Record> {
        self.kept().entries.iter().map(|entry| entry.record.clone()).collect()
    }

    pub(crate) fn count(&self, operation: &str) -> usize {
        self.kept().entries.iter().filter(|entry| entry.record.operation == operation).count()
    }

    pub(crate) fn clear(&self) {
        let generation = self.generation();
        self.begin(generation);
    }

    /// Forgets everything, and from now on what was carried out in a world before this one.
    pub(crate) fn begin(&self, generation: u64) {
        let mut kept = self.kept();
        *kept = Kept { generation, ..Kept::default() };
        let _ = self.news.send(News::Forgotten);
    }
}

impl Kept {
    fn add(&mut self, entry: Arc<Entry>) {
        if self.entries.len() == CAPACITY
            && let Some(oldest) = self.entries.pop_front()
        {
            self.size -= oldest.size();
            self.bare = self.bare.saturating_sub(1);
        }
        self.size += entry.size();
        self.entries.push_back(entry);
        while self.size > BODIES_LIMIT && self.bare < self.entries.len() {
            let heavy = &mut self.entries[self.bare];
            self.size -= heavy.size();
            let light = Entry { request: Bytes::new(), response: Bytes::new(), ..Entry::clone(heavy) };
            *heavy = Arc::new(light);
            self.bare += 1;
        }
    }
}
