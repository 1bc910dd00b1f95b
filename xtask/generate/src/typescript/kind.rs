//! Schemas as types of TypeScript.

use serde_json::Value;

use crate::types::{self, Types};

/// Whether a value goes to the server or comes from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Asked,
    Answered,
}

/// The type of a value. An enum that is answered may hold a name of a later version.
pub(super) fn of(schema: &Value, side: Side, types: &Types) -> String {
    if let Some(name) = types::name_of(schema) {
        let open = side == Side::Answered && types.get(name).is_some_and(|schema| schema["enum"].is_array());
        let name = if open { format!("Open<{name}>") } else { name.to_owned() };
        return if schema["anyOf"].is_array() { name + " | null" } else { name };
    }
    let kinds: Vec<&str> = match &schema["type"] {
        Value::String(kind) => vec![kind],
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        // A choice of numbers: `0, or 5 to 20`.
        _ => vec!["number"],
    };
    let kinds: Vec<String> = kinds
        .into_iter()
        .map(|kind| match kind {
            "integer" | "number" => "number".to_owned(),
            "array" => list(&schema["items"], side, types),
            "object" => format!("Record<string, {}>", of(&schema["additionalProperties"], side, types)),
            other => other.to_owned(),
        })
        .collect();
    kinds.join(" | ")
}

fn list(items: &Value, side: Side, types: &Types) -> String {
    let item = of(items, side, types);
    if item.contains(' ') { format!("({item})[]") } else { format!("{item}[]") }
}

/// The names of an enum.
pub(super) fn words(schema: &Value) -> String {
    let words = schema["enum"].as_array().into_iter().flatten().filter_map(Value::as_str);
    words.map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" | ")
}

/// The same type where all types of the contract are in `t`.
pub(super) fn qualified(kind: &str) -> String {
    if kind.starts_with(|letter: char| letter.is_uppercase()) { format!("t.{kind}") } else { kind.to_owned() }
}
