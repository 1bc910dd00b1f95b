//! The contract as an OpenAPI 3.1 document.

mod link;
mod problem;

use std::collections::BTreeMap;

use avalo_sdk::{
    operation::{Auth, Retry},
    schema::{ORDER, prose},
};
use serde_json::{Map, Value, json};

use crate::{
    contract::{Contract, Operation, Place},
    types,
};

/// What the document says of itself.
const ABOUT: &str = "\
Operations of the Avalo platform, as its SDK calls them and its reference server answers them.

Every operation states who may call it (`x-avalo-auth`), whether it may be sent again (`x-avalo-retry`: `safe`, \
`keyed` with the same `Idempotency-Key`, or `never`), for how many seconds an answer may be used again \
(`x-avalo-cache`) and whether it takes a second factor proved in the last ten minutes (`x-avalo-step-up`).

Errors are problems (RFC 9457); decide by their `code`. A request with a field that the operation does not have \
is refused; an answer may have more fields than this document knows.";

/// The whole document, ready to be written.
pub(crate) fn document(contract: &Contract) -> String {
    let mut paths: BTreeMap<&str, Map<String, Value>> = BTreeMap::new();
    for operation in &contract.operations {
        let methods = paths.entry(operation.spec.path).or_default();
        methods.insert(operation.spec.method.as_str().to_lowercase(), item(operation, contract));
    }
    let tags: Vec<Value> = contract
        .domains()
        .iter()
        .map(|(name, operations)| json!({ "name": name, "description": about(operations) }))
        .collect();
    let mut schemas: BTreeMap<&str, Value> =
        contract.types.iter().map(|(name, schema)| (name.as_str(), schema.clone())).collect();
    for operation in contract.operations.iter().filter(|operation| operation.has_body()) {
        schemas.insert(&operation.request, body(operation));
    }
    let document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Avalo",
            "version": env!("CARGO_PKG_VERSION"),
            "description": ABOUT,
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": [{ "url": "/", "description": "The server that this document was read from." }],
        "tags": tags,
        "paths": paths,
        "components": {
            "schemas": types::published(json!(schemas)),
            "responses": problem::responses(),
            "headers": headers(),
            "parameters": { "IdempotencyKey": idempotency_key() },
            "securitySchemes": {
                "session": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "The access token of a session, from `auth.login` or a refresh.",
                },
            },
        },
        "x-avalo-problems": problem::list(),
    });
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}

/// What a domain is about.
fn about(operations: &[&Operation]) -> String {
    operations.first().map(|operation| prose(operation.spec.about)).unwrap_or_default()
}

fn item(operation: &Operation, contract: &Contract) -> Value {
    let spec = operation.spec;
    let mut item = json!({
        "operationId": spec.id,
        "tags": [spec.domain()],
        "summary": operation.summary(),
        "description": prose(spec.doc),
        "parameters": parameters(operation),
        "responses": responses(operation, contract),
        "security": if spec.auth == Auth::Public { json!([]) } else { json!([{ "session": [] }]) },
        "x-avalo-auth": auth(spec.auth),
        "x-avalo-retry": retry(spec.retry),
        "x-avalo-step-up": spec.step_up,
        "x-avalo-problems": operation.codes.iter().map(|code| code.as_str()).collect::<Vec<_>>(),
    });
    if let Some(seconds) = spec.cache {
        item["x-avalo-cache"] = json!(seconds);
    }
    if operation.has_body() {
        let schema = json!({ "$ref": format!("#/components/schemas/{}", operation.request) });
        item["requestBody"] = json!({
            "required": operation.at(Place::Body).any(|field| field.required),
            "content": { "application/json": { "schema": schema } },
        });
    }
    item
}

/// The word of a level.
pub(crate) fn auth(auth: Auth) -> &'static str {
    match auth {
        Auth::Public => "public",
        Auth::User => "user",
        Auth::Verified => "verified",
        Auth::Creator => "creator",
        Auth::Staff => "staff",
        Auth::Admin => "admin",
    }
}

/// The word of a retry class.
pub(crate) fn retry(retry: Retry) -> &'static str {
    match retry {
        Retry::Safe => "safe",
        Retry::Keyed => "keyed",
        Retry::Never => "never",
    }
}

fn parameters(operation: &Operation) -> Vec<Value> {
    let named = operation.fields.iter().filter(|field| field.place != Place::Body).map(|field| {
        let mut schema = types::published(field.schema.clone());
        let description = schema.as_object_mut().and_then(|fields| fields.remove("description"));
        let mut parameter = json!({
            "name": field.name,
            "in": field.place.as_str(),
            "required": field.required,
            "schema": schema,
        });
        if let Some(description) = description {
            parameter["description"] = description;
        }
        parameter
    });
    let key = (operation.spec.retry == Retry::Keyed)
        .then(|| json!({ "$ref": "#/components/parameters/IdempotencyKey" }));
    named.chain(key).collect()
}

fn idempotency_key() -> Value {
    json!({
        "name": "Idempotency-Key",
        "in": "header",
        "required": true,
        "description": "A new one for each call, the same one for every attempt of it. For 24 hours a request with a \
                        key that was used is answered as the first was; with another content it is refused.",
        "schema": { "type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$" },
    })
}

fn headers() -> Value {
    json!({
        "RequestId": {
            "description": "The request, as the server's log names it.",
            "schema": { "type": "string" },
        },
        "RetryAfter": {
            "description": "In how many seconds another try makes sense.",
            "schema": { "type": "integer", "minimum": 0 },
        },
        "Replayed": {
            "description": "Present and `true` on an answer that was given before, to the same key.",
            "schema": { "type": "string", "enum": ["true"] },
        },
        "WwwAuthenticate": {
            "description": "The scheme to authorise with.",
            "schema": { "type": "string", "enum": ["Bearer"] },
        },
    })
}

fn responses(operation: &Operation, contract: &Contract) -> Value {
    let mut responses = problem::of(&operation.codes);
    let mut headers = json!({ "X-Request-Id": { "$ref": "#/components/headers/RequestId" } });
    if operation.spec.retry == Retry::Keyed {
        headers["Idempotent-Replayed"] = json!({ "$ref": "#/components/headers/Replayed" });
    }
    let success = match &operation.response {
        None => ("204", json!({ "description": "It is done.", "headers": headers })),
        Some(event) if operation.spec.stream => {
            // The schema is one event's: its `data` is JSON.
            let data = json!({
                "type": "string",
                "contentMediaType": "application/json",
                "contentSchema": types::published(event.clone()),
            });
            let id =
                json!({ "type": "string", "description": "Send the last one as `Last-Event-ID` to go on." });
            let schema =
                json!({ "type": "object", "properties": { "data": data, "id": id }, "required": ["data"] });
            let content = json!({ "schema": schema });
            let description = "The events as they happen, until either side ends the stream.";
            let content = json!({ "text/event-stream": content });
            ("200", json!({ "description": description, "headers": headers, "content": content }))
        }
        Some(schema) => {
            let content = json!({ "application/json": { "schema": types::published(schema.clone()) } });
            ("200", json!({ "description": "The answer.", "headers": headers, "content": content }))
        }
    };
    let (status, mut success) = success;
    let links = link::of(operation, contract);
    if !links.is_empty() {
        success["links"] = links.into();
    }
    responses.insert(status.to_owned(), success);
    responses.into()
}

/// The request's type without what travels elsewhere.
fn body(operation: &Operation) -> Value {
    let properties: Map<String, Value> =
        operation.at(Place::Body).map(|field| (field.name.clone(), field.schema.clone())).collect();
    let required: Vec<&str> =
        operation.at(Place::Body).filter(|field| field.required).map(|field| field.name.as_str()).collect();
    let mut schema = json!({
        "type": "object",
        "description": operation.about,
        "properties": properties,
        "additionalProperties": false,
        ORDER: operation.at(Place::Body).map(|field| field.name.as_str()).collect::<Vec<_>>(),
    });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    for property in schema["properties"].as_object_mut().into_iter().flat_map(Map::values_mut) {
        if property["format"] == "password" {
            property["writeOnly"] = json!(true);
        }
    }
    schema
}
