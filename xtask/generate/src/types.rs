//! The types of the contract as JSON schemas, and the differences between asking and answering.

use std::collections::{BTreeMap, BTreeSet};

use avalo_sdk::schema::ORDER;
use serde_json::{Map, Value, json};

/// Where the document keeps its schemas.
const SCHEMAS: &str = "#/components/schemas/";

/// The types by name.
pub(crate) type Types = BTreeMap<String, Value>;

/// The name that a schema refers to, through `null` as well.
pub(crate) fn name_of(schema: &Value) -> Option<&str> {
    let found = |schema: &'_ Value| schema["$ref"].as_str().and_then(|to| to.strip_prefix(SCHEMAS)).is_some();
    if found(schema) {
        return schema["$ref"].as_str()?.strip_prefix(SCHEMAS);
    }
    let one = schema["anyOf"].as_array()?.iter().find(|schema| found(schema))?;
    one["$ref"].as_str()?.strip_prefix(SCHEMAS)
}

/// The names of the types that can be reached from a schema, itself included.
pub(crate) fn reachable<'s>(from: &'s Value, types: &'s Types, seen: &mut BTreeSet<String>) {
    match from {
        Value::Object(fields) => {
            let to = fields.get("$ref").and_then(Value::as_str).and_then(|to| to.strip_prefix(SCHEMAS));
            if let Some(name) = to
                && seen.insert(name.to_owned())
                && let Some(schema) = types.get(name)
            {
                reachable(schema, types, seen);
            }
            fields.values().for_each(|value| reachable(value, types, seen));
        }
        Value::Array(values) => values.iter().for_each(|value| reachable(value, types, seen)),
        _ => {}
    }
}

/// The fields of a struct in the order of their declaration.
pub(crate) fn fields(schema: &Value) -> Vec<(String, Value)> {
    let properties = schema["properties"].as_object();
    let order = schema[ORDER].as_array().into_iter().flatten().filter_map(Value::as_str);
    order.filter_map(|name| Some((name.to_owned(), properties?.get(name)?.clone()))).collect()
}

/// Whether a struct always has a field.
pub(crate) fn is_required(schema: &Value, name: &str) -> bool {
    schema["required"].as_array().is_some_and(|required| required.iter().any(|known| known == name))
}

/// A type that is only answered: what has no value is left out, lists are always there.
pub(crate) fn answered(schema: &mut Value) {
    let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) else { return };
    let mut always = Vec::new();
    for (name, property) in properties {
        if matches!(property["type"].as_str(), Some("array" | "object")) {
            always.push(name.clone());
        }
        without_null(property);
    }
    let mut required: BTreeSet<String> = schema["required"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect();
    required.extend(always);
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
}

/// A type that is only asked with: what it does not name is refused, and secrets are never sent back.
pub(crate) fn asked(schema: &mut Value) {
    if schema["type"] == "object" {
        schema["additionalProperties"] = json!(false);
    }
    let properties = schema.get_mut("properties").and_then(Value::as_object_mut);
    for property in properties.into_iter().flat_map(Map::values_mut) {
        if property["format"] == "password" {
            property["writeOnly"] = json!(true);
        }
    }
}

/// The name of a struct as it is asked with, where it is answered too.
pub(crate) fn input(name: &str) -> String {
    format!("{name}Input")
}

/// Refers to these structs as they are asked with.
pub(crate) fn refer_to_inputs(schema: &mut Value, both: &BTreeSet<String>) {
    match schema {
        Value::Object(fields) => {
            let name = fields.get("$ref").and_then(Value::as_str).and_then(|to| to.strip_prefix(SCHEMAS));
            if let Some(name) = name.filter(|name| both.contains(*name)) {
                let to = format!("{SCHEMAS}{}", input(name));
                fields.insert("$ref".to_owned(), to.into());
            }
            fields.values_mut().for_each(|value| refer_to_inputs(value, both));
        }
        Value::Array(values) => values.iter_mut().for_each(|value| refer_to_inputs(value, both)),
        _ => {}
    }
}

/// Takes `null` out of what a value may be.
pub(crate) fn without_null(schema: &mut Value) {
    if let Some(kinds) = schema["type"].as_array().cloned() {
        let kinds: Vec<Value> = kinds.into_iter().filter(|kind| kind != "null").collect();
        schema["type"] = if let [kind] = kinds.as_slice() { kind.clone() } else { kinds.into() };
    }
    let Some(choices) = schema["anyOf"].as_array().cloned() else { return };
    let choices: Vec<Value> = choices.into_iter().filter(|choice| choice["type"] != "null").collect();
    let Some(fields) = schema.as_object_mut() else { return };
    match choices.as_slice() {
        [Value::Object(only)] => {
            fields.remove("anyOf");
            for (name, value) in only {
                fields.entry(name.clone()).or_insert_with(|| value.clone());
            }
        }
        _ => drop(fields.insert("anyOf".to_owned(), choices.into())),
    }
}

/// Takes out what only this generator reads.
pub(crate) fn published(mut schema: Value) -> Value {
    match &mut schema {
        Value::Object(fields) => {
            if fields.get(ORDER).is_some_and(Value::is_array) {
                fields.remove(ORDER);
            }
            fields.values_mut().for_each(|value| *value = published(value.take()));
        }
        Value::Array(values) => values.iter_mut().for_each(|value| *value = published(value.take())),
        _ => {}
    }
    schema
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{answered, refer_to_inputs, without_null};

    #[test]
    fn what_is_asked_with_and_answered_is_two_types() {
        let mut schema = json!({ "anyOf": [{ "$ref": "#/components/schemas/Hours" }, { "$ref": "#/components/schemas/Day" }] });
        refer_to_inputs(&mut schema, &["Hours".to_owned()].into());
        let names: Vec<_> =
            schema["anyOf"].as_array().expect("a choice").iter().filter_map(super::name_of).collect();
        assert_eq!(names, ["HoursInput", "Day"]);
    }

    #[test]
    fn what_may_be_absent_is_never_null_in_an_answer() {
        for (given, left) in [
            (json!({ "type": ["string", "null"] }), json!({ "type": "string" })),
            (
                json!({ "description": "Why.", "anyOf": [{ "$ref": "#/x" }, { "type": "null" }] }),
                json!({ "description": "Why.", "$ref": "#/x" }),
            ),
        ] {
            let mut schema = given;
            without_null(&mut schema);
            // Asking for a field that is not there must not have put one there.
            assert_eq!(
                schema.as_object().map(|fields| fields.len()),
                left.as_object().map(|fields| fields.len())
            );
            assert_eq!(schema, left);
        }
    }

    #[test]
    fn lists_are_always_answered() {
        let mut schema =
            json!({ "properties": { "posts": { "type": "array" }, "next": { "type": ["string", "null"] } } });
        answered(&mut schema);
        assert_eq!(schema["required"], json!(["posts"]));
        assert_eq!(schema["properties"]["next"]["type"], "string");
    }
}
