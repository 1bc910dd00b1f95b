//! A loader that costs little itself: connections that stay open, requests that are ready-made bytes.

use std::{
    io,
    sync::Arc,
    time::{Duration, Instant},
};

use serde_json::Value;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    runtime::{Builder, Runtime},
    task::JoinSet,
};

use crate::quantile::quantile;

/// What a round of requests gave.
pub(crate) struct Figures {
    pub(crate) per_second: f64,
    /// In milliseconds.
    pub(crate) p50: f64,
    pub(crate) p99: f64,
}

/// One thread, so that the server has the other core to itself.
pub(crate) fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().expect("a runtime")
}

/// A connection that stays open.
pub(crate) struct Connection {
    socket: TcpStream,
    buffer: Vec<u8>,
}

/// What was answered.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }
}

impl Connection {
    pub(crate) async fn open(host: &str) -> io::Result<Self> {
        let socket = TcpStream::connect(host).await?;
        socket.set_nodelay(true)?;
        Ok(Self { socket, buffer: Vec::with_capacity(1 << 16) })
    }

    pub(crate) async fn send(&mut self, request: &[u8]) -> io::Result<Answer> {
        self.socket.write_all(request).await?;
        self.buffer.clear();
        let (head, length) = loop {
            if self.socket.read_buf(&mut self.buffer).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            if let Some(end) = self.buffer.windows(4).position(|four| four == b"\r\n\r\n") {
                let head = String::from_utf8_lossy(&self.buffer[..end]).to_ascii_lowercase();
                let length = head.split("content-length: ").nth(1).and_then(|rest| rest.lines().next());
                break (end + 4, length.and_then(|length| length.trim().parse().ok()).unwrap_or(0_usize));
            }
        };
        while self.buffer.len() < head + length {
            if self.socket.read_buf(&mut self.buffer).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        let status = String::from_utf8_lossy(&self.buffer[9..12]).parse().unwrap_or(0);
        Ok(Answer { status, body: self.buffer[head..].to_vec() })
    }
}

/// A request as it travels.
pub(crate) fn request(method: &str, path: &str, token: &str, key: &str, body: &str) -> Vec<u8> {
    format!(
        "{method} {path} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {token}\r\n\
         idempotency-key: {key}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// Sends requests in so many lanes for so long. `make` gives the bytes of each from its lane and number.
pub(crate) async fn run(
    host: &str,
    lanes: usize,
    time: Duration,
    make: impl Fn(usize, usize) -> Vec<u8> + Send + Sync + 'static,
) -> io::Result<Figures> {
    let make = Arc::new(make);
    let mut open = Vec::new();
    for _ in 0..lanes {
        open.push(Connection::open(host).await?);
    }
    let began = Instant::now();
    let mut running = JoinSet::new();
    for (lane, mut connection) in open.into_iter().enumerate() {
        let make = Arc::clone(&make);
        running.spawn(async move {
            let mut latencies = Vec::new();
            while began.elapsed() < time {
                let bytes = make(lane, latencies.len());
                let sent = Instant::now();
                let answer = connection.send(&bytes).await?;
                if answer.status != 200 {
                    let text = String::from_utf8_lossy(&answer.body).into_owned();
                    return Err(io::Error::other(format!("{}: {text}", answer.status)));
                }
                latencies.push(sent.elapsed().as_secs_f64() * 1e3);
            }
            Ok(latencies)
        });
    }
    let mut latencies = Vec::new();
    while let Some(lane) = running.join_next().await {
        latencies.append(&mut lane.map_err(io::Error::other)??);
    }
    let per_second = latencies.len() as f64 / began.elapsed().as_secs_f64();
    Ok(Figures { per_second, p50: quantile(&mut latencies, 0.5), p99: quantile(&mut latencies, 0.99) })
}
