//! `/.well-known/avalo-config.json`.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::{App, answer};

/// Where the document is.
pub(super) const PATH: &str = "/.well-known/avalo-config.json";

/// Says where the API is and what it allows, under the address at which the server was asked.
pub(super) async fn document(State(_app): State<Arc<App>>, headers: HeaderMap) -> Response {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    let base = format!("http://{host}");
    let document = json!({
        "version": 1,
        "issuer": base,
        "environment": "reference",
        "apiEndpoint": base,
        "authMethods": { "password": true, "oauth": ["google", "facebook", "apple"], "twoFactor": true },
        "limits": { "maxPageSize": 100 },
        "economy": { "freeMessages": 4, "wordsPerToken": 11, "deposit": 100 },
        "maxAge": 300,
    });
    let body = document.to_string().into_bytes();
    let hash: String = Sha256::digest(&body).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let etag = format!("\"{hash}\"");
    let known = headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == etag.as_bytes());
    let mut response = if known {
        answer::json(StatusCode::NOT_MODIFIED, Vec::new())
    } else {
        answer::json(StatusCode::OK, body)
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=300"));
    if let Ok(etag) = HeaderValue::from_str(&etag) {
        headers.insert(header::ETAG, etag);
    }
    response
}
