//! From a request's parts to its typed value, refusing whatever the type does not hold.

use avalo_sdk::{
    Code, Problem,
    model::is_id,
    operation::{Model, Operation},
};
use serde_json::{Map, Value};

use super::Incoming;
use crate::refusal::{Answer, refuse};

/// How deep a body may be nested; no type of the contract needs more than four.
const DEPTH_LIMIT: usize = 16;

/// Reads a request of type `R`.
///
/// # Errors
///
/// `invalid_request` for a path field that is no identifier and for a query that cannot be read,
/// `invalid_json` for a body that is no JSON object, `validation_failed` naming the field otherwise.
pub(super) fn request<R: Operation + Model>(incoming: &Incoming) -> Answer<R> {
    for (name, value) in &incoming.path {
        if !is_id(value) {
            return refuse(
                Code::InvalidRequest,
                format!("{name} in the path is no identifier: 1 to 64 of the characters A-Z a-z 0-9 _ -"),
            );
        }
    }
    if R::SPEC.method.has_query() { from_query(incoming) } else { from_body(incoming) }
}

fn from_query<R: Operation>(incoming: &Incoming) -> Answer<R> {
    let Ok(mut pairs) = serde_urlencoded::from_str::<Vec<(String, String)>>(&incoming.query) else {
        return refuse(Code::InvalidRequest, "the query cannot be read");
    };
    // What the path says cannot be said again in the query.
    pairs.retain(|(name, _)| !incoming.path.contains_key(name));
    pairs.extend(incoming.path.iter().map(|(name, value)| (name.clone(), value.clone())));
    let text = serde_urlencoded::to_string(&pairs)
        .map_err(|error| Problem::new(Code::InvalidRequest, format!("the query cannot be read: {error}")))?;
    let given = pairs.iter().map(|(name, value)| (name.clone(), Value::from(value.as_str()))).collect();
    let request = serde_urlencoded::from_str(&text).map_err(|error| (at_fault(&pairs), error.to_string()));
    finish(request, &given)
}

/// The query's reader does not say which field it stumbled over; numbers and flags are the only
/// fields of a query that can be wrong.
fn at_fault(pairs: &[(String, String)]) -> String {
    let text_fields = |name: &str| name == "cursor" || name.ends_with("Id");
    let suspect = pairs.iter().find(|(name, _)| !text_fields(name));
    suspect.map_or_else(|| "request".to_owned(), |(name, _)| name.clone())
}

fn from_body<R: Operation>(incoming: &Incoming) -> Answer<R> {
    let mut fields = match incoming.body.as_ref() {
        b"" => Map::new(),
        body => match serde_json::from_slice::<Value>(body) {
            Ok(Value::Object(fields)) => fields,
            Ok(_) => return refuse(Code::InvalidJson, "the body is JSON, but no object"),
            Err(error) => return refuse(Code::InvalidJson, format!("the body is not JSON: {error}")),
        },
    };
    if fields.values().any(|value| depth(value) > DEPTH_LIMIT) {
        return refuse(Code::InvalidJson, format!("the body is nested more than {DEPTH_LIMIT} deep"));
    }
    for (name, value) in &incoming.path {
        fields.insert(name.clone(), Value::from(value.as_str()));
    }
    let given = Value::Object(fields);
    let request = serde_path_to_error::deserialize(&given);
    let request = request.map_err(|error| (error.path().to_string(), error.inner().to_string()));
    finish(request, given.as_object().unwrap_or(&Map::new()))
}

fn finish<R: Operation>(request: Result<R, (String, String)>, given: &Map<String, Value>) -> Answer<R> {
    let request = match request {
        Ok(request) => request,
        Err((path, reason)) => {
            // serde names a missing field in its sentence, not in its path.
            let missing = reason.split_once("missing field `").and_then(|(_, rest)| rest.split('`').next());
            let field = missing.unwrap_or(if path == "." { "request" } else { &path }).to_owned();
            return Err(Problem::field(&field, reason).into());
        }
    };
    // Names that this version does not know are for answers; in a request they are a mistake.
    let understood = serde_json::to_value(&request).unwrap_or_default();
    for (name, value) in given {
        if understood.get(name).is_some_and(|understood| became_unknown(value, understood)) {
            return Err(Problem::field(name, format!("does not take the value {value}")).into());
        }
    }
    Ok(request)
}

fn became_unknown(given: &Value, understood: &Value) -> bool {
    match (given, understood) {
        (Value::String(given), Value::String(understood)) => understood == "unknown" && given != understood,
        (Value::Array(given), Value::Array(understood)) => {
            given.iter().zip(understood).any(|(given, understood)| became_unknown(given, understood))
        }
        (Value::Object(given), Value::Object(understood)) => given.iter().any(|(name, value)| {
            understood.get(name).is_some_and(|understood| became_unknown(value, understood))
        }),
        _ => false,
    }
}

fn depth(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(depth).max().unwrap_or(0),
        Value::Object(fields) => 1 + fields.values().map(depth).max().unwrap_or(0),
        _ => 0,
    }
}
