//! Exchanges by reqwest, over rustls.

mod failure;
mod origin;
mod pieces;
mod silence;
mod tls;

use std::{borrow::Cow, sync::Arc, time::Duration};

use bytes::{Bytes, BytesMut};
use futures_util::stream::unfold;
use reqwest::{Client, ClientBuilder, RequestBuilder, header::HeaderValue, redirect, retry};
use tokio::runtime::Handle;

use self::{
    failure::describe,
    origin::Origin,
    pieces::{PIECE, Pieces, Progress},
    silence::{KEEP_ALIVE, Patience},
};
use super::{Body, Headers, Phase, Read, Request, Response, Transport, TransportError};
use crate::{operation::Method, platform::BoxFuture};

/// How long a connection may take to open.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// The largest body of an error, in bytes.
const ERROR_LIMIT: usize = 64 * 1024;

/// The longest URL that the HTTP library sends, in bytes.
const URL_LIMIT: usize = 65_534;

/// Sends requests by reqwest. It needs a tokio runtime with I/O and time.
///
/// It times no ordinary call: the engine's deadline does, however long the server thinks. What it
/// does end is a body under way, in either direction, that stands still for 60 s.
#[derive(Clone, Debug)]
pub struct NativeTransport {
    client: Client,
    origin: Arc<Origin>,
    patience: Patience,
}

impl NativeTransport {
    /// A transport with its own connection pool and its own TLS, over the cryptography that the
    /// program has installed for rustls, else over ring.
    ///
    /// # Errors
    ///
    /// When the machine's TLS set-up cannot be used, as on one without any root certificates.
    pub fn new() -> Result<Self, TransportError> {
        Self::of(Client::builder(), Patience::default())
    }

    fn of(builder: ClientBuilder, patience: Patience) -> Result<Self, TransportError> {
        let tls = tls::config().map_err(|error| TransportError::new(Phase::Tls, error))?;
        let client = builder
            .tls_backend_preconfigured(tls)
            // The engine alone decides what is sent again and where tokens go.
            .retry(retry::never())
            .redirect(redirect::Policy::none())
            .connect_timeout(CONNECT_TIMEOUT)
            .tcp_keepalive(KEEP_ALIVE)
            .build()
            .map_err(|error| TransportError { phase: Phase::Tls, ..describe(&error) })?;
        Ok(Self { client, origin: Arc::default(), patience })
    }

    /// The request as reqwest sends it, and the progress of a body that goes in pieces.
    fn build(&self, request: Request) -> Result<(RequestBuilder, Option<Progress>), TransportError> {
        let refuse = |detail: String| TransportError::new(Phase::Build, detail);
        let method = match request.method {
            Method::Get => reqwest::Method::GET,
            Method::Post => reqwest::Method::POST,
            Method::Put => reqwest::Method::PUT,
            Method::Patch => reqwest::Method::PATCH,
            Method::Delete => reqwest::Method::DELETE,
        };
        let url = self.origin.parse(&request.url).ok_or_else(|| refuse("its address is no URL".into()))?;
        let length = url.as_str().len();
        if length > URL_LIMIT {
            return Err(refuse(format!("its address has {length} bytes, and {URL_LIMIT} is the most")));
        }
        let mut builder = self.client.request(method, url);
        for (name, value) in request.headers {
            // What the engine itself says is not copied.
            let value = match value {
                Cow::Borrowed(value) => HeaderValue::from_maybe_shared(Bytes::from_static(value.as_bytes())),
                Cow::Owned(value) => HeaderValue::from_maybe_shared(Bytes::from(value)),
            };
            let value = value
                .map_err(|_| refuse(format!("its header {name} has a character that no header may have")))?;
            builder = builder.header(name, value);
        }
        Ok(match request.body {
            Some(body) if body.len() > PIECE => {
                let (pieces, progress) = Pieces::of(body);
                (builder.body(reqwest::Body::wrap(pieces)), Some(progress))
            }
            Some(body) => (builder.body(body), None),
            None => (builder, None),
        })
    }

    async fn exchange(self, request: Request) -> Result<Response, TransportError> {
        if Handle::try_current().is_err() {
            let detail = "a tokio runtime is needed: call from inside #[tokio::main] or Runtime::block_on";
            return Err(TransportError::new(Phase::Setup, detail));
        }
        let (read, patience) = (request.read, self.patience);
        let (builder, progress) = self.build(request)?;
        let sending = builder.send();
        let mut response = match (progress, read) {
            (Some(progress), _) => patience.hear_after(progress, sending).await?,
            // It is opened outside of any call, so there is no deadline.
            (None, Read::Stream) => patience.hear(sending).await?,
            (None, _) => sending.await.map_err(|error| describe(&error))?,
        };
        let status = response.status().as_u16();
        let headers = Box::new(std::mem::take(response.headers_mut()));
        let body = match read {
            Read::Stream if response.status().is_success() => {
                Body::Stream(Box::pin(unfold(response, move |mut response| async move {
                    let piece = patience.hear(response.chunk()).await.transpose()?;
                    Some((piece, response))
                })))
            }
            Read::Text { limit } | Read::Hold { limit } => {
                Body::Bytes(whole(response, patience, limit).await?)
            }
            Read::Stream => Body::Bytes(whole(response, patience, ERROR_LIMIT).await?),
        };
        Ok(Response { status, headers, body })
    }
}

impl Transport for NativeTransport {
    fn send(&self, request: Request) -> BoxFuture<Result<Response, TransportError>> {
        Box::pin(self.clone().exchange(request))
    }
}

/// The body of an answer.
async fn whole(
    mut response: reqwest::Response,
    patience: Patience,
    limit: usize,
) -> Result<Bytes, TransportError> {
    let too_large =
        || TransportError::new(Phase::TooLarge, format!("the answer has more than {limit} bytes"));
    let Some(first) = patience.hear(response.chunk()).await? else {
        return Ok(Bytes::new());
    };
    if first.len() > limit {
        return Err(too_large());
    }
    let mut whole: Option<BytesMut> = None;
    while let Some(piece) = patience.hear(response.chunk()).await? {
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

#[cfg(test)]
mod tests;
