//! From a request's parts to its typed value, refusing whatever the type does not hold.
//!
//! A field that the request does not have is refused by its name. What is unknown is ignored in
//! answers, so that they can grow; in a request it is a mistake that would otherwise pass in silence:
//! a misspelt `maxPrcie` is a price without a cap.

use std::borrow::Cow;

use avalo_sdk::{
    Code, Problem,
    model::is_id,
    operation::{Nest, Operation},
};
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use super::Incoming;
use crate::{
    refusal::{Answer, refuse},
    wording,
};

/// How deep a body may be nested; no type of the contract needs more than four.
const DEPTH_LIMIT: usize = 16;

/// The name that stands for every name which this version does not know.
const UNKNOWN: &str = "unknown";

/// How much of a name that is no field's is repeated to its sender.
const NAME_LIMIT: usize = 64;

/// The largest whole number that JSON's floats hold exactly.
const EXACT: f64 = avalo_sdk::model::MAX_EXACT as f64;

/// Which field cannot be read, and why in serde's words.
type Mistake = (String, String);

/// Reads a request of type `R`.
///
/// # Errors
///
/// `invalid_request` for a path field that is no identifier and for a query that cannot be read,
/// `unsupported_media_type` for a body that says it is not JSON, `invalid_json` for one that is no
/// JSON object, `validation_failed` naming the field otherwise.
pub(super) fn request<R: Operation>(incoming: &Incoming) -> Answer<R> {
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
    if percent_decode_str(&incoming.query).decode_utf8().is_err() {
        return refuse(Code::InvalidRequest, "the query is not UTF-8");
    }
    let mut fields = Map::new();
    for (name, value) in form_urlencoded::parse(incoming.query.as_bytes()) {
        if fields.insert(name.clone().into_owned(), Value::from(value)).is_some() {
            return refuse(Code::InvalidRequest, format!("the query says {name} twice"));
        }
    }
    if let Some(name) = fields.keys().find(|name| incoming.path.contains_key(*name)) {
        return Err(Problem::field(name, "belongs in the path, not in the query").into());
    }
    name_path(incoming, &mut fields);
    finish(&fields, |fields| {
        let mut text = form_urlencoded::Serializer::new(String::new());
        text.extend_pairs(fields.iter().map(|(name, value)| (name, value.as_str().unwrap_or_default())));
        let text = text.finish();
        let pairs = serde_urlencoded::Deserializer::new(form_urlencoded::parse(text.as_bytes()));
        serde_path_to_error::deserialize(pairs)
            .map_err(|error| (error.path().to_string(), error.inner().to_string()))
    })
}

fn from_body<R: Operation>(incoming: &Incoming) -> Answer<R> {
    if let Some((name, _)) = form_urlencoded::parse(incoming.query.as_bytes()).next() {
        return Err(Problem::field(&shortened(&name), "belongs in the body, not in the query").into());
    }
    let mut fields = match incoming.body.as_ref() {
        b"" => Map::new(),
        _ if !says_json(incoming.content_type.as_deref()) => {
            return refuse(Code::UnsupportedMediaType, "the body is sent as application/json");
        }
        body => match serde_json::from_slice::<Value>(body) {
            Ok(Value::Object(fields)) => fields,
            Ok(_) => return refuse(Code::InvalidJson, "the body is JSON, but no object"),
            Err(error) => return refuse(Code::InvalidJson, format!("the body is not JSON: {error}")),
        },
    };
    if fields.values().any(|value| depth(value) > DEPTH_LIMIT) {
        return refuse(Code::InvalidJson, format!("the body is nested more than {DEPTH_LIMIT} deep"));
    }
    if let Some(name) = fields.keys().find(|name| incoming.path.contains_key(*name)) {
        return Err(Problem::field(name, "belongs in the path, not in the body").into());
    }
    fields.values_mut().for_each(whole);
    name_path(incoming, &mut fields);
    finish(&fields, |fields| {
        serde_path_to_error::deserialize(&Value::Object(fields.clone()))
            .map_err(|error| (error.path().to_string(), error.inner().to_string()))
    })
}

/// Whether a body is JSON by its own account. One that says nothing is believed to be.
fn says_json(content_type: Option<&str>) -> bool {
    let Some(content_type) = content_type else { return true };
    let media_type = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    media_type == "application/json" || media_type.ends_with("+json")
}

/// What the path says cannot be said otherwise elsewhere.
fn name_path(incoming: &Incoming, fields: &mut Map<String, Value>) {
    for (name, value) in &incoming.path {
        fields.insert(name.clone(), Value::from(value.as_str()));
    }
}

fn finish<R: Operation>(
    given: &Map<String, Value>,
    read: impl Fn(&Map<String, Value>) -> Result<R, Mistake>,
) -> Answer<R> {
    if let Some(name) = given.keys().find(|name| !R::FIELDS.contains(&name.as_str())) {
        let known = R::FIELDS.join(", ");
        let known = if known.is_empty() { "none" } else { &known };
        let reason = format!("is no field of {}; it has {known}", R::SPEC.id);
        return Err(Problem::field(&shortened(name), reason).into());
    }
    if let Some((place, known)) = stray(R::NESTED, given) {
        let reason = format!("is no field of {}; known are {known}", R::SPEC.id);
        return Err(Problem::field(&shortened(&place), reason).into());
    }
    let request = read(given).map_err(|(path, reason)| {
        // serde names a missing field in its sentence, not in its path.
        let missing = reason.split_once("missing field `").and_then(|(_, rest)| rest.split('`').next());
        let field = missing.unwrap_or(if path == "." { "request" } else { &path });
        let text = given.get(field).and_then(Value::as_str).unwrap_or_default();
        Problem::field(field, wording::plain(&reason, text))
    })?;
    // A name that this version does not know is for answers; in a request it is a mistake. So is
    // the name `unknown` itself, which only a field of any text may hold: another word shows which.
    let reworded = reworded(given);
    let understood = match &reworded {
        Cow::Borrowed(_) => serde_json::to_value(&request),
        Cow::Owned(fields) => read(fields).map_or(Ok(Value::Null), |request| serde_json::to_value(&request)),
    };
    let understood = understood.unwrap_or_default();
    for (name, value) in reworded.iter() {
        if understood.get(name).is_some_and(|understood| became_unknown(value, understood)) {
            return Err(Problem::field(name, format!("does not take the value {}", given[name])).into());
        }
    }
    request.check().map_err(|breach| Problem::field(&breach.field, breach.reason))?;
    Ok(request)
}

/// A field inside another that the model there does not have, by its place, with those that it has.
fn stray(nested: &[Nest], given: &Map<String, Value>) -> Option<(String, String)> {
    nested.iter().find_map(|nest| {
        let models = match given.get(nest.name)? {
            Value::Array(models) => models.as_slice(),
            model => std::slice::from_ref(model),
        };
        models.iter().filter_map(Value::as_object).find_map(|model| {
            let unknown = model.keys().find(|name| !nest.fields.contains(&name.as_str()));
            let here = unknown.map(|name| (name.clone(), nest.fields.join(", ")));
            let (place, known) = here.or_else(|| stray(nest.nested, model))?;
            Some((format!("{}.{place}", nest.name), known))
        })
    })
}

/// Makes a whole number of one that is written with a fraction of nothing: to JSON, 5.0 is 5.
fn whole(value: &mut Value) {
    match value {
        Value::Number(number) => {
            let whole = number.as_f64().filter(|number| number.fract() == 0.0 && number.abs() <= EXACT);
            if let (false, Some(whole)) = (number.is_i64() || number.is_u64(), whole) {
                *value = Value::from(whole as i64);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(whole),
        Value::Object(fields) => fields.values_mut().for_each(whole),
        _ => {}
    }
}

fn shortened(name: &str) -> String {
    name.chars().take(NAME_LIMIT).collect()
}

/// The same fields with another word for `unknown`.
fn reworded(given: &Map<String, Value>) -> Cow<'_, Map<String, Value>> {
    fn holds(value: &Value) -> bool {
        match value {
            Value::String(text) => text == UNKNOWN,
            Value::Array(items) => items.iter().any(holds),
            Value::Object(fields) => fields.values().any(holds),
            _ => false,
        }
    }
    fn reword(value: &mut Value) {
        match value {
            Value::String(text) if text == UNKNOWN => *text = "not known".to_owned(),
            Value::Array(items) => items.iter_mut().for_each(reword),
            Value::Object(fields) => fields.values_mut().for_each(reword),
            _ => {}
        }
    }
    if !given.values().any(holds) {
        return Cow::Borrowed(given);
    }
    let mut fields = given.clone();
    fields.values_mut().for_each(reword);
    Cow::Owned(fields)
}

fn became_unknown(given: &Value, understood: &Value) -> bool {
    match (given, understood) {
        (Value::String(given), Value::String(understood)) => understood == UNKNOWN && given != understood,
        (Value::Array(given), Value::Array(understood)) => {
            given.iter().zip(understood).any(|(given, understood)| became_unknown(given, understood))
        }
        // serde takes a list for a record, field by field; the contract does not.
        (Value::Array(_), Value::Object(_)) => true,
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
