//! Requests as a HAR 1.2 archive, which browsers and proxies open.

use std::sync::Arc;

use avalo_sdk::model::Timestamp;
use serde_json::{Value, json};

use super::{journal::Entry, redaction};

/// An archive of these requests. Its times are virtual, its durations real.
pub(super) fn archive(entries: &[Arc<Entry>], url: &str) -> Value {
    json!({ "log": {
        "version": "1.2",
        "creator": { "name": "avalo-mock-server", "version": env!("CARGO_PKG_VERSION") },
        "entries": entries.iter().map(|entry| one(entry, url)).collect::<Vec<_>>(),
    } })
}

fn one(entry: &Entry, url: &str) -> Value {
    let record = &entry.record;
    let query = redaction::query(&entry.query);
    let mark = if query.is_empty() { "" } else { "?" };
    let pairs: Vec<Value> = form_urlencoded::parse(query.as_bytes())
        .map(|(name, value)| json!({ "name": name, "value": value }))
        .collect();
    let mut request = json!({
        "method": record.method,
        "url": format!("{url}{}{mark}{query}", record.path),
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": headers(&record.idempotency_key.iter().map(|key| ("idempotency-key", key.as_str())).collect::<Vec<_>>()),
        "queryString": pairs,
        "headersSize": -1,
        "bodySize": entry.request.len(),
    });
    if !entry.request.is_empty() {
        let text = redaction::body(&entry.request, false).to_string();
        request["postData"] = json!({ "mimeType": "application/json", "text": text });
    }
    let problem = record.status >= 400;
    let kind = if problem { "application/problem+json" } else { "application/json" };
    let mut content = json!({ "size": entry.response.len(), "mimeType": kind });
    if !entry.response.is_empty() {
        content["text"] = json!(redaction::body(&entry.response, problem).to_string());
    }
    // HAR writes 0 for an answer that never came.
    let status = if record.status == 599 { 0 } else { record.status };
    json!({
        "startedDateTime": moment(record.now_ms),
        "time": record.duration_ms,
        "request": request,
        "response": {
            "status": status,
            "statusText": "",
            "httpVersion": "HTTP/1.1",
            "cookies": [],
            "headers": headers(&[("x-request-id", record.request_id.as_str())]),
            "content": content,
            "redirectURL": "",
            "headersSize": -1,
            "bodySize": entry.response.len(),
        },
        "cache": {},
        "timings": { "send": 0, "wait": record.duration_ms, "receive": 0 },
        "comment": record.fault.as_ref().map_or_else(|| record.operation.clone(), |fault| format!("{}, fault {fault}", record.operation)),
    })
}

fn headers(pairs: &[(&str, &str)]) -> Vec<Value> {
    pairs.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect()
}

fn moment(ms: i64) -> Value {
    serde_json::to_value(Timestamp::from_unix_ms(ms)).unwrap_or_default()
}
