//! What every answer carries, whoever made it.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderValue, header},
    middleware::Next,
    response::Response,
};

use super::{App, answer};

/// What a request is called in its answer, in its problem and in the journal.
#[derive(Clone, Debug)]
pub(crate) struct RequestId(pub(crate) String);

/// Gives each request an id, and each answer that id and the virtual time.
pub(super) async fn layer(State(app): State<Arc<App>>, mut request: Request, next: Next) -> Response {
    let id = app.next_request_id(request.uri().path());
    let named = HeaderValue::from_str(&id);
    request.extensions_mut().insert(RequestId(id));
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    if let Ok(named) = named {
        headers.insert("x-request-id", named);
    }
    headers.entry(header::DATE).or_insert_with(|| answer::date(app.world.now_ms()));
    response
}
