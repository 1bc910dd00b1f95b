//! The contract to read: `/openapi.json` for programs, `/docs` for people.

use axum::{
    Router,
    body::Body,
    http::{HeaderValue, header},
    response::Response,
    routing::get,
};

/// Written by `cargo xtask generate`.
const OPENAPI: &str = include_str!("../../../docs/openapi.json");
/// Reads the other one, and nothing from anywhere else.
const PAGE: &str = include_str!("documents/page.html");

pub(super) fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/openapi.json", get(|| async { document(OPENAPI, "application/json") }))
        .route("/docs", get(|| async { document(PAGE, "text/html; charset=utf-8") }))
}

/// A document, as old as the program.
fn document(text: &'static str, kind: &'static str) -> Response {
    let mut response = Response::new(Body::from(text));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}
