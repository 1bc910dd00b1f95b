//! The requests that were seen, without their secrets.

use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
};

use serde::{Deserialize, Serialize};

/// How many requests are remembered.
const CAPACITY: usize = 50_000;

/// A request of the contract that the server has seen. Tokens and bodies are never kept.
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
    /// Whether it was answered from an earlier request with the same key.
    pub replayed: bool,
    /// The virtual time of its answer, in milliseconds since 1970.
    pub now_ms: i64,
}

#[derive(Default)]
pub(crate) struct Journal(Mutex<VecDeque<Record>>);

impl Journal {
    pub(crate) fn add(&self, record: Record) {
        let mut records = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if records.len() == CAPACITY {
            records.pop_front();
        }
        records.push_back(record);
    }

    pub(crate) fn all(&self) -> Vec<Record> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }

    pub(crate) fn clear(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}
