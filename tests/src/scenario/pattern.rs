//! What an answer is compared with, and how steps refer to what came before.

use std::collections::BTreeMap;

use serde_json::Value;

/// The values that steps kept, by their names.
pub(super) type Kept = BTreeMap<String, Value>;

/// Puts kept values where `${name}` stands. One that is the whole text keeps its own type.
pub(super) fn resolve(value: &Value, kept: &Kept) -> Result<Value, String> {
    Ok(match value {
        Value::String(text) => fill(text, kept)?,
        Value::Array(items) => items.iter().map(|item| resolve(item, kept)).collect::<Result<_, _>>()?,
        Value::Object(members) => {
            let members = members.iter().map(|(name, member)| Ok((name.clone(), resolve(member, kept)?)));
            Value::Object(members.collect::<Result<_, String>>()?)
        }
        other => other.clone(),
    })
}

fn fill(text: &str, kept: &Kept) -> Result<Value, String> {
    let mut filled = text.to_owned();
    for (name, value) in kept {
        let reference = format!("${{{name}}}");
        if text == reference {
            return Ok(value.clone());
        }
        filled = filled.replace(&reference, value.as_str().unwrap_or(&value.to_string()));
    }
    if filled.contains("${") { Err(format!("nothing was kept for {filled}")) } else { Ok(filled.into()) }
}

/// Compares an answer with a pattern and names the first place where they differ.
pub(super) fn compare(pattern: &Value, actual: &Value, place: &str) -> Result<(), String> {
    let differ = || Err(format!("{place}/: {actual} instead of {pattern}"));
    match (pattern, actual) {
        (Value::String(word), _) if word == "$any" && !actual.is_null() => Ok(()),
        (Value::String(word), Value::Null) if word == "$none" => Ok(()),
        (Value::Object(members), Value::Array(items)) => match (members.get("$has"), members.get("$count")) {
            (Some(wanted), None) if items.iter().any(|item| compare(wanted, item, place).is_ok()) => Ok(()),
            (None, Some(count)) if *count == items.len() => Ok(()),
            _ => differ(),
        },
        (Value::Object(members), Value::Object(_)) => members.iter().try_for_each(|(name, member)| {
            compare(member, actual.get(name).unwrap_or(&Value::Null), &format!("{place}/{name}"))
        }),
        (Value::Array(wanted), Value::Array(items)) if wanted.len() == items.len() => {
            let mut pairs = wanted.iter().zip(items).enumerate();
            pairs.try_for_each(|(index, (wanted, item))| compare(wanted, item, &format!("{place}/{index}")))
        }
        _ if pattern == actual => Ok(()),
        _ => differ(),
    }
}

#[cfg(test)]
mod tests;
