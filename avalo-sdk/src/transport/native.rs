//! Exchanges by reqwest, over rustls.

mod origin;

use std::{
    error::Error as _,
    future::poll_fn,
    pin::{Pin, pin},
    sync::Arc,
    task::{Poll, ready},
    time::Duration,
};

use bytes::{Bytes, BytesMut};
use futures_util::stream::unfold;
use reqwest::{Client, ClientBuilder, redirect, retry};
use tokio::time::{Sleep, sleep};

use self::origin::Origin;
use super::{Body, Headers, Phase, Read, Request, Response, Transport, TransportError};
use crate::{operation::Method, platform::BoxFuture};

/// How long a connection may take to open.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// How long an answer may say nothing before it counts as lost. A server that keeps a stream
/// open says something more often than this.
const IDLE_TIMEOUT: Duration = Duration::from_secs(60);

/// Sends requests by reqwest.
#[derive(Clone, Debug)]
pub struct NativeTransport {
    client: Client,
    origin: Arc<Origin>,
}

impl NativeTransport {
    /// A transport with its own connection pool.
    ///
    /// # Errors
    ///
    /// When the machine's TLS set-up cannot be used, as on one without any root certificates.
    pub fn new() -> Result<Self, TransportError> {
        Self::of(Client::builder())
    }

    fn of(builder: ClientBuilder) -> Result<Self, TransportError> {
        // A provider that the program chose before stays; ours is only the default.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = builder
            // The engine alone decides what is sent again and where tokens go.
            .retry(retry::never())
            .redirect(redirect::Policy::none())
            .connect_timeout(CONNECT_TIMEOUT)
            .build()
            .map_err(|error| TransportError { phase: Phase::Tls, ..describe(&error) })?;
        Ok(Self { client, origin: Arc::default() })
    }
}

impl Transport for NativeTransport {
    fn send(&self, request: Request) -> BoxFuture<Result<Response, TransportError>> {
        let (client, origin) = (self.client.clone(), Arc::clone(&self.origin));
        Box::pin(async move {
            let method = match request.method {
                Method::Get => reqwest::Method::GET,
                Method::Post => reqwest::Method::POST,
                Method::Put => reqwest::Method::PUT,
                Method::Patch => reqwest::Method::PATCH,
                Method::Delete => reqwest::Method::DELETE,
            };
            let mut builder = match origin.parse(&request.url) {
                Some(url) => client.request(method, url),
                // It will say what is wrong with it.
                None => client.request(method, request.url),
            };
            for (name, value) in request.headers {
                builder = builder.header(name, value);
            }
            if let Some(body) = request.body {
                builder = builder.body(body);
            }
            let mut response = heard(builder.send()).await?;
            let status = response.status().as_u16();
            let headers = Box::new(std::mem::take(response.headers_mut()));
            let body = match request.read {
                Read::Stream if response.status().is_success() => {
                    Body::Stream(Box::pin(unfold(response, |mut response| async move {
                        let piece = heard(response.chunk()).await.transpose()?;
                        Some((piece, response))
                    })))
                }
                Read::Text { limit } | Read::Hold { limit } => Body::Bytes(read(response, limit).await?),
                Read::Stream => Body::Bytes(read(response, ERROR_LIMIT).await?),
            };
            Ok(Response { status, headers, body })
        })
    }
}

/// The largest body of an error, in bytes.
const ERROR_LIMIT: usize = 64 * 1024;

/// What the server says, unless it says nothing for too long.
///
/// reqwest's own limit sets two timers for every exchange; this one sets none for what has already
/// come.
async fn heard<T>(saying: impl Future<Output = reqwest::Result<T>>) -> Result<T, TransportError> {
    let mut saying = pin!(saying);
    let mut silence: Option<Pin<Box<Sleep>>> = None;
    poll_fn(|context| {
        if let Poll::Ready(said) = saying.as_mut().poll(context) {
            return Poll::Ready(said.map_err(|error| describe(&error)));
        }
        let silence = silence.get_or_insert_with(|| Box::pin(sleep(IDLE_TIMEOUT)));
        ready!(silence.as_mut().poll(context));
        let detail = format!("the server said nothing for {IDLE_TIMEOUT:?}");
        Poll::Ready(Err(TransportError::new(Phase::Exchange, detail)))
    })
    .await
}

async fn read(mut response: reqwest::Response, limit: usize) -> Result<Bytes, TransportError> {
    let too_large =
        || TransportError::new(Phase::TooLarge, format!("the answer has more than {limit} bytes"));
    let Some(first) = heard(response.chunk()).await? else {
        return Ok(Bytes::new());
    };
    if first.len() > limit {
        return Err(too_large());
    }
    let mut whole: Option<BytesMut> = None;
    while let Some(piece) = heard(response.chunk()).await? {
        let buffer = whole.get_or_insert_with(|| BytesMut::from(&first[..]));
        if buffer.len() + piece.len() > limit {
            return Err(too_large());
        }
        buffer.extend_from_slice(&piece);
    }
    Ok(whole.map_or(first, BytesMut::freeze))
}

impl Headers for reqwest::header::HeaderMap {
    fn get(&self, name: &str) -> Option<String> {
        self.get(name)?.to_str().ok().map(str::to_owned)
    }
}

/// Says what failed and at which point; the URL is left out because a query may hold secrets.
fn describe(error: &reqwest::Error) -> TransportError {
    let mut detail = String::from("the exchange failed");
    let mut tls = false;
    let mut source = error.source();
    while let Some(cause) = source {
        // An io::Error shows its cause's cause, not the cause itself.
        let inner = cause.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
        tls |= cause.is::<rustls::Error>() || inner.is_some_and(|inner| inner.is::<rustls::Error>());
        detail = cause.to_string();
        source = cause.source();
    }
    let phase = match (tls, error.is_connect()) {
        (true, _) => Phase::Tls,
        (false, true) => Phase::Connect,
        (false, false) => Phase::Exchange,
    };
    TransportError { phase, detail: Arc::from(detail) }
}

#[cfg(test)]
mod tests;
