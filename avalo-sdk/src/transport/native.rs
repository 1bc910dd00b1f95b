//! Exchanges by reqwest, over rustls.

use std::{error::Error as _, sync::Arc, time::Duration};

use bytes::{Bytes, BytesMut};
use futures_util::StreamExt;
use reqwest::{Client, redirect, retry};

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
}

impl NativeTransport {
    /// A transport with its own connection pool.
    ///
    /// # Errors
    ///
    /// When the machine's TLS set-up cannot be used.
    pub fn new() -> Result<Self, TransportError> {
        let failed = |error: &dyn std::fmt::Display| TransportError::new(Phase::Tls, error);
        // A provider that the program chose before stays; ours is only the default.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder()
            // The engine alone decides what is sent again and where tokens go.
            .retry(retry::never())
            .redirect(redirect::Policy::none())
            .connect_timeout(CONNECT_TIMEOUT)
            .read_timeout(IDLE_TIMEOUT)
            .build()
            .map_err(|error| failed(&error))?;
        Ok(Self { client })
    }
}

impl Transport for NativeTransport {
    fn send(&self, request: Request) -> BoxFuture<Result<Response, TransportError>> {
        let client = self.client.clone();
        Box::pin(async move {
            let method = match request.method {
                Method::Get => reqwest::Method::GET,
                Method::Post => reqwest::Method::POST,
                Method::Put => reqwest::Method::PUT,
                Method::Patch => reqwest::Method::PATCH,
                Method::Delete => reqwest::Method::DELETE,
            };
            let mut builder = client.request(method, &request.url);
            for (name, value) in request.headers {
                builder = builder.header(name, value);
            }
            if let Some(body) = request.body {
                builder = builder.body(body);
            }
            let mut response = builder.send().await.map_err(|error| describe(&error))?;
            let status = response.status().as_u16();
            let headers = Box::new(std::mem::take(response.headers_mut()));
            let body = match request.read {
                Read::Stream if response.status().is_success() => {
                    let pieces = response.bytes_stream();
                    Body::Stream(Box::pin(pieces.map(|piece| piece.map_err(|error| describe(&error)))))
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

async fn read(mut response: reqwest::Response, limit: usize) -> Result<Bytes, TransportError> {
    let too_large =
        || TransportError::new(Phase::TooLarge, format!("the answer has more than {limit} bytes"));
    let Some(first) = response.chunk().await.map_err(|error| describe(&error))? else {
        return Ok(Bytes::new());
    };
    if first.len() > limit {
        return Err(too_large());
    }
    let mut whole: Option<BytesMut> = None;
    while let Some(piece) = response.chunk().await.map_err(|error| describe(&error))? {
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
