//! Exchanges by JavaScript's `fetch`.

use std::{rc::Rc, sync::Arc};

use avalo_sdk::{
    platform::BoxFuture,
    transport::{Body, Headers, Phase, Read, Request, Response, Transport, TransportError},
};
use wasm_bindgen::{JsCast, JsValue};

use crate::{
    host::{Answer, Refusal},
    work::Bench,
};

pub(crate) struct Fetch(pub(crate) Rc<Bench>);

impl Transport for Fetch {
    fn send(&self, request: Request) -> BoxFuture<Result<Response, TransportError>> {
        let bench = Rc::clone(&self.0);
        Box::pin(async move {
            let limit = match request.read {
                Read::Text { limit } | Read::Hold { limit } => limit,
                Read::Stream => return Err(refused(Phase::Exchange, "streams do not pass this door yet")),
            };
            let work = bench.begin(|host, work| {
                for (name, value) in &request.headers {
                    host.header(name, value);
                }
                host.send(work, request.method.as_str(), &request.url, request.body.as_deref(), limit as f64);
            });
            let answer = work.await.map_err(refusal)?.unchecked_into::<Answer>();
            let (status, text) = (answer.status(), answer.text());
            let held = matches!(request.read, Read::Hold { .. }) && (200..=299).contains(&status);
            let body = if held {
                Body::Held(Arc::new(text))
            } else {
                Body::Bytes(text.as_string().unwrap_or_default().into())
            };
            Ok(Response { status, headers: Box::new(answer), body })
        })
    }
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
    let phase = if why.too_large() { Phase::TooLarge } else { Phase::Exchange };
    refused(phase, &why.message())
}

fn refused(phase: Phase, detail: &str) -> TransportError {
    TransportError { phase, detail: detail.into() }
}
