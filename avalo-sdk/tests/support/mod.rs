//! A server that is a function, on a clock that stands still until everyone waits.
#![allow(dead_code, unreachable_pub)] // Each test file uses its own part.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use avalo_sdk::{
    AvaloSdk, Jitter, RetryPolicy,
    client::Builder,
    transport::{Request, Response, TransportError, memory::MemoryTransport},
};
use tokio::time::Instant;

/// A request that arrived, and when.
#[derive(Clone, Debug)]
pub struct Seen {
    pub at: Duration,
    pub line: String,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Seen {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// What arrived so far.
#[derive(Clone)]
pub struct Log {
    start: Instant,
    seen: Arc<Mutex<Vec<Seen>>>,
}

impl Log {
    pub fn all(&self) -> Vec<Seen> {
        self.seen.lock().expect("the log").clone()
    }

    pub fn len(&self) -> usize {
        self.all().len()
    }

    pub fn clear(&self) {
        self.seen.lock().expect("the log").clear();
    }

    /// The waits between one request and the next.
    pub fn gaps(&self) -> Vec<u128> {
        let all = self.all();
        all.windows(2).map(|pair| (pair[1].at - pair[0].at).as_millis()).collect()
    }

    pub fn count(&self, part: &str) -> usize {
        self.all().iter().filter(|seen| seen.line.contains(part)).count()
    }
}

pub type Reply = Result<Response, TransportError>;

/// A client of a server that answers with what `serve` returns, and what the server saw. Waits have
/// no jitter, the configuration is not asked for.
pub fn client<F, A>(serve: F) -> (AvaloSdk, Log)
where
    F: Fn(Seen) -> A + Send + Sync + 'static,
    A: Future<Output = Reply> + Send + 'static,
{
    let (builder, log) = builder(serve);
    (builder.discovery(false).build().expect("a client"), log)
}

/// As [`client`], before it is built.
pub fn builder<F, A>(serve: F) -> (Builder, Log)
where
    F: Fn(Seen) -> A + Send + Sync + 'static,
    A: Future<Output = Reply> + Send + 'static,
{
    let log = Log { start: Instant::now(), seen: Arc::default() };
    let kept = log.clone();
    let transport = MemoryTransport::new(move |request: Request| {
        let seen = Seen {
            at: kept.start.elapsed(),
            line: format!("{} {}", request.method.as_str(), request.url),
            headers: request
                .headers
                .iter()
                .map(|(name, value)| ((*name).to_owned(), value.to_string()))
                .collect(),
            body: request.body.map(|body| String::from_utf8_lossy(&body).into_owned()).unwrap_or_default(),
        };
        kept.seen.lock().expect("the log").push(seen.clone());
        serve(seen)
    });
    let exact = RetryPolicy { jitter: Jitter::None, ..RetryPolicy::default() };
    let builder = AvaloSdk::builder("https://api.avalo.app")
        .transport(transport)
        .retry(exact)
        .requests_per_minute(1_000_000);
    (builder, log)
}

/// An answer with JSON.
pub fn json(status: u16, body: &str) -> Reply {
    Ok(Response::new(status, &[("content-type", "application/json")], body.to_owned()))
}

/// A problem with this code.
pub fn problem(status: u16, code: &str) -> Reply {
    json(status, &format!(r#"{{"status":{status},"code":"{code}","title":"t","requestId":"req_{status}"}}"#))
}

/// The answer to a sign-in whose access token lives for so many seconds.
pub fn session(number: u32, expires_in: u32) -> Reply {
    json(
        200,
        &format!(
            r#"{{"session":{{"accessToken":"access-{number}","refreshToken":"refresh-{number}",
            "expiresIn":{expires_in},"sessionId":"ses_{number}","userId":"usr_1"}}}}"#
        ),
    )
}

/// Signs in.
pub async fn sign_in(sdk: &AvaloSdk) {
    let params = r#"{"email":"ada@example.com","password":"Password1"}"#;
    sdk.call_json("auth.login", params).await.expect("a session");
}
