//! From an outcome to an answer with its headers.

use std::time::{Duration, SystemTime};

use avalo_sdk::Problem;
use axum::{
    body::Body,
    http::{HeaderValue, StatusCode, header},
    response::Response,
};

use super::envelope::RequestId;
use crate::router::Outgoing;

/// The end of the year 9999, beyond which no moment can be written.
pub(super) const MAX_MS: i64 = 253_402_300_799_999;

/// The answer to an operation. The virtual time is the one at which it was carried out.
pub(super) fn respond(outgoing: Outgoing, now_ms: Option<i64>) -> Response {
    let mut response = Response::new(Body::from(outgoing.body));
    *response.status_mut() =
        StatusCode::from_u16(outgoing.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    if outgoing.status != 204 {
        let kind = if outgoing.status < 300 { "application/json" } else { "application/problem+json" };
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if outgoing.status == 401 {
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    if let Some(seconds) = outgoing.retry_after {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    if outgoing.replayed {
        headers.insert("idempotent-replayed", HeaderValue::from_static("true"));
    }
    if let Some(now_ms) = now_ms {
        headers.insert(header::DATE, date(now_ms));
    }
    response
}

/// An error.
pub(crate) fn problem(id: &RequestId, problem: Problem) -> Response {
    respond(Outgoing::problem(problem, &id.0), None)
}

/// JSON of no operation.
pub(super) fn json(status: StatusCode, body: Vec<u8>) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

/// A virtual time as a `Date` header.
pub(super) fn date(now_ms: i64) -> HeaderValue {
    let time = SystemTime::UNIX_EPOCH + Duration::from_millis(now_ms.clamp(0, MAX_MS).unsigned_abs());
    HeaderValue::from_str(&httpdate::fmt_http_date(time)).unwrap_or_else(|_| HeaderValue::from_static(""))
}
