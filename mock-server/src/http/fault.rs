//! What a fault makes of a request and of its answer.

use std::{convert::Infallible, io, time::Duration};

use avalo_sdk::{Code, Problem};
use axum::{
    body::Body,
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use bytes::Bytes;
use futures_util::{StreamExt, stream};
use http_body_util::BodyExt;

use super::{App, answer, envelope::RequestId};
use crate::faults::Fault;

/// Marks an answer that never leaves: the connection closes in its place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hangup;

/// Marks a hang-up that does not even say goodbye.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reset;

/// The fault's name in the plan.
pub(super) fn name(fault: &Fault) -> String {
    let value = serde_json::to_value(fault).unwrap_or_default();
    value["kind"].as_str().unwrap_or_default().to_owned()
}

fn hangup() -> Response {
    let mut response = Response::new(Body::empty());
    // Never sent; the journal shows it as the status that nobody saw.
    *response.status_mut() = StatusCode::from_u16(599).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    response.extensions_mut().insert(Hangup);
    response
}

fn reset() -> Response {
    let mut response = hangup();
    response.extensions_mut().insert(Reset);
    response
}

fn error(status: u16, id: &RequestId) -> Response {
    let code = match status {
        429 => Code::RateLimited,
        503 => Code::Unavailable,
        400..=499 => Code::InvalidRequest,
        _ => Code::Internal,
    };
    answer::problem(id, Problem { status, ..Problem::new(code, "the fault plan says so") })
}

fn with(mut response: Response, name: &'static str, value: impl ToString) -> Response {
    if let Ok(value) = HeaderValue::from_str(&value.to_string()) {
        response.headers_mut().insert(name, value);
    }
    response
}

/// What happens instead of the request, if anything; a delay happens before it.
pub(super) async fn before(fault: Option<&Fault>, id: &RequestId, app: &App) -> Option<Response> {
    Some(match fault? {
        Fault::Status { status } => error(*status, id),
        Fault::ShouldRetry { status, retry } => with(error(*status, id), "avalo-should-retry", retry),
        Fault::EmptyError { status } => {
            let mut response = Response::new(Body::empty());
            *response.status_mut() = StatusCode::from_u16(*status).ok()?;
            response
        }
        Fault::Delay { ms } => {
            tokio::time::sleep(Duration::from_millis(*ms)).await;
            return None;
        }
        Fault::DropBeforeCommit => hangup(),
        Fault::ResetBeforeCommit => reset(),
        Fault::ProxyError { status } => {
            let page = format!(
                "<!doctype html><title>{status}</title><h1>{status}</h1><hr><address>gateway</address>"
            );
            let mut response = with(Response::new(Body::from(page)), "content-type", "text/html");
            *response.status_mut() = StatusCode::from_u16(*status).ok()?;
            response
        }
        Fault::TokenExpired => {
            let problem =
                Problem::new(Code::TokenExpired, "the fault plan says that the access token has expired");
            answer::problem(id, problem)
        }
        Fault::RateLimited { retry_after } => {
            let response = with(error(429, id), "retry-after", retry_after);
            let response = with(response, "ratelimit-policy", "\"default\";q=100;w=60");
            with(response, "ratelimit", format!("\"default\";r=0;t={retry_after}"))
        }
        Fault::RetryAfterDate { seconds } => {
            let later_ms = app.world.now_ms().saturating_add(seconds.saturating_mul(1_000));
            with(error(503, id), "retry-after", answer::date(later_ms).to_str().ok()?)
        }
        Fault::RetryAfterText { text } => {
            let mut response = error(503, id);
            response.headers_mut().insert("retry-after", HeaderValue::from_bytes(text.as_bytes()).ok()?);
            response
        }
        Fault::Html => {
            let page = "<!doctype html><title>Welcome</title><p>Please accept the terms of this network.";
            with(Response::new(Body::from(page)), "content-type", "text/html")
        }
        Fault::Redirect { location } => {
            let mut response = Response::new(Body::empty());
            *response.status_mut() = StatusCode::TEMPORARY_REDIRECT;
            with(response, "location", location)
        }
        Fault::SlowAnswer { .. }
        | Fault::Dribble { .. }
        | Fault::DropAfterCommit
        | Fault::ResetAfterCommit
        | Fault::EmptyBody
        | Fault::HugeBody { .. }
        | Fault::WrongContentType { .. }
        | Fault::CutStream { .. }
        | Fault::DuplicateEvents
        | Fault::ReorderEvents
        | Fault::Truncate { .. }
        | Fault::MalformedJson
        | Fault::WrongType
        | Fault::Duplicate
        | Fault::DateSkew { .. } => return None,
    })
}

/// What becomes of the answer of a request that was carried out.
pub(super) async fn after(fault: Option<&Fault>, response: Response) -> Response {
    match fault {
        Some(Fault::SlowAnswer { ms }) => {
            tokio::time::sleep(Duration::from_millis(*ms)).await;
            response
        }
        Some(Fault::DropAfterCommit) => hangup(),
        Some(Fault::ResetAfterCommit) => reset(),
        Some(Fault::EmptyBody) => replace(response, ""),
        Some(Fault::HugeBody { bytes }) => huge(response, *bytes),
        Some(Fault::WrongContentType { content_type }) => with(response, "content-type", content_type),
        Some(Fault::Truncate { bytes }) => {
            let (mut parts, body) = response.into_parts();
            let whole = whole(body).await;
            parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(whole.len()));
            let first = whole.slice(..(*bytes).min(whole.len()));
            let cut = io::Error::new(io::ErrorKind::ConnectionAborted, "cut by the fault plan");
            // A pause between the two: what is written at once with the end of a connection never leaves.
            let cut = stream::once(async move {
                tokio::task::yield_now().await;
                Err(cut)
            });
            Response::from_parts(parts, Body::from_stream(stream::iter([Ok(first)]).chain(cut)))
        }
        Some(Fault::Dribble { ms }) => {
            let pause = Duration::from_millis(*ms);
            let (parts, body) = response.into_parts();
            let pieces: Vec<Bytes> = whole(body).await.chunks(16).map(Bytes::copy_from_slice).collect();
            let slow = stream::iter(pieces).then(move |piece| async move {
                tokio::time::sleep(pause).await;
                Ok::<_, Infallible>(piece)
            });
            Response::from_parts(parts, Body::from_stream(slow))
        }
        Some(Fault::MalformedJson) => replace(response, "{\"posts\":["),
        Some(Fault::WrongType) => replace(response, "[[]]"),
        Some(Fault::DateSkew { seconds }) => {
            let now = response.headers().get(header::DATE).and_then(|date| date.to_str().ok());
            let now = now.and_then(|date| httpdate::parse_http_date(date).ok());
            let since =
                now.and_then(|now| now.duration_since(std::time::UNIX_EPOCH).ok()).unwrap_or_default();
            let now_ms = i64::try_from(since.as_millis()).unwrap_or_default();
            let date = answer::date(now_ms.saturating_add(seconds.saturating_mul(1_000)));
            let mut response = response;
            response.headers_mut().insert(header::DATE, date);
            response
        }
        _ => response,
    }
}

async fn whole(body: Body) -> Bytes {
    body.collect().await.map(http_body_util::Collected::to_bytes).unwrap_or_default()
}

fn replace(response: Response, text: &'static str) -> Response {
    let (mut parts, _) = response.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(text))
}

/// A list of zeros, made as it is sent.
fn huge(response: Response, bytes: usize) -> Response {
    const PIECE: &[u8; 16_384] = &{
        let mut piece = [b'0'; 16_384];
        let mut place = 1;
        while place < piece.len() {
            piece[place] = b',';
            place += 2;
        }
        piece
    };
    let (mut parts, _) = response.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    let middle = (0..bytes / PIECE.len()).map(|_| Bytes::from_static(PIECE));
    let pieces = std::iter::once(Bytes::from_static(b"[")).chain(middle).chain([Bytes::from_static(b"0]")]);
    Response::from_parts(parts, Body::from_stream(stream::iter(pieces.map(Ok::<_, Infallible>))))
}
