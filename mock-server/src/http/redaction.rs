//! Takes the secrets out of what the inspector shows.

use serde_json::{Map, Value, json};

/// What stands in a secret's place.
pub(super) const REDACTED: &str = "[redacted]";

/// Words that make a field a secret wherever they occur in its name, in lower case.
const WORDS: [&str; 9] =
    ["password", "token", "secret", "proof", "otp", "verifier", "signature", "destination", "idnumber"];

/// Names that are secrets as a whole, in lower case.
const NAMES: [&str; 12] = [
    "code",
    "codes",
    "state",
    "pin",
    "uploadurl",
    "idfrontimage",
    "idbackimage",
    "selfie",
    "selfieimage",
    "authorization",
    "authorizationurl",
    "iban",
];

/// How long a text, and how many entries of a list, are shown.
const TEXT: usize = 1_000;
const ENTRIES: usize = 20;

/// A body as it may be shown.
pub(super) fn body(bytes: &[u8], problem: bool) -> Value {
    if bytes.is_empty() {
        return Value::Null;
    }
    match serde_json::from_slice::<Value>(bytes) {
        // The code of a problem says what went wrong, which is what one looks for.
        Ok(Value::Object(fields)) if problem => {
            let code = fields.get("code").cloned();
            let mut fields = object(fields);
            fields.extend(code.map(|code| ("code".to_owned(), code)));
            Value::Object(fields)
        }
        Ok(value) => clean(value),
        Err(_) => json!({ "notJson": format!("{} bytes", bytes.len()) }),
    }
}

/// A query as it may be shown.
pub(super) fn query(query: &str) -> String {
    let mut shown = form_urlencoded::Serializer::new(String::new());
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        let value = if is_secret(&name) { REDACTED } else { &value };
        shown.append_pair(&name, value);
    }
    shown.finish()
}

/// Whether a field of this name holds what nobody but its owner may see.
fn is_secret(name: &str) -> bool {
    let name: String = name.chars().filter(|letter| *letter != '_' && *letter != '-').collect();
    let name = name.to_ascii_lowercase();
    NAMES.contains(&name.as_str()) || WORDS.iter().any(|word| name.contains(word))
}

fn clean(value: Value) -> Value {
    match value {
        Value::Object(fields) => Value::Object(object(fields)),
        Value::Array(entries) => {
            let more = entries.len().saturating_sub(ENTRIES);
            let mut shown: Vec<Value> = entries.into_iter().take(ENTRIES).map(clean).collect();
            if more > 0 {
                shown.push(json!(format!("… and {more} more")));
            }
            Value::Array(shown)
        }
        Value::String(text) if text.chars().nth(TEXT).is_some() => {
            let shown: String = text.chars().take(TEXT).collect();
            json!(format!("{shown}… ({} characters)", text.chars().count()))
        }
        plain => plain,
    }
}

fn object(fields: Map<String, Value>) -> Map<String, Value> {
    let shown = fields.into_iter().map(|(name, value)| {
        let hidden = is_secret(&name) && hides(&value);
        let value = if hidden { json!(REDACTED) } else { clean(value) };
        (name, value)
    });
    shown.collect()
}

/// Whether a value can be a secret: a number of tokens, a choice or nothing is none.
fn hides(value: &Value) -> bool {
    matches!(value, Value::String(_) | Value::Array(_) | Value::Object(_))
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use serde_json::json;

    use super::{REDACTED, body, is_secret, query};

    #[test]
    fn secrets_go_and_the_rest_stays() {
        let bytes = br#"{"email":"a@b.c","password":"p","session":{"accessToken":"t","expiresIn":900},"tokens":5,"codes":["a"]}"#;
        let shown = body(bytes, false);
        assert_eq!(shown["password"], REDACTED);
        assert_eq!(shown["session"], json!({ "accessToken": REDACTED, "expiresIn": 900 }));
        assert_eq!((&shown["tokens"], &shown["codes"]), (&json!(5), &json!(REDACTED)));
        assert_eq!(body(br#"{"code":"not_found"}"#, true)["code"], "not_found");
        assert_eq!(query("code=1&limit=2"), "code=%5Bredacted%5D&limit=2");
        assert_eq!(body(b"password=1", false), json!({ "notJson": "10 bytes" }));
    }

    #[test]
    fn what_is_long_is_cut() {
        let long = json!({ "content": "x".repeat(2_000), "items": vec![1; 50] });
        let shown = body(long.to_string().as_bytes(), false);
        assert!(shown["content"].as_str().expect("a text").ends_with("(2000 characters)"));
        assert_eq!(shown["items"].as_array().expect("a list").len(), 21);
    }

    /// A field that the contract marks `#[secret]` is one here, whoever adds it.
    #[test]
    fn every_secret_of_the_contract_is_known() {
        let mut known = 0;
        check(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../avalo-sdk/src/api"), &mut known);
        assert!(known > 10, "only {known} secrets were found: are they marked otherwise now?");
    }

    fn check(folder: &Path, known: &mut usize) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                check(&path, known);
                continue;
            }
            let text = fs::read_to_string(&path).expect("a file");
            let mut lines = text.lines().map(str::trim);
            while let Some(line) = lines.next() {
                if line.starts_with("#[secret]") {
                    let field = lines.find_map(|line| line.strip_prefix("pub ")).expect("a field");
                    let name = field.split(':').next().expect("a name");
                    assert!(is_secret(name), "{name} in {} is secret: add it to NAMES", path.display());
                    *known += 1;
                }
            }
        }
    }
}
