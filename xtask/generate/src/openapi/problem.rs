//! Problems in the document: one response for each status, and the list of all codes.

use std::collections::BTreeMap;

use avalo_sdk::Code;
use serde_json::{Map, Value, json};

/// The codes by the status that goes with them.
fn by_status(codes: &[Code]) -> BTreeMap<u16, Vec<Code>> {
    let mut statuses: BTreeMap<u16, Vec<Code>> = BTreeMap::new();
    for code in codes {
        statuses.entry(code.status()).or_default().push(*code);
    }
    statuses
}

/// Every code with its status and what it means.
pub(super) fn list() -> Value {
    let list = Code::ALL
        .iter()
        .map(|code| json!({ "code": code.as_str(), "status": code.status(), "title": code.title() }));
    list.collect()
}

/// The response of each status, and the one for all others, to be referred to.
pub(super) fn responses() -> Value {
    let mut responses = Map::new();
    for (status, codes) in by_status(Code::ALL) {
        responses.insert(format!("Problem{status}"), response(Some(status), &codes));
    }
    responses.insert("Problem".to_owned(), response(None, &[]));
    responses.into()
}

/// The responses of an operation with these codes, by status.
pub(super) fn of(codes: &[Code]) -> Map<String, Value> {
    let mut responses = Map::new();
    for (status, codes) in by_status(codes) {
        // What stands beside a reference replaces what it refers to.
        let reference = format!("#/components/responses/Problem{status}");
        responses.insert(status.to_string(), json!({ "$ref": reference, "description": about(&codes) }));
    }
    responses.insert("default".to_owned(), json!({ "$ref": "#/components/responses/Problem" }));
    responses
}

fn response(status: Option<u16>, codes: &[Code]) -> Value {
    let mut schema = json!({ "$ref": "#/components/schemas/Problem" });
    if let Some(status) = status {
        schema = json!({ "allOf": [schema, { "properties": { "status": { "const": status } } }] });
    }
    let mut headers = json!({ "X-Request-Id": { "$ref": "#/components/headers/RequestId" } });
    if status == Some(401) {
        headers["WWW-Authenticate"] = json!({ "$ref": "#/components/headers/WwwAuthenticate" });
    }
    if matches!(status, Some(409 | 429 | 503)) {
        headers["Retry-After"] = json!({ "$ref": "#/components/headers/RetryAfter" });
    }
    json!({
        "description": if codes.is_empty() { "Any other problem.".to_owned() } else { about(codes) },
        "headers": headers,
        "content": { "application/problem+json": { "schema": schema } },
    })
}

/// What the codes mean, one to a line.
fn about(codes: &[Code]) -> String {
    let lines: Vec<String> =
        codes.iter().map(|code| format!("- `{}`: {}.", code.as_str(), code.title())).collect();
    lines.join("\n")
}
