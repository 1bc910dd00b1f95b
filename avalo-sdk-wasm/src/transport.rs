//! Exchanges by JavaScript's `fetch`.

use std::{rc::Rc, sync::Arc};

use avalo_sdk::{
    platform::{BoxFuture, Bytes},
    transport::{Body, Headers, Phase, Read, Request, Response, Transport, TransportError},
};
use futures_util::stream::unfold;
use wasm_bindgen::{JsCast, JsValue};

use crate::{
    host::{Answer, Refusal},
    work::Bench,
};

/// The limit of an answer that is read piece by piece.
const PIECES: f64 = -1.0;

pub(crate) struct Fetch(pub(crate) Rc<Bench>);

impl Transport for Fetch {
    fn send(&self, request: Request) -> BoxFuture<Result<Response, TransportError>> {
        let bench = Rc::clone(&self.0);
        Box::pin(async move {
            let limit = match request.read {
                Read::Text { limit } | Read::Hold { limit } => limit as f64,
                Read::Stream => PIECES,
            };
            let work = bench.begin(|host, work| {
                for (name, value) in &request.headers {
                    host.header(name, value);
                }
                host.send(work, request.method.as_str(), &request.url, request.body.as_deref(), limit);
            });
            let exchange = work.number();
            let answer = work.await.map_err(refusal)?.unchecked_into::<Answer>();
            let (status, text) = (answer.status(), answer.text());
            let body = match request.read {
                Read::Stream if (200..=299).contains(&status) => pieces(Open { bench, exchange }),
                Read::Hold { .. } if (200..=299).contains(&status) => Body::Held(Arc::new(text)),
                _ => Body::Bytes(text.as_string().unwrap_or_default().into()),
            };
            Ok(Response { status, headers: Box::new(answer), body })
        })
    }
}

/// A body that is read piece by piece. JavaScript closes it when this is dropped.
struct Open {
    bench: Rc<Bench>,
    exchange: u32,
}

impl Drop for Open {
    fn drop(&mut self) {
        self.bench.host.cancel(self.exchange);
    }
}

/// The body as text, of which the next piece is asked for when the one before was taken.
fn pieces(open: Open) -> Body {
    Body::Stream(Box::pin(unfold(open, |open| async move {
        let piece = open.bench.begin(|host, work| host.pull(work, open.exchange)).await;
        let piece = piece.map(|text| text.as_string().map(Bytes::from)).map_err(refusal).transpose()?;
        Some((piece, open))
    })))
}

impl Headers for Answer {
    fn get(&self, name: &str) -> Option<String> {
        self.find(name)
    }

    fn moment(&self, name: &str) -> Option<i64> {
        let moment = Self::moment(self, name);
        moment.is_finite().then_some(moment as i64)
    }
}

/// What JavaScript says when there is no answer. A browser does not tell whether the server was
/// reached.
fn refusal(why: JsValue) -> TransportError {
    let why = why.unchecked_into::<Refusal>();
    let phase = match why.reason() {
        1 => Phase::TooLarge,
        2 => Phase::Setup,
        _ => Phase::Exchange,
    };
    TransportError { phase, detail: why.message().into() }
}
