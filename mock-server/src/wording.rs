//! What serde says of a value, in words for somebody who has never seen this server's types.

/// Says why a value cannot be read. `given` is its text in a query, empty for what came as JSON.
pub(crate) fn plain(reason: &str, given: &str) -> String {
    // Where in a body it was is said by the field.
    let reason = reason.split(" at line ").next().unwrap_or_default();
    if reason.starts_with("missing field `") {
        return "is missing".to_owned();
    }
    let said = match reason {
        "invalid digit found in string" if given.starts_with('-') && given.parse::<i64>().is_ok() => {
            "must not be below 0"
        }
        "invalid digit found in string" | "cannot parse integer from empty string" => {
            "must be a whole number"
        }
        "number too large to fit in target type" => "is too large",
        "number too small to fit in target type" => "is too small",
        "provided string was not `true` or `false`" => "must be true or false",
        "invalid float literal" | "cannot parse float from empty string" => "must be a number",
        _ => match reason.rsplit_once(", expected ") {
            // Those name what is known in the words of the wire already.
            Some(_) if reason.starts_with("unknown ") => reason,
            Some((_, expected)) => return format!("must be {}", noun(expected)),
            None => reason,
        },
    };
    said.to_owned()
}

fn noun(expected: &str) -> &str {
    match expected {
        "i8" | "i16" | "i32" | "i64" | "isize" | "integer" => "a whole number",
        "u32" => "a whole number from 0 to 4294967295",
        "u8" | "u16" | "u64" | "usize" => "a whole number that is not below 0",
        "f32" | "f64" => "a number",
        "a boolean" => "true or false",
        "a sequence" => "a list",
        "a map" => "an object",
        "string" | "a borrowed string" | "string or map" | "variant identifier" => "a string",
        // `struct FaultRule` and its like.
        _ if expected.starts_with("struct ") => "an object",
        _ if expected.contains("struct ") || expected.contains("enum ") => "of another type",
        _ => expected,
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn no_type_of_this_server_is_named() {
        for (reason, given, said) in [
            ("missing field `content`", "", "is missing"),
            ("missing field `content` at line 1 column 2", "", "is missing"),
            ("invalid digit found in string", "all", "must be a whole number"),
            ("invalid digit found in string", "-", "must be a whole number"),
            ("invalid digit found in string", "-1", "must not be below 0"),
            ("number too large to fit in target type", "9", "is too large"),
            ("invalid type: string \"x\", expected i64", "", "must be a whole number"),
            ("invalid value: integer `-1`, expected u32", "", "must be a whole number from 0 to 4294967295"),
            ("invalid type: string \", expected i64\", expected a boolean", "", "must be true or false"),
            ("invalid type: integer `7`, expected a string", "", "must be a string"),
            ("invalid type: null, expected a sequence", "", "must be a list"),
            ("invalid type: integer `7`, expected struct FaultRule", "", "must be an object"),
            ("invalid type: map, expected tuple struct X", "", "must be of another type"),
            ("tokens are a whole number", "", "tokens are a whole number"),
            ("unknown variant `a`, expected `b` or `c`", "", "unknown variant `a`, expected `b` or `c`"),
        ] {
            assert_eq!(plain(reason, given), said, "{reason}");
        }
    }
}
