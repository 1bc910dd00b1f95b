//! Someone who listens to live events.
#![allow(dead_code, reason = "every test file uses its own part of it")]

use std::time::Duration;

use tokio::{io::AsyncReadExt, net::TcpStream, time::timeout};

use crate::stage::{Person, Stage};

/// A live stream and what it has said.
pub(crate) struct Listener {
    socket: TcpStream,
    pub(crate) heard: String,
}

impl Listener {
    pub(crate) async fn of(stage: &Stage, who: &Person) -> Self {
        let socket = stage.api.request("GET", "/v1/events").token(&who.token).open().await;
        let mut listener = Self { socket, heard: String::new() };
        listener.until("text/event-stream").await;
        listener
    }

    /// Reads until the stream has said this.
    pub(crate) async fn until(&mut self, text: &str) {
        let mut piece = [0; 4_096];
        while !self.heard.contains(text) {
            let read = timeout(Duration::from_secs(5), self.socket.read(&mut piece)).await;
            let count = read.unwrap_or_else(|_| panic!("no {text:?} in {}", self.heard)).expect("a piece");
            assert_ne!(count, 0, "the stream ended without {text:?}: {}", self.heard);
            self.heard.push_str(&String::from_utf8_lossy(&piece[..count]));
        }
    }
}
