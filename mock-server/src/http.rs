//! The server's HTTP face: routes, headers, and what a fault makes of them.

mod answer;
pub(crate) mod connection;
mod controls;
mod cors;
mod discovery;
mod documents;
mod envelope;
mod events;
mod fault;
mod har;
pub(crate) mod journal;
mod operation;
mod pieces;
mod redaction;
mod socket;
mod stream_faults;

use std::{
    collections::HashSet,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
};

use avalo_sdk::{Code, Problem, operation::Method};
use axum::{
    Extension, Router,
    extract::State,
    http::{StatusCode, Uri},
    middleware::{from_fn, from_fn_with_state},
    response::Response,
    routing::{MethodFilter, get, on},
};

use self::journal::Journal;
pub(crate) use self::{answer::problem, envelope::RequestId, operation::read_body};
use crate::{faults::Plan, handlers, options::Options, router::Route, states::States, world::World};

/// How many characters of a path that is not there are repeated to its sender.
const PATH_SHOWN: usize = 200;

/// What all connections share.
pub(crate) struct App {
    pub(crate) world: World,
    pub(crate) routes: Vec<Route>,
    pub(crate) plan: Plan,
    pub(crate) journal: Journal,
    pub(crate) options: Options,
    pub(crate) states: States,
    requests: AtomicU64,
    /// Those to `/_test`, which must not change what the others are called.
    controls: AtomicU64,
    /// The keys that are being worked on.
    in_flight: Mutex<HashSet<String>>,
}

impl App {
    pub(crate) fn new(world: World, options: Options, states: States) -> Self {
        let routes = handlers::routes().0;
        let specs = routes.iter().map(|route| route.spec).chain(events::STREAMS);
        Self {
            plan: Plan::new(specs),
            world,
            routes,
            journal: Journal::new(options.test_controls),
            options,
            states,
            requests: AtomicU64::new(0),
            controls: AtomicU64::new(0),
            in_flight: Mutex::default(),
        }
    }

    /// The next request's id: the same one in every run of the same requests, another one after a
    /// restart with the same file.
    fn next_request_id(&self, path: &str) -> String {
        let (counter, kind) =
            if path.starts_with("/_test") { (&self.controls, "test_") } else { (&self.requests, "") };
        let number = counter.fetch_add(1, Ordering::Relaxed) + 1;
        format!("req_{}_{kind}{number:06}", self.world.run_number())
    }

    /// How many requests were seen that were not for `/_test`.
    pub(crate) fn requests_seen(&self) -> u64 {
        self.requests.load(Ordering::Relaxed)
    }

    /// Counts on from here.
    pub(crate) fn count_requests_from(&self, seen: u64) {
        self.requests.store(seen, Ordering::Relaxed);
    }

    /// The ids of the operations that are answered.
    pub(crate) fn operations(&self) -> Vec<&'static str> {
        let routed = self.routes.iter().map(|route| route.spec.id);
        routed.chain(events::STREAMS.map(|spec| spec.id)).collect()
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
        let handler = move |app, id, params, request| operation::serve(app, index, id, params, request);
        router = router.route(route.spec.path, on(filter, handler));
    }
    for spec in events::STREAMS {
        let handler = move |app, id, uri, headers| events::stream(spec, app, id, uri, headers);
        router = router.route(spec.path, get(handler));
    }
    router = router
        .route(discovery::PATH, get(discovery::document))
        .route("/health", get(health))
        .merge(documents::router())
        .merge(handlers::auth::provider_router())
        .merge(handlers::feed::media_router());
    if app.options.test_controls {
        router = router.merge(controls::router());
    }
    router
        .fallback(|Extension(id): Extension<RequestId>, uri: Uri| async move {
            problem(&id, Problem::new(Code::NotFound, no_path(uri.path())))
        })
        .method_not_allowed_fallback(|Extension(id): Extension<RequestId>| async move {
            problem(&id, Problem::new(Code::MethodNotAllowed, "the path does not take this method"))
        })
        .layer(from_fn(cors::layer))
        .layer(from_fn_with_state(Arc::clone(app), envelope::layer))
        .with_state(Arc::clone(app))
}

/// What is said of a path that is not there, with the mistake that most often leads to it.
fn no_path(path: &str) -> String {
    // As it was sent: percent-encoded, hence ASCII.
    let shown = path.get(..PATH_SHOWN).unwrap_or(path);
    let hint = if path.starts_with("/v1/v1/") { ": the endpoint must not end in /v1" } else { "" };
    format!("there is no path {shown}{hint}")
}

/// Whether the world answers.
async fn health(State(app): State<Arc<App>>, Extension(id): Extension<RequestId>) -> Response {
    match app.world.run(|_| ()).await {
        Ok(()) => answer::json(StatusCode::OK, br#"{"status":"ok"}"#.to_vec()),
        Err(unavailable) => problem(&id, unavailable),
    }
}
