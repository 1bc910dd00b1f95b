use serde_json::json;

use super::{Kept, compare, resolve};

#[test]
fn a_pattern_matches_what_has_its_members_and_nothing_else() {
    for (pattern, actual, matches) in [
        (json!({ "a": 1 }), json!({ "a": 1, "b": 2 }), true),
        (json!({ "a": 1 }), json!({ "b": 2 }), false),
        (json!({ "a": "$none" }), json!({ "b": 2 }), true),
        (json!({ "b": "$none" }), json!({ "b": 2 }), false),
        (json!({ "b": "$any" }), json!({ "b": 2 }), true),
        (json!({ "a": "$any" }), json!({ "b": 2 }), false),
        (json!([1, 2]), json!([1, 2]), true),
        (json!([1]), json!([1, 2]), false),
        (json!({ "$has": { "a": 2 } }), json!([{ "a": 1 }, { "a": 2 }]), true),
        (json!({ "$has": { "a": 3 } }), json!([{ "a": 1 }, { "a": 2 }]), false),
        (json!({ "$count": 2 }), json!([0, 0]), true),
        (json!({ "$count": 1 }), json!([0, 0]), false),
        (json!({ "a": 1 }), json!([1]), false),
        (json!({}), json!(null), false),
    ] {
        assert_eq!(compare(&pattern, &actual, "").is_ok(), matches, "{pattern} and {actual}");
    }
}

#[test]
fn a_reference_keeps_its_type_when_it_is_the_whole_text() {
    let kept = Kept::from([("n".to_owned(), json!(7)), ("s".to_owned(), json!("x"))]);
    for (text, value) in [("${n}", json!(7)), ("a${s}b${n}", json!("axb7")), ("$any", json!("$any"))] {
        assert_eq!(resolve(&json!(text), &kept), Ok(value));
    }
    assert!(resolve(&json!("${m}"), &kept).is_err(), "a name that nothing was kept under");
}
