//! Someone who listens to live events.
#![allow(dead_code, reason = "every test file uses its own part of it")]

use std::time::Duration;

use tokio::{io::AsyncReadExt, net::TcpStream, time::timeout};

use crate::stage::{Person, Stage};

/// How long what must come may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// A live stream and what it has said.
pub(crate) struct Listener {
    socket: TcpStream,
    pub(crate) heard: String,
}

impl Listener {
    /// Listens to everything that happens from here on.
    pub(crate) async fn of(stage: &Stage, who: &Person) -> Self {
        Self::at(stage, who, "/v1/events", None).await
    }

    /// Listens to one of the streams, after the event that was heard last.
    pub(crate) async fn at(stage: &Stage, who: &Person, path: &str, last: Option<&str>) -> Self {
        let mut request = stage.api.request("GET", path).token(&who.token);
        if let Some(last) = last {
            request = request.header("last-event-id", last);
        }
        let mut listener = Self { socket: request.open().await, heard: String::new() };
        listener.until(": open\n").await;
        listener
    }

    /// Reads until the stream has said this.
    pub(crate) async fn until(&mut self, text: &str) {
        while !self.heard.contains(text) {
            self.more(text).await;
        }
    }

    /// Reads a piece of what is to bring `wanted`.
    pub(crate) async fn more(&mut self, wanted: &str) {
        let mut piece = [0; 4_096];
        let read = timeout(PATIENCE, self.socket.read(&mut piece)).await;
        let count = read.unwrap_or_else(|_| panic!("no {wanted} in {}", self.heard)).expect("a piece");
        assert_ne!(count, 0, "the stream ended without {wanted}: {}", self.heard);
        self.heard.push_str(&String::from_utf8_lossy(&piece[..count]));
    }
}
