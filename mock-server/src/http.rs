//! The server's HTTP face: routes, headers, and what a fault makes of them.

pub(crate) mod connection;
mod controls;
mod cors;
mod discovery;
mod events;
mod fault;
pub(crate) mod journal;

use std::{
    collections::HashSet,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, SystemTime},
};

use avalo_sdk::{
    Code, Problem, api,
    operation::{Method, Retry},
};
use axum::{
    Router,
    body::Body,
    extract::{RawPathParams, Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
    routing::{MethodFilter, get, on},
};
use http_body_util::{BodyExt, LengthLimitError, Limited};

use self::journal::{Journal, Record};
use crate::{
    faults::Plan,
    options::Options,
    router::{Incoming, Outgoing, Route},
    world::World,
};

/// The largest body of a request, in bytes.
const BODY_LIMIT: usize = 1 << 20;

/// What all connections share.
pub(crate) struct App {
    pub(crate) world: World,
    pub(crate) routes: Vec<Route>,
    pub(crate) plan: Plan,
    pub(crate) journal: Journal,
    pub(crate) options: Options,
    requests: AtomicU64,
    /// The keys that are being worked on.
    in_flight: Mutex<HashSet<String>>,
}

impl App {
    pub(crate) fn new(world: World, routes: Vec<Route>, options: Options) -> Self {
        Self {
            world,
            routes,
            plan: Plan::default(),
            journal: Journal::default(),
            options,
            requests: AtomicU64::new(0),
            in_flight: Mutex::default(),
        }
    }

    fn next_request_id(&self) -> String {
        format!("req_{:08}", self.requests.fetch_add(1, Ordering::Relaxed) + 1)
    }
}

/// The routes of the contract and those beside it.
pub(crate) fn router(app: &Arc<App>) -> Router {
    let mut router = Router::new();
    for (index, route) in app.routes.iter().enumerate() {
        let filter = match route.spec.method {
            Method::Get => MethodFilter::GET,
            Method::Post => MethodFilter::POST,
            Method::Put => MethodFilter::PUT,
            Method::Patch => MethodFilter::PATCH,
            Method::Delete => MethodFilter::DELETE,
        };
        let handler = move |State(app): State<Arc<App>>, params: RawPathParams, request: Request| async move {
            operation(app, index, params, request).await
        };
        router = router.route(route.spec.path, on(filter, handler));
    }
    router = router
        .route(api::chat::SubscribeToMessages::SPEC.path, get(events::stream))
        .route("/.well-known/avalo-config.json", get(discovery::document))
        .route("/health", get(|| async { json(StatusCode::OK, br#"{"status":"ok"}"#.to_vec()) }))
        .merge(crate::handlers::auth::provider_router());
    if app.options.test_controls {
        router = router.merge(controls::router());
    }
    router
        .fallback(|| async { plain_problem(Code::NotFound, "there is no such path; see docs/openapi.json") })
        .method_not_allowed_fallback(|| async {
            plain_problem(Code::InvalidRequest, "the path does not take this method")
        })
        .layer(axum::middleware::from_fn(cors::layer))
        .with_state(Arc::clone(app))
}

use avalo_sdk::operation::Operation as _;

/// Carries out one operation of the contract.
async fn operation(app: Arc<App>, index: usize, params: RawPathParams, request: Request) -> Response {
    let spec = app.routes[index].spec;
    let (parts, body) = request.into_parts();
    let request_id = app.next_request_id();
    let template = format!("{} {}", spec.method.as_str(), spec.path);
    let fault = app.plan.strike(spec.id, &template);
    let text = |name: &str| parts.headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let mut record = Record {
        request_id: request_id.clone(),
        operation: spec.id.to_owned(),
        method: spec.method.as_str().to_owned(),
        path: parts.uri.path().to_owned(),
        status: 0,
        idempotency_key: text("idempotency-key"),
        attempt: text("avalo-attempt").and_then(|attempt| attempt.parse().ok()),
        fault: fault.as_ref().map(fault::name),
        replayed: false,
        now_ms: 0,
    };
    let body = match read(body).await {
        Ok(body) => body,
        Err(problem) => {
            record.status = problem.status;
            app.journal.add(record);
            return respond(&request_id, None, Outgoing::problem(&problem));
        }
    };
    let incoming = Incoming {
        path: params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        query: parts.uri.query().unwrap_or_default().to_owned(),
        body,
        token: bearer(&parts.headers),
        idempotency_key: record.idempotency_key.clone(),
        request_id: request_id.clone(),
    };
    if let Some(response) = fault::before(fault.as_ref(), &request_id).await {
        record.status = response.status().as_u16();
        app.journal.add(record);
        return response;
    }
    let twice = fault::is_duplicate(fault.as_ref());
    let _flight = match Flight::begin(&app, spec.retry, &incoming) {
        Ok(flight) => flight,
        Err(problem) => {
            record.status = problem.status;
            app.journal.add(record);
            return respond(&request_id, None, Outgoing::problem(&problem));
        }
    };
    let in_world = Arc::clone(&app);
    let served = app
        .world
        .run(move |machine| {
            let mut outgoing = in_world.routes[index].serve(machine, &incoming);
            if twice {
                outgoing = in_world.routes[index].serve(machine, &incoming);
            }
            (outgoing, machine.now_ms)
        })
        .await;
    let (outgoing, now_ms) = match served {
        Ok((outgoing, now_ms)) => (outgoing, Some(now_ms)),
        Err(problem) => (Outgoing::problem(&problem), None),
    };
    record.status = outgoing.status;
    record.replayed = outgoing.replayed;
    record.now_ms = now_ms.unwrap_or_default();
    app.journal.add(record);
    fault::after(fault.as_ref(), respond(&request_id, now_ms, outgoing)).await
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
            return Err(Problem::new(Code::IdempotencyInFlight, detail));
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

async fn read(body: Body) -> Result<bytes::Bytes, Problem> {
    match Limited::new(body, BODY_LIMIT).collect().await {
        Ok(body) => Ok(body.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => Err(Problem::new(
            Code::PayloadTooLarge,
            format!("the body has more than {BODY_LIMIT} bytes"),
        )),
        Err(_) => Err(Problem::new(Code::InvalidRequest, "the body did not arrive whole")),
    }
}

pub(crate) fn bearer(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    value.strip_prefix("Bearer ").map(str::to_owned)
}

pub(crate) fn respond(request_id: &str, now_ms: Option<i64>, outgoing: Outgoing) -> Response {
    let success = outgoing.status < 300;
    let mut response = Response::new(Body::from(outgoing.body));
    *response.status_mut() =
        StatusCode::from_u16(outgoing.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    if outgoing.status != 204 {
        let kind = if success { "application/json" } else { "application/problem+json" };
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(request_id) = HeaderValue::from_str(request_id) {
        headers.insert("x-request-id", request_id);
    }
    if outgoing.replayed {
        headers.insert("idempotent-replayed", HeaderValue::from_static("true"));
    }
    if let Some(now_ms) = now_ms {
        headers.insert(header::DATE, date(now_ms));
    }
    response
}

/// The virtual time as a `Date` header.
pub(crate) fn date(now_ms: i64) -> HeaderValue {
    let time = SystemTime::UNIX_EPOCH + Duration::from_millis(now_ms.max(0).unsigned_abs());
    HeaderValue::from_str(&httpdate::fmt_http_date(time)).unwrap_or_else(|_| HeaderValue::from_static(""))
}

pub(crate) fn json(status: StatusCode, body: Vec<u8>) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

pub(crate) fn plain_problem(code: Code, detail: &str) -> Response {
    respond("", None, Outgoing::problem(&Problem::new(code, detail)))
}
