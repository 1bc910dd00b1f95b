//! `/_test` and `/_test/requests`: what was asked, what was answered, and what it did.

use std::{convert::Infallible, sync::Arc};

use avalo_sdk::Problem;
use axum::{
    Extension, Router,
    body::Body,
    extract::State,
    http::{HeaderValue, Uri, header},
    response::Response,
    routing::get,
};
use futures_util::{Stream, stream};
use serde::Serialize;
use serde_json::{Value, json};
use tokio::sync::{broadcast, watch};

use super::{
    super::{
        App,
        envelope::RequestId,
        har,
        journal::{Entry, News, Record},
        redaction,
    },
    answer,
};

/// The page, in one piece: it loads nothing from elsewhere.
const PAGE: &str = concat!(
    include_str!("page/head.html"),
    "<style>",
    include_str!("page/style.css"),
    "</style>",
    include_str!("page/body.html"),
    "<script>",
    include_str!("page/script.js"),
    "</script>"
);

/// What the page may do: talk to this server, and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; \
                      connect-src 'self'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

pub(super) fn router() -> Router<Arc<App>> {
    Router::new()
        .route("/_test", get(page))
        .route("/_test/requests", get(requests).delete(forget))
        .route("/_test/requests.har", get(archive))
        .route("/_test/requests/live", get(live))
}

async fn page() -> Response {
    let mut response = Response::new(Body::from(PAGE));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// A request as it is shown: its secrets are taken out.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Shown<'a> {
    #[serde(flatten)]
    record: &'a Record,
    query: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    request: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    response: Option<Value>,
}

impl<'a> Shown<'a> {
    fn new(entry: &'a Entry, bodies: bool) -> Self {
        let record = &entry.record;
        Self {
            record,
            query: redaction::query(&entry.query),
            request: bodies.then(|| redaction::body(&entry.request, false)),
            response: bodies.then(|| redaction::body(&entry.response, record.status >= 400)),
        }
    }
}

/// Which requests are asked for.
#[derive(Default)]
struct Filter {
    id: Option<String>,
    operation: Option<String>,
    status: Option<String>,
    since: Option<i64>,
    limit: Option<usize>,
    without_bodies: bool,
}

impl Filter {
    /// # Errors
    ///
    /// `validation_failed` for what is no filter.
    fn read(uri: &Uri) -> Result<Self, Problem> {
        let mut filter = Self::default();
        for (name, value) in form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()) {
            let wrong = |reason: &str| Err(Problem::field(&name, reason));
            match &*name {
                "id" => filter.id = Some(value.into_owned()),
                "operation" => filter.operation = Some(value.into_owned()),
                "status" if is_status(&value) => filter.status = Some(value.into_owned()),
                "status" => return wrong("is a status such as 404, or 2xx to 5xx for all that begin so"),
                "since" => match value.parse() {
                    Ok(ms) => filter.since = Some(ms),
                    Err(_) => return wrong("is a virtual time in milliseconds since 1970"),
                },
                "limit" => match value.parse() {
                    Ok(limit) if limit > 0 => filter.limit = Some(limit),
                    _ => return wrong("is a whole number above 0"),
                },
                "bodies" if matches!(&*value, "true" | "false") => filter.without_bodies = value == "false",
                "bodies" => return wrong("is true or false"),
                _ => return wrong("is no filter: there are id, operation, status, since, limit and bodies"),
            }
        }
        Ok(filter)
    }

    fn fits(&self, record: &Record) -> bool {
        self.id.as_ref().is_none_or(|id| *id == record.request_id)
            && self.operation.as_ref().is_none_or(|operation| *operation == record.operation)
            && self.since.is_none_or(|since| record.now_ms >= since)
            && self.status.as_ref().is_none_or(|status| {
                let actual = record.status.to_string();
                actual == *status || (status.ends_with("xx") && actual.starts_with(&status[..1]))
            })
    }

    /// The newest that fit, oldest first.
    fn choose(&self, app: &App) -> Vec<Arc<Entry>> {
        let mut chosen = app.journal.entries();
        chosen.retain(|entry| self.fits(&entry.record));
        let limit = self.limit.unwrap_or(usize::MAX);
        chosen.drain(..chosen.len().saturating_sub(limit));
        chosen
    }
}

fn is_status(text: &str) -> bool {
    matches!(text.as_bytes(), [b'2'..=b'5', b'x', b'x'] | [b'1'..=b'5', b'0'..=b'9', b'0'..=b'9'])
}

async fn requests(State(app): State<Arc<App>>, Extension(id): Extension<RequestId>, uri: Uri) -> Response {
    let shown = Filter::read(&uri).map(|filter| {
        let chosen = filter.choose(&app);
        let shown: Vec<_> = chosen.iter().map(|entry| Shown::new(entry, !filter.without_bodies)).collect();
        // As bytes already: the requests borrow from the journal.
        serde_json::to_value(json!({ "requests": shown })).unwrap_or_default()
    });
    answer(&id, shown)
}

async fn forget(State(app): State<Arc<App>>, Extension(id): Extension<RequestId>) -> Response {
    app.journal.clear();
    answer(&id, Ok(json!({})))
}

/// The same requests as browsers and their tools read them.
async fn archive(State(app): State<Arc<App>>, Extension(id): Extension<RequestId>, uri: Uri) -> Response {
    let archive = Filter::read(&uri).map(|filter| har::archive(&filter.choose(&app), &app.states.url()));
    let mut response = answer(&id, archive);
    let name = HeaderValue::from_static("attachment; filename=\"avalo.har\"");
    response.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    response
}

/// Every request as it is answered, until the reader leaves.
async fn live(State(app): State<Arc<App>>) -> Response {
    let tail = tail(app.journal.watch(), app.states.stopped());
    let mut response = Response::new(Body::from_stream(tail));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn tail(
    news: broadcast::Receiver<News>,
    stop: watch::Receiver<bool>,
) -> impl Stream<Item = Result<String, Infallible>> {
    let opened = ": open\n\n".to_owned();
    stream::unfold((Some(opened), news, stop), |(opened, mut news, mut stop)| async move {
        if let Some(opened) = opened {
            return Some((Ok(opened), (None, news, stop)));
        }
        let heard = tokio::select! {
            heard = news.recv() => heard,
            () = async { drop(stop.wait_for(|stop| *stop).await) } => return None,
        };
        let piece = match heard {
            Ok(News::Request(entry)) => event("request", &Shown::new(&entry, false)),
            Ok(News::Forgotten) => event("forgotten", &json!({})),
            Err(broadcast::error::RecvError::Lagged(missed)) => {
                event("missed", &json!({ "requests": missed }))
            }
            Err(broadcast::error::RecvError::Closed) => return None,
        };
        Some((Ok(piece), (None, news, stop)))
    })
}

fn event(name: &str, data: &impl Serialize) -> String {
    format!("event: {name}\ndata: {}\n\n", serde_json::to_string(data).unwrap_or_default())
}
