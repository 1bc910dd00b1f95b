//! One request of the contract, from its bytes to its answer.

use std::sync::{Arc, PoisonError};

use avalo_sdk::{Code, Problem, operation::Retry};
use axum::{
    Extension,
    body::Body,
    extract::{RawPathParams, Request, State, rejection::RawPathParamsRejection},
    http::{HeaderMap, header, request::Parts},
    response::Response,
};
use bytes::Bytes;
use http_body_util::BodyExt;

use super::{App, answer, envelope::RequestId, fault, journal::Entry, pieces};
use crate::{
    faults::Fault,
    router::{Incoming, Outgoing},
    world::Trace,
};

/// The largest body of a request, in bytes.
const BODY_LIMIT: usize = 1 << 20;

/// How much of a body that is too large is read and thrown away. A connection that is closed while
/// its other end still writes loses the answer.
const DRAIN_LIMIT: usize = 64 << 20;

/// Carries out the operation of the route with this index.
pub(super) async fn serve(
    State(app): State<Arc<App>>,
    index: usize,
    Extension(id): Extension<RequestId>,
    params: Result<RawPathParams, RawPathParamsRejection>,
    request: Request,
) -> Response {
    let spec = app.routes[index].spec;
    let (parts, body) = request.into_parts();
    let strike = app.plan.strike(spec);
    let fault = strike.as_ref().map(|strike| &strike.rule.fault);
    let mut entry = Entry::begin(&app, &id, spec, &parts.uri);
    entry.record.meet(strike.as_ref());
    entry.record.idempotency_key = text(&parts.headers, "idempotency-key");
    entry.record.attempt = text(&parts.headers, "avalo-attempt").and_then(|attempt| attempt.parse().ok());
    let incoming = incoming(&id, &parts, params, body).await;
    let flight = incoming.and_then(|incoming| Ok((Flight::begin(&app, spec.retry, &incoming)?, incoming)));
    let (_flight, incoming) = match flight {
        Ok(begun) => begun,
        Err(problem) => {
            entry.record.status = problem.status;
            app.journal.add(entry);
            return answer::problem(&id, problem);
        }
    };
    entry.request = incoming.body.clone();
    if let Some(response) = fault::before(fault, &id, &app).await {
        entry.record.status = response.status().as_u16();
        app.journal.add(entry);
        return response;
    }
    let mut served = in_world(&app, index, fault, incoming).await;
    let words = app.routes[index].words(&served.outgoing);
    let body = Bytes::from(std::mem::take(&mut served.outgoing.body));
    entry.answered(&served, body.clone());
    app.journal.add(entry);
    let mut response = answer::respond(served.outgoing, Some(served.now_ms));
    *response.body_mut() = Body::from(body);
    if let Some(words) = words {
        response = pieces::stream(response, &words).await;
    }
    fault::after(fault, response).await
}

/// What came of a request in the world.
pub(super) struct Served {
    pub(super) outgoing: Outgoing,
    pub(super) now_ms: i64,
    pub(super) generation: Option<u64>,
    pub(super) trace: Trace,
}

/// Carries a request out, and says when that was and what it did.
async fn in_world(app: &Arc<App>, index: usize, fault: Option<&Fault>, incoming: Incoming) -> Served {
    let request_id = incoming.request_id.clone();
    let twice = matches!(fault, Some(Fault::Duplicate));
    let inside = Arc::clone(app);
    let served = app.world.run(move |machine| {
        let route = &inside.routes[index];
        let (outgoing, trace) = machine.traced(|machine| {
            let outgoing = route.serve(machine, &incoming);
            if twice { route.serve(machine, &incoming) } else { outgoing }
        });
        Served { outgoing, now_ms: machine.now_ms, generation: Some(machine.generation), trace }
    });
    served.await.unwrap_or_else(|problem| Served {
        outgoing: Outgoing::problem(problem, &request_id),
        now_ms: app.world.now_ms(),
        generation: None,
        trace: Trace::default(),
    })
}

async fn incoming(
    id: &RequestId,
    parts: &Parts,
    params: Result<RawPathParams, RawPathParamsRejection>,
    body: Body,
) -> Result<Incoming, Problem> {
    // The body is read in any case, so that the answer finds its way back.
    let body = read_body(body, BODY_LIMIT).await;
    let params = params.map_err(|_| Problem::new(Code::InvalidRequest, "the path is not UTF-8"))?;
    Ok(Incoming {
        path: params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        query: parts.uri.query().unwrap_or_default().to_owned(),
        body: body?,
        content_type: text(&parts.headers, "content-type"),
        token: bearer(&parts.headers),
        idempotency_key: text(&parts.headers, "idempotency-key"),
        request_id: id.0.clone(),
    })
}

/// A body of at most `limit` bytes. What comes beyond is read and thrown away, up to a limit of its own.
pub(crate) async fn read_body(mut body: Body, limit: usize) -> Result<Bytes, Problem> {
    let (mut kept, mut size) = (Vec::new(), 0_usize);
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| Problem::new(Code::InvalidRequest, "the body did not arrive whole"))?;
        let Ok(data) = frame.into_data() else { continue };
        size = size.saturating_add(data.len());
        if size <= limit {
            kept.extend_from_slice(&data);
        } else if size > limit.saturating_add(DRAIN_LIMIT) {
            break;
        }
    }
    if size > limit {
        return Err(Problem::new(Code::PayloadTooLarge, format!("the body has more than {limit} bytes")));
    }
    Ok(kept.into())
}

fn text(headers: &HeaderMap, name: &str) -> Option<String> {
    headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
}

/// The access token of a request.
pub(super) fn bearer(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().to_owned())
}

/// A key that is being worked on, until its request is done.
struct Flight {
    app: Arc<App>,
    key: Option<String>,
}

impl Flight {
    fn begin(app: &Arc<App>, retry: Retry, incoming: &Incoming) -> Result<Self, Problem> {
        let keyed = incoming.idempotency_key.as_ref().filter(|_| retry == Retry::Keyed);
        let key = keyed.map(|key| format!("{}|{key}", incoming.token.as_deref().unwrap_or_default()));
        if let Some(key) = &key
            && !app.in_flight.lock().unwrap_or_else(PoisonError::into_inner).insert(key.clone())
        {
            let detail = "a request with this Idempotency-Key is being worked on; try again in a moment";
            return Err(Problem::new(Code::IdempotencyInFlight, detail).retry_after(1));
        }
        Ok(Self { app: Arc::clone(app), key })
    }
}

impl Drop for Flight {
    fn drop(&mut self) {
        if let Some(key) = &self.key {
            self.app.in_flight.lock().unwrap_or_else(PoisonError::into_inner).remove(key);
        }
    }
}
