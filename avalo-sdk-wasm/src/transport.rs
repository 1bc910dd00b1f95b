//! Exchanges by JavaScript's `fetch`.

use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};

use avalo_sdk::{
    platform::{BoxFuture, Bytes},
    transport::{Body, Headers, Phase, Read, Request, Response, Transport, TransportError},
};
use futures_util::Stream;

use crate::{
    abi,
    work::{self, Settled, Work},
};

/// The limit of an answer that is read piece by piece.
const PIECES: f64 = -1.0;

pub(crate) struct Fetch;

/// An answer that JavaScript keeps, with what is still to come of it, until this is dropped.
pub(crate) struct Exchange(pub(crate) Work);

impl Transport for Fetch {
    fn send(&self, request: Request) -> BoxFuture<Result<Response, TransportError>> {
        Box::pin(async move {
            let limit = match request.read {
                Read::Text { limit } | Read::Hold { limit } => limit as f64,
                Read::Stream => PIECES,
            };
            let mut work = work::begin(|work| {
                for (name, value) in &request.headers {
                    abi::say_header(name, value);
                }
                let method = request.method.as_str();
                abi::begin_exchange(work, method, &request.url, request.body.as_deref(), limit);
            });
            let status = done((&mut work).await)?.code as u16;
            let number = work.number();
            let exchange = Arc::new(Exchange(work));
            let headers = Box::new(Heard(Arc::clone(&exchange)));
            let body = match request.read {
                Read::Stream if (200..=299).contains(&status) => {
                    Body::Stream(Box::pin(Pieces { exchange, next: None }))
                }
                Read::Hold { .. } if (200..=299).contains(&status) => Body::Held(exchange),
                _ => Body::Bytes(abi::text_of(number).into()),
            };
            Ok(Response { status, headers, body })
        })
    }
}

/// A body as text, of which the next piece is asked for when the one before was taken.
struct Pieces {
    exchange: Arc<Exchange>,
    next: Option<Work>,
}

impl Stream for Pieces {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let exchange = self.exchange.0.number();
        let next = self.next.get_or_insert_with(|| work::begin(|work| abi::pull(work, exchange)));
        let settled = ready!(Pin::new(next).poll(context));
        self.next = None;
        Poll::Ready(done(settled).map(|settled| settled.text.map(Bytes::from)).transpose())
    }
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
        abi::header_of(self.0.0.number(), name)
    }

    fn moment(&self, name: &str) -> Option<i64> {
        let moment = abi::moment_of(self.0.0.number(), name);
        moment.is_finite().then_some(moment as i64)
    }
}
