//! Exchanges by JavaScript's `fetch`.

use std::sync::Arc;

use avalo_sdk::{
    platform::BoxFuture,
    transport::{Body, Headers, Phase, Read, Request, Response, Transport, TransportError},
};
use wasm_bindgen::{JsCast, JsValue};

use crate::{
    host::{Answer, Host, Refusal},
    pending::Pending,
};

pub(crate) struct Fetch(pub(crate) Host);

impl Transport for Fetch {
    fn send(&self, request: Request) -> BoxFuture<Result<Response, TransportError>> {
        let host = self.0.clone();
        Box::pin(async move {
            let limit = match request.read {
                Read::Text { limit } | Read::Hold { limit } => limit,
                Read::Stream => return Err(refused(Phase::Exchange, "streams do not pass this door yet")),
            };
            let headers = js_sys::Array::new();
            for (name, value) in &request.headers {
                headers.push(&(*name).into());
                headers.push(&value.into());
            }
            // The engine's bodies are JSON, which is text.
            let body = request.body.map(|body| String::from_utf8_lossy(&body).into_owned());
            let work = host.send(request.method.as_str(), &request.url, headers, body, limit as f64);
            let answer = Pending::from(work).await.map_err(refusal)?.unchecked_into::<Answer>();
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
        self.header(name)
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
