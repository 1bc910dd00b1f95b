//! One exchange with a server: the engine's only way out.

pub mod memory;
#[cfg(feature = "native")]
pub mod native;

use std::{borrow::Cow, fmt, sync::Arc};

use crate::{
    engine::date::http_date,
    operation::Method,
    platform::{BoxFuture, BoxStream, Bytes, Held, MaybeSend, MaybeSync, text_of},
};

/// Sends requests. It follows no redirect, retries nothing and keeps no cookie.
pub trait Transport: MaybeSend + MaybeSync {
    /// Sends one request and reads its answer. Dropping the future ends the exchange.
    fn send(&self, request: Request) -> BoxFuture<Result<Response, TransportError>>;
}

/// A request, ready to travel.
#[derive(Clone)]
pub struct Request {
    /// The HTTP method.
    pub method: Method,
    /// The absolute URL.
    pub url: String,
    /// The headers, names in lower case.
    pub headers: Vec<(&'static str, Cow<'static, str>)>,
    /// The body.
    pub body: Option<Bytes>,
    /// What to do with the answer's body.
    pub read: Read,
}

/// Headers and body may hold secrets, so only the way is shown.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.url.split('?').next().unwrap_or_default();
        write!(f, "{} {path}", self.method.as_str())
    }
}

/// What to do with the body of a successful answer. The body of any other is read as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read {
    /// Read it whole; more than so many bytes is an error.
    Text {
        /// The largest size in bytes.
        limit: usize,
    },
    /// Leave it with the host language if there is one, otherwise read it whole.
    Hold {
        /// The largest size in bytes.
        limit: usize,
    },
    /// Hand it on piece by piece.
    Stream,
}

/// An answer.
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// The headers.
    pub headers: Box<dyn Headers>,
    /// The body.
    pub body: Body,
}

/// Headers that are looked up when they are needed: most answers are never asked for one.
pub trait Headers: MaybeSend + MaybeSync {
    /// The first value of a header by its name in lower case, if it is visible text.
    fn get(&self, name: &str) -> Option<String>;

    /// The moment of a header that holds a date of HTTP, in milliseconds since 1970-01-01T00:00:00Z. A
    /// host that reads dates itself spares a browser the code for it.
    fn moment(&self, name: &str) -> Option<i64> {
        http_date(&self.get(name)?)
    }
}

impl Headers for Vec<(String, String)> {
    fn get(&self, name: &str) -> Option<String> {
        let found = self.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.clone())
    }
}

/// The body of an answer.
pub enum Body {
    /// Bytes that Rust holds.
    Bytes(Bytes),
    /// A value that the host language holds.
    Held(Held),
    /// Bytes still to come.
    Stream(BoxStream<Result<Bytes, TransportError>>),
}

impl Body {
    /// The text, if Rust holds it and it is some.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Bytes(bytes) => text_of(bytes),
            Self::Held(_) | Self::Stream(_) => None,
        }
    }
}

/// Why there is no answer.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{detail}")]
pub struct TransportError {
    /// At which point it failed.
    pub phase: Phase,
    /// What failed, without the query or any header.
    pub detail: Arc<str>,
}

impl TransportError {
    /// An error of this phase.
    pub fn new(phase: Phase, detail: impl fmt::Display) -> Self {
        Self { phase, detail: detail.to_string().into() }
    }
}

/// At which point an exchange failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The request cannot be sent as it is: nothing has left. Trying again would not help.
    Build,
    /// The program lacks what the transport runs on. Trying again would not help.
    Setup,
    /// The server was not reached.
    Connect,
    /// The server could not prove who it is, or does not speak TLS. Trying again would not help.
    Tls,
    /// The request may have arrived, but no whole answer came back.
    Exchange,
    /// The answer is larger than allowed.
    TooLarge,
}
