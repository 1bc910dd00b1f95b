//! Schemas and rows in words.

use avalo_sdk::operation::{Auth, Retry};
use serde_json::Value;

use crate::types;

/// Who may call an operation.
pub(crate) fn caller(auth: Auth) -> &'static str {
    match auth {
        Auth::Public => "anyone",
        Auth::User => "anyone who is signed in",
        Auth::Verified => "a user whose identity and age are approved",
        Auth::Creator => "a creator",
        Auth::Staff => "the staff",
        Auth::Admin => "an administrator",
    }
}

/// Whether a request may be sent again.
pub(super) fn repetition(retry: Retry) -> &'static str {
    match retry {
        Retry::Safe => "as often as one likes; twice is once",
        Retry::Keyed => "with the same idempotency key; it is done once",
        Retry::Never => "never by itself",
    }
}

/// What a value is: a type of the contract with a link to it, or one of JSON.
pub(super) fn kind(schema: &Value) -> String {
    if let Some(name) = types::name_of(schema) {
        return format!("[{name}](#{})", name.to_lowercase());
    }
    match json_type(schema) {
        "array" => format!("list of {}", kind(&schema["items"])),
        "object" => "map".to_owned(),
        "integer" => "whole number".to_owned(),
        "number" => "number".to_owned(),
        "boolean" => "true or false".to_owned(),
        _ => match schema["format"].as_str() {
            Some("date-time") => "moment, RFC 3339".to_owned(),
            Some("date") => "day, `YYYY-MM-DD`".to_owned(),
            Some(format) if format.ends_with("-id") => format!("id of a {}", format.trim_end_matches("-id")),
            _ => "text".to_owned(),
        },
    }
}

fn json_type(schema: &Value) -> &str {
    match &schema["type"] {
        Value::String(kind) => kind,
        Value::Array(kinds) => {
            kinds.iter().filter_map(Value::as_str).find(|kind| *kind != "null").unwrap_or_default()
        }
        _ => "",
    }
}

/// What a value is limited to.
pub(crate) fn limits(schema: &Value) -> String {
    let range = |low: &str, high: &str, unit: &str| {
        let most = schema.get(high)?;
        let least = schema.get(low).map_or_else(|| "0".to_owned(), thousands);
        Some(format!("{least} to {}{unit}", thousands(most)))
    };
    let zero = schema["anyOf"].as_array().and_then(|choices| {
        let other = choices.iter().find(|choice| choice.get("minimum").is_some())?;
        Some(format!("0, or {} to {}", thousands(&other["minimum"]), thousands(&other["maximum"])))
    });
    let limits = [
        range("minLength", "maxLength", " characters"),
        range("minItems", "maxItems", " entries"),
        range("minProperties", "maxProperties", " entries"),
        zero.clone().or_else(|| range("minimum", "maximum", "")),
        form(schema),
        schema.get("items").map(limits).filter(|each| !each.is_empty()).map(|each| format!("each {each}")),
    ];
    limits.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

fn form(schema: &Value) -> Option<String> {
    let pattern = schema["pattern"].as_str()?;
    // An id is known by its type.
    if schema["format"].as_str().is_some_and(|format| format.ends_with("-id")) {
        return None;
    }
    Some(format!("`{}`", pattern.replace('|', "\\|")))
}

fn thousands(number: &Value) -> String {
    let text = number.to_string();
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("-", digits));
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return text;
    }
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped}")
}

/// What a value means, on one line.
pub(super) fn meaning(schema: &Value) -> String {
    let text = schema["description"].as_str().unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{kind, limits};

    #[test]
    fn limits_are_said_in_words() {
        for (schema, said) in [
            (json!({ "type": "string", "minLength": 1, "maxLength": 2000 }), "1 to 2,000 characters"),
            (
                json!({ "type": "array", "maxItems": 20, "items": { "maxLength": 30 } }),
                "0 to 20 entries; each 0 to 30 characters",
            ),
            (json!({ "type": "integer", "minimum": 5, "maximum": 10000 }), "5 to 10,000"),
            (json!({ "anyOf": [{ "const": 0 }, { "minimum": 5, "maximum": 20 }] }), "0, or 5 to 20"),
            (json!({ "type": "string", "format": "chat-id", "pattern": "x" }), ""),
        ] {
            assert_eq!(limits(&schema), said);
        }
    }

    #[test]
    fn types_are_linked_and_ids_say_of_what() {
        assert_eq!(kind(&json!({ "$ref": "#/components/schemas/Post" })), "[Post](#post)");
        assert_eq!(kind(&json!({ "type": ["string", "null"], "format": "user-id" })), "id of a user");
        assert_eq!(kind(&json!({ "type": "array", "items": { "type": "string" } })), "list of text");
    }
}
