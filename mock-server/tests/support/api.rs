//! Calls the server over plain HTTP/1.1, byte by byte: what an SDK would never send can be sent too.
//!
//! ```ignore
//! let server = MockServer::start().await.expect("a server");
//! let api = Api::new(&server.url());
//! let anna = api.sign_in("user1@avalo.test").await;
//! let answer = api.post(&anna, "/v1/posts", json!({ "kind": "text", "content": "Hello" })).await;
//! assert_eq!(answer.status, 200, "{answer}");
//! ```
#![allow(dead_code, reason = "every test file uses its own part of it")]

use std::{
    collections::HashMap,
    fmt, io,
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

use avalo_mock_server::MockServer;
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::{sleep, timeout},
};

/// Waits until the server has carried a request of this operation out; its answer may still be on the way.
pub(crate) async fn seen(server: &MockServer, operation: &str) {
    let looking = async {
        while server.count(operation) == 0 {
            sleep(Duration::from_millis(1)).await;
        }
    };
    timeout(Duration::from_secs(60), looking).await.expect("a request within a minute");
}

/// The password of every seeded user.
pub(crate) const PASSWORD: &str = "Password1";

/// A server to call.
pub(crate) struct Api {
    host: String,
    keys: AtomicU64,
}

/// A request that is being put together.
#[must_use = "a request does nothing until send() is called"]
pub(crate) struct Request<'a> {
    api: &'a Api,
    method: String,
    path: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

/// What the server answered.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// By their names in lower case.
    pub(crate) headers: HashMap<String, String>,
    pub(crate) body: Vec<u8>,
}

impl Api {
    /// The server at `url`, such as `http://127.0.0.1:40213`.
    pub(crate) fn new(url: &str) -> Self {
        Self { host: url.trim_start_matches("http://").to_owned(), keys: AtomicU64::new(0) }
    }

    /// Uses other keys than one that counts from elsewhere.
    pub(crate) fn counting_from(self, first: u64) -> Self {
        Self { keys: AtomicU64::new(first), ..self }
    }

    /// Signs a seeded user in and returns the access token.
    pub(crate) async fn sign_in(&self, email: &str) -> String {
        let answer = self.post("", "/v1/auth/login", json!({ "email": email, "password": PASSWORD })).await;
        let token = answer.json()["session"]["accessToken"].as_str().map(str::to_owned);
        token.unwrap_or_else(|| panic!("{email} did not sign in: {answer}"))
    }

    pub(crate) async fn get(&self, token: &str, path: &str) -> Answer {
        self.request("GET", path).token(token).send().await
    }

    /// Posts under a new idempotency key.
    pub(crate) async fn post(&self, token: &str, path: &str, body: Value) -> Answer {
        self.request("POST", path).token(token).new_key().json(&body).send().await
    }

    pub(crate) async fn put(&self, token: &str, path: &str, body: Value) -> Answer {
        self.request("PUT", path).token(token).new_key().json(&body).send().await
    }

    pub(crate) async fn patch(&self, token: &str, path: &str, body: Value) -> Answer {
        self.request("PATCH", path).token(token).new_key().json(&body).send().await
    }

    pub(crate) async fn delete(&self, token: &str, path: &str) -> Answer {
        self.request("DELETE", path).token(token).new_key().send().await
    }

    pub(crate) fn request(&self, method: &str, path: &str) -> Request<'_> {
        let (method, path) = (method.to_owned(), path.to_owned());
        Request { api: self, method, path, headers: Vec::new(), body: Vec::new() }
    }
}

impl Request<'_> {
    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// No token if it is empty.
    pub(crate) fn token(self, token: &str) -> Self {
        if token.is_empty() { self } else { self.header("authorization", &format!("Bearer {token}")) }
    }

    pub(crate) fn key(self, key: &str) -> Self {
        self.header("idempotency-key", key)
    }

    /// A key that this `Api` has not used before.
    pub(crate) fn new_key(self) -> Self {
        let number = self.api.keys.fetch_add(1, Ordering::Relaxed);
        self.key(&format!("key-{number}"))
    }

    pub(crate) fn json(self, body: &Value) -> Self {
        self.header("content-type", "application/json").body(body.to_string())
    }

    pub(crate) fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    pub(crate) async fn send(self) -> Answer {
        self.try_send().await.expect("an answer")
    }

    /// Sends it on a connection of its own and reads the answer whole.
    ///
    /// # Errors
    ///
    /// When the connection ends before the answer does.
    pub(crate) async fn try_send(self) -> io::Result<Answer> {
        let mut socket = TcpStream::connect(&self.api.host).await?;
        socket.write_all(&self.bytes()).await?;
        let mut received = Vec::new();
        socket.read_to_end(&mut received).await?;
        Answer::read(&received).ok_or_else(|| io::Error::from(io::ErrorKind::UnexpectedEof))
    }

    /// Sends it and hands the connection over, for an answer that has no end.
    pub(crate) async fn open(self) -> TcpStream {
        let mut socket = TcpStream::connect(&self.api.host).await.expect("a connection");
        socket.write_all(&self.bytes()).await.expect("a request is sent");
        socket
    }

    fn bytes(&self) -> Vec<u8> {
        let mut bytes = format!(
            "{} {} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n",
            self.method, self.path, self.api.host
        )
        .into_bytes();
        for (name, value) in &self.headers {
            bytes.extend(format!("{name}: {value}\r\n").bytes());
        }
        bytes.extend(format!("content-length: {}\r\n\r\n", self.body.len()).bytes());
        bytes.extend(&self.body);
        bytes
    }
}

impl Answer {
    fn read(bytes: &[u8]) -> Option<Self> {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let mut lines = head.split("\r\n");
        let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
        let headers: HashMap<String, String> = lines
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect();
        let rest = &bytes[end + 4..];
        let body = match headers.get("content-length").map(|length| length.parse::<usize>()) {
            Some(Ok(length)) if length == rest.len() => rest.to_vec(),
            Some(_) => return None,
            None if headers.contains_key("transfer-encoding") => dechunked(rest)?,
            None => rest.to_vec(),
        };
        Some(Self { status, headers, body })
    }

    /// The body as JSON, null if it is none.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }

    /// The `code` of a problem, empty if it is none.
    pub(crate) fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or_default().to_owned()
    }

    /// The status and the code of a problem, to compare both at once.
    pub(crate) fn refusal(&self) -> (u16, String) {
        (self.status, self.code())
    }

    /// A header, empty if it is absent.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(String::as_str).unwrap_or_default()
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.status, String::from_utf8_lossy(&self.body))
    }
}

fn dechunked(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let line = rest.windows(2).position(|two| two == b"\r\n")?;
        let length = usize::from_str_radix(std::str::from_utf8(&rest[..line]).ok()?, 16).ok()?;
        if length == 0 {
            return Some(body);
        }
        body.extend(rest.get(line + 2..line + 2 + length)?);
        rest = rest.get(line + 2 + length + 2..)?;
    }
}
