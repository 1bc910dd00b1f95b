//! From an operation and its flat parameters to method, path, query and body.

use bytes::Bytes;
use serde_json::{Map, Value};

use crate::{
    error::Error,
    model::{MAX_EXACT, is_id},
    operation::{Method, Spec},
};

/// The largest body that the server takes, in bytes.
pub(crate) const BODY_LIMIT: usize = 1 << 20;

/// How deep parameters may be nested; no type of the contract needs more than four.
const DEPTH_LIMIT: usize = 16;

/// A request without the host it goes to.
#[derive(Clone, Debug)]
pub(crate) struct Prepared {
    /// Path and query.
    pub(crate) target: String,
    /// The JSON body.
    pub(crate) body: Option<Bytes>,
}

/// Applies the one rule: fields that the path names go into the path; the rest goes into the query
/// of a GET or DELETE and into the JSON body of anything else.
///
/// # Errors
///
/// `Invalid`, naming the field, for parameters that are no object, a path field that is missing or
/// no identifier, a query field that is no scalar, a number beyond 2^53 - 1, a body over 1 MiB.
pub(crate) fn prepare(spec: &Spec, params: Value) -> Result<Prepared, Error> {
    let mut fields = match params {
        Value::Object(fields) => fields,
        Value::Null => Map::new(),
        _ => return Err(Error::invalid(format!("{}: the parameters are no object", spec.id))),
    };
    fields.retain(|_, value| !value.is_null());
    for (name, value) in &fields {
        check(value, 0).map_err(|why| Error::invalid(format!("{}: {name} {why}", spec.id)))?;
    }
    let mut target = fill_path(spec, &mut fields)?;
    if spec.method.has_query() {
        append_query(spec, &fields, &mut target)?;
        return Ok(Prepared { target, body: None });
    }
    if fields.is_empty() && spec.method != Method::Patch {
        return Ok(Prepared { target, body: None });
    }
    let body =
        serde_json::to_vec(&fields).map_err(|error| Error::invalid(format!("{}: {error}", spec.id)))?;
    if body.len() > BODY_LIMIT {
        let size = body.len();
        return Err(Error::invalid(format!(
            "{}: the body has {size} bytes, the server takes {BODY_LIMIT}",
            spec.id
        )));
    }
    Ok(Prepared { target, body: Some(Bytes::from(body)) })
}

fn check(value: &Value, depth: usize) -> Result<(), &'static str> {
    match value {
        _ if depth > DEPTH_LIMIT => Err("is nested too deeply"),
        Value::Number(number) => match (number.as_i64(), number.as_u64()) {
            (Some(exact), _) if exact.unsigned_abs() <= MAX_EXACT.unsigned_abs() => Ok(()),
            (None, None) => Ok(()),
            _ => Err("is a number beyond 9007199254740991"),
        },
        Value::Array(items) => items.iter().try_for_each(|item| check(item, depth + 1)),
        Value::Object(fields) => fields.values().try_for_each(|field| check(field, depth + 1)),
        Value::Null | Value::Bool(_) | Value::String(_) => Ok(()),
    }
}

fn fill_path(spec: &Spec, fields: &mut Map<String, Value>) -> Result<String, Error> {
    let mut target = String::with_capacity(spec.path.len() + 32);
    let mut rest = spec.path;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        target.push_str(before);
        match fields.remove(name) {
            Some(Value::String(id)) if is_id(&id) => target.push_str(&id),
            Some(_) => {
                return Err(Error::invalid(format!(
                    "{}: {name} is no identifier: 1 to 64 of the characters A-Z a-z 0-9 _ -",
                    spec.id
                )));
            }
            None => return Err(Error::invalid(format!("{}: {name} is missing", spec.id))),
        }
        rest = after;
    }
    target.push_str(rest);
    Ok(target)
}

fn append_query(spec: &Spec, fields: &Map<String, Value>, target: &mut String) -> Result<(), Error> {
    let mut mark = '?';
    for (name, value) in fields {
        target.push(std::mem::replace(&mut mark, '&'));
        encode(name, target);
        target.push('=');
        match value {
            Value::String(text) => encode(text, target),
            Value::Bool(flag) => target.push_str(if *flag { "true" } else { "false" }),
            Value::Number(number) => target.push_str(&number.to_string()),
            _ => {
                return Err(Error::invalid(format!(
                    "{}: {name} travels in the query and must be text, a number or a flag",
                    spec.id
                )));
            }
        }
    }
    Ok(())
}

/// Percent-encodes everything but RFC 3986's unreserved characters.
fn encode(text: &str, target: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            target.push(byte as char);
        } else {
            target.push('%');
            for digit in [byte >> 4, byte & 15] {
                target.extend(char::from_digit(digit.into(), 16).map(|digit| digit.to_ascii_uppercase()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{api::feed, operation::Operation};

    const GET: &Spec = feed::GetFeed::SPEC;
    const COMMENT: &Spec = feed::CommentOnPost::SPEC;

    #[test]
    fn each_field_finds_its_place() {
        let read = prepare(GET, json!({ "limit": 5, "cursor": "a/b c=é", "none": null })).expect("a request");
        assert_eq!(read.target, "/v1/feed?cursor=a%2Fb%20c%3D%C3%A9&limit=5");
        let write = prepare(COMMENT, json!({ "postId": "pst_1", "content": "hi" })).expect("a request");
        assert_eq!(write.target, "/v1/posts/pst_1/comments");
        assert_eq!(write.body.as_deref(), Some(br#"{"content":"hi"}"#.as_slice()));
        assert_eq!(prepare(GET, Value::Null).expect("a request").target, "/v1/feed");
    }

    #[test]
    fn what_cannot_be_meant_is_refused_before_it_travels() {
        for id in ["", "..", "a/b", "a?b", "a%2Fb", "😀", &"x".repeat(65)] {
            let error = prepare(COMMENT, json!({ "postId": id, "content": "" })).expect_err(id);
            assert!(error.detail().contains("postId"), "{error}");
        }
        let deep = (0..20).fold(json!(1), |inner, _| json!([inner]));
        for params in [
            json!([]),
            json!("x"),
            json!({ "content": "" }),
            json!({ "postId": 7, "content": "" }),
            json!({ "postId": "p", "content": 9_007_199_254_740_992_u64 }),
            json!({ "postId": "p", "content": i64::MIN }),
            json!({ "postId": "p", "content": deep }),
            json!({ "postId": "p", "content": "x".repeat(BODY_LIMIT) }),
        ] {
            assert!(prepare(COMMENT, params).is_err());
        }
        assert!(prepare(GET, json!({ "limit": [1] })).is_err());
    }
}
