//! The live streams that are open, and what they are sent.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use tokio::sync::mpsc;

use crate::context::Delivery;

/// How many events may wait for a slow reader before its stream is closed. It comes back and reads
/// the rest from the history.
const QUEUE: usize = 1_024;

/// What a stream is sent.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub(crate) number: Option<i64>,
    pub(crate) data: String,
}

/// The streams that are open, by user.
#[derive(Default)]
pub(crate) struct Streams {
    open: Mutex<HashMap<String, Vec<Stream>>>,
}

struct Stream {
    session_id: String,
    sender: mpsc::Sender<Piece>,
}

impl Streams {
    fn open(&self) -> MutexGuard<'_, HashMap<String, Vec<Stream>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Opens a stream. It is called in the world, between two requests, so that history and live
    /// events join without a gap.
    pub(crate) fn join(&self, user_id: &str, session_id: &str) -> mpsc::Receiver<Piece> {
        let (sender, receiver) = mpsc::channel(QUEUE);
        let stream = Stream { session_id: session_id.to_owned(), sender };
        self.open().entry(user_id.to_owned()).or_default().push(stream);
        receiver
    }

    pub(crate) fn deliver(&self, deliveries: &[Delivery]) {
        if deliveries.is_empty() {
            return;
        }
        let mut open = self.open();
        for delivery in deliveries {
            if let Some(streams) = open.get_mut(&delivery.user_id) {
                let piece = Piece { number: delivery.number, data: delivery.data.clone() };
                streams.retain(|stream| stream.sender.try_send(piece.clone()).is_ok());
            }
        }
    }

    pub(crate) fn end_sessions(&self, sessions: &[String]) {
        if !sessions.is_empty() {
            let mut open = self.open();
            for streams in open.values_mut() {
                streams.retain(|stream| !sessions.contains(&stream.session_id));
            }
        }
    }

    /// Closes every stream, as a restart of a proxy would. Returns how many there were.
    pub(crate) fn close_all(&self) -> usize {
        self.open().drain().map(|(_, streams)| streams.len()).sum()
    }

    /// How many streams are open.
    pub(crate) fn count(&self) -> usize {
        let mut open = self.open();
        for streams in open.values_mut() {
            streams.retain(|stream| !stream.sender.is_closed());
        }
        open.values().map(Vec::len).sum()
    }
}
