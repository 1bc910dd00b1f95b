//! Exchanges by JavaScript's `fetch`.

use std::sync::Arc;

use avalo_sdk::{
    platform::{BoxFuture, Bytes},
    transport::{Body, Headers, Phase, Read, Request, Response, Transport, TransportError},
};
use futures_util::stream::unfold;

use crate::{
    abi,
    work::{self, Settled},
};

/// The limit of an answer that is read piece by piece.
const PIECES: f64 = -1.0;

pub(crate) struct Fetch;

/// An answer that JavaScript keeps, with what is still to come of it, until this is dropped.
pub(crate) struct Exchange(pub(crate) u32);

impl Drop for Exchange {
    fn drop(&mut self) {
        abi::cancel(self.0);
    }
}

impl Transport for Fetch {
    fn send(&self, request: Request) -> BoxFuture<Result<Response, TransportError>> {
        Box::pin(async move {
            let limit = match request.read {
                Read::Text { limit } | Read::Hold { limit } => limit as f64,
                Read::Stream => PIECES,
            };
            let work = work::begin(|work| {
                for (name, value) in &request.headers {
                    abi::say_header(name, value);
                }
                let method = request.method.as_str();
                abi::begin_exchange(work, method, &request.url, request.body.as_deref(), limit);
            });
            let number = work.0;
            let status = done(work.await)?.code as u16;
            let exchange = Arc::new(Exchange(number));
            let headers = Box::new(Heard(Arc::clone(&exchange)));
            let body = match request.read {
                Read::Stream if (200..=299).contains(&status) => pieces(exchange),
                Read::Hold { .. } if (200..=299).contains(&status) => Body::Held(exchange),
                _ => Body::Bytes(abi::text_of(number).into()),
            };
            Ok(Response { status, headers, body })
        })
    }
}

/// A body as text, of which the next piece is asked for when the one before was taken.
fn pieces(exchange: Arc<Exchange>) -> Body {
    Body::Stream(Box::pin(unfold(exchange, |exchange| async move {
        let piece = done(work::begin(|work| abi::pull(work, exchange.0)).await);
        let piece = piece.map(|settled| settled.text.map(Bytes::from)).transpose()?;
        Some((piece, exchange))
    })))
}

/// What JavaScript did, or why it did not. A browser does not tell whether the server was reached.
fn done(settled: Settled) -> Result<Settled, TransportError> {
    let phase = match settled.code {
        0.. => return Ok(settled),
        -1 => Phase::Exchange,
        -2 => Phase::TooLarge,
        _ => Phase::Setup,
    };
    Err(TransportError { phase, detail: settled.text.unwrap_or_default().into() })
}

/// The headers of an answer.
struct Heard(Arc<Exchange>);

impl Headers for Heard {
    fn get(&self, name: &str) -> Option<String> {
        abi::header_of(self.0.0, name)
    }

    fn moment(&self, name: &str) -> Option<i64> {
        let moment = abi::moment_of(self.0.0, name);
        moment.is_finite().then_some(moment as i64)
    }
}
