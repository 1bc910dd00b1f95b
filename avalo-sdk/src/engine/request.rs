//! From an operation and its flat parameters to method, path, query and body.

use super::{
    json::{Field, Fields, quote},
    text::{cut, hex, joined},
};
use crate::{
    error::Error,
    model::is_id,
    operation::{Method, Spec},
    platform::Bytes,
};

/// The largest body that the server takes, in bytes.
pub(crate) const BODY_LIMIT: usize = 1 << 20;

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
pub(crate) fn prepare(spec: &Spec, params: &str) -> Result<Prepared, Error> {
    let fields = match params.trim_ascii() {
        "" | "null" => Fields::default(),
        text => Fields::read(text).ok_or_else(|| invalid(spec, "the parameters", "are no JSON object"))?,
    };
    let mut fields = fields.into_sorted();
    for Field { name, value } in &fields {
        if let Some(flaw) = value.flaw() {
            return Err(invalid(spec, name, flaw));
        }
    }
    let mut target = fill_path(spec, &mut fields)?;
    if spec.method.has_query() {
        append_query(spec, &fields, &mut target)?;
        return Ok(Prepared { target, body: None });
    }
    if fields.is_empty() && spec.method != Method::Patch {
        return Ok(Prepared { target, body: None });
    }
    let body = body(&fields);
    if body.len() > BODY_LIMIT {
        return Err(invalid(spec, "the body", "is larger than 1 MiB, which the server does not take"));
    }
    Ok(Prepared { target, body: Some(Bytes::from(body)) })
}

fn invalid(spec: &Spec, what: &str, why: &str) -> Error {
    Error::invalid(joined(&[spec.id, ": ", what, " ", why]))
}

fn fill_path(spec: &Spec, fields: &mut Vec<Field<'_>>) -> Result<String, Error> {
    let mut target = String::with_capacity(spec.path.len() + 32);
    let mut rest = spec.path;
    while let Some((before, after)) = cut(rest, b'{') {
        let (name, after) = cut(after, b'}').unwrap_or((after, ""));
        target.push_str(before);
        let Some(place) = fields.iter().position(|field| field.name == name) else {
            return Err(invalid(spec, name, "is missing"));
        };
        match fields.remove(place).value.text() {
            Some(id) if is_id(&id) => target.push_str(&id),
            _ => {
                let why = "is no identifier: 1 to 64 of the characters A-Z a-z 0-9 _ -";
                return Err(invalid(spec, name, why));
            }
        }
        rest = after;
    }
    target.push_str(rest);
    Ok(target)
}

fn append_query(spec: &Spec, fields: &[Field<'_>], target: &mut String) -> Result<(), Error> {
    let mut mark = '?';
    for Field { name, value } in fields {
        target.push(std::mem::replace(&mut mark, '&'));
        encode(name, target);
        target.push('=');
        match value.text() {
            Some(text) => encode(&text, target),
            None if value.is_plain() => encode(value.as_str(), target),
            None => {
                return Err(invalid(spec, name, "travels in the query and must be text, a number or a flag"));
            }
        }
    }
    Ok(())
}

/// The fields as one object, their values as they were written.
fn body(fields: &[Field<'_>]) -> String {
    let mut body = String::new();
    for Field { name, value } in fields {
        body.push(if body.is_empty() { '{' } else { ',' });
        body.push_str(&quote(name));
        body.push(':');
        body.push_str(value.as_str());
    }
    body.push_str(if body.is_empty() { "{}" } else { "}" });
    body
}

/// Percent-encodes everything but RFC 3986's unreserved characters.
fn encode(text: &str, target: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            target.push(byte as char);
        } else {
            target.push('%');
            target.push(hex(byte >> 4).to_ascii_uppercase());
            target.push(hex(byte & 15).to_ascii_uppercase());
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::{api::feed, operation::Operation};

    const GET: &Spec = feed::GetFeed::SPEC;
    const COMMENT: &Spec = feed::CommentOnPost::SPEC;

    fn prepare(spec: &Spec, params: Value) -> Result<Prepared, Error> {
        super::prepare(spec, &params.to_string())
    }

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
