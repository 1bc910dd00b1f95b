use serde_json::{Map, Value};

use super::*;

#[test]
fn it_takes_what_serde_takes_and_nothing_else() {
    for text in [
        "{}",
        r#" { "a" : [ 1 , -2.5e+3 , {} , [] , "x" ] , "b" : null } "#,
        r#"{"a":"\u00e9\ud83d\ude00\n\"\\\/"}"#,
        r#"{"a":0,"b":-0,"c":1E5,"d":true}"#,
        "",
        "{",
        "[]",
        "7",
        r#"{"a"}"#,
        r#"{"a":}"#,
        r#"{"a":1,}"#,
        r#"{,"a":1}"#,
        r#"{"a":01}"#,
        r#"{"a":1.}"#,
        r#"{"a":.5}"#,
        r#"{"a":1e}"#,
        r#"{"a":+1}"#,
        r#"{"a":truE}"#,
        r#"{"a":nul}"#,
        r#"{"a":"x}"#,
        r#"{"a":[1}"#,
        r#"{"a":"\x"}"#,
        "{\"a\":\"\n\"}",
        r#"{"a":1} 2"#,
        r#"{'a':1}"#,
        r#"{a:1}"#,
    ] {
        let expected = serde_json::from_str::<Map<String, Value>>(text);
        assert_eq!(Fields::read(text).is_some(), expected.is_ok(), "{text}");
    }
}

#[test]
fn values_are_read_as_they_are_meant() {
    let text = r#"{"t":"\u00e9\ud83d\ude00\t","n":7,"o":{"i":"x"},"z":null,"n":8}"#;
    let fields = Fields::read(text).expect("an object");
    assert_eq!(fields.text("t").as_deref(), Some("é😀\t"));
    assert_eq!(fields.whole("n"), Some(8));
    assert_eq!(fields.fields("o").and_then(|inner| inner.text("i")).as_deref(), Some("x"));
    assert!(fields.get("z").is_none() && fields.text("n").is_none());
    assert!(Fields::read(r#"{"h":"\ud83d"}"#).is_none());
    let names: Vec<_> = fields.into_sorted().into_iter().map(|field| field.name).collect();
    assert_eq!(names, ["n", "o", "t"]);
}

#[test]
fn a_quoted_text_is_read_back() {
    for text in ["", "plain", "\"\\/\n\u{1}\u{1f}é😀"] {
        assert_eq!(serde_json::from_str::<String>(&quote(text)).ok().as_deref(), Some(text));
        assert_eq!(Raw(&quote(text)).text().as_deref(), Some(text));
    }
}

#[test]
fn endless_nesting_ends() {
    let text = format!("{{\"a\":{}", "[".repeat(1_000_000));
    assert!(Fields::read(&text).is_none());
}

/// Numbers by chance, the same ones in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end
    }

    fn pick(&mut self, among: &[&'static str]) -> &'static str {
        among[self.below(among.len())]
    }
}

/// Writes JSON of every kind, with spaces wherever they may be.
fn write(chance: &mut Chance, depth: usize, text: &mut String) {
    let kinds = if depth == 0 { 3 } else { 5 };
    match if text.is_empty() { 4 } else { chance.below(kinds) } {
        0 => text.push_str(chance.pick(&["true", "false", "null"])),
        1 => number(chance, text),
        2 => string(chance, text),
        3 => items(chance, ('[', ']'), text, |chance, text| write(chance, depth - 1, text)),
        _ => items(chance, ('{', '}'), text, |chance, text| {
            string(chance, text);
            space(chance, text);
            text.push(':');
            space(chance, text);
            write(chance, depth - 1, text);
        }),
    }
}

fn items(
    chance: &mut Chance,
    (open, close): (char, char),
    text: &mut String,
    item: impl Fn(&mut Chance, &mut String),
) {
    text.push(open);
    space(chance, text);
    for at in 0..chance.below(5) {
        if at > 0 {
            text.push(',');
            space(chance, text);
        }
        item(chance, text);
        space(chance, text);
    }
    text.push(close);
}

fn space(chance: &mut Chance, text: &mut String) {
    text.push_str(chance.pick(&["", "", "", " ", "\t", "\n", "\r", " \n "]));
}

fn number(chance: &mut Chance, text: &mut String) {
    text.push_str(chance.pick(&["", "", "-"]));
    text.push_str(chance.pick(&[
        "0",
        "7",
        "10",
        "9007199254740991",
        "9007199254740992",
        "18446744073709551616",
    ]));
    text.push_str(chance.pick(&["", "", "", ".0", ".25"]));
    text.push_str(chance.pick(&["", "", "", "e1", "E+2", "e-3", "e400"]));
}

fn string(chance: &mut Chance, text: &mut String) {
    text.push('"');
    for _ in 0..chance.below(4) {
        let broken = chance.below(40) == 0;
        text.push_str(chance.pick(if broken {
            &["\\ud800", "\\udc00", "\\uD83D\\u0041"]
        } else {
            &[
                "a",
                "b",
                "id",
                "/",
                "{",
                "]",
                ":",
                ",",
                "é",
                "😀",
                "\u{7f}",
                "\\n",
                "\\t",
                "\\\"",
                "\\\\",
                "\\/",
                "\\b",
                "\\u0061",
                "\\u00E9",
                "\\ud83d\\ude00",
                "\\u0000",
            ]
        }));
    }
    text.push('"');
}

/// Takes something out, puts something in, or both.
fn mutate(chance: &mut Chance, text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let at = chance.below(letters.len() + 1);
    let until = (at + chance.below(3)).min(letters.len());
    let new = chance.pick(&[
        "", "", "\"", "\\", "{", "}", "[", "]", ",", ":", "0", "1", "-", "+", ".", "e", "u", "null", "tru",
        " ", "\n", "\u{1}", "\u{c}", "\u{a0}", "\u{feff}", "é", "\\u12", "\\x", "//",
    ]);
    letters[..at].iter().copied().chain(new.chars()).chain(letters[until..].iter().copied()).collect()
}

/// Reads a text both ways and compares. Says whether it was taken.
fn compare(text: &str) -> bool {
    match (Fields::read(text), serde_json::from_str::<Map<String, Value>>(text)) {
        (Some(ours), Ok(theirs)) => compare_fields(ours, &theirs, text),
        (None, Err(_)) => return false,
        // Numbers are passed on as they were written, so none is too large to read.
        (Some(_), Err(error)) if error.to_string().contains("number out of range") => {}
        (ours, theirs) => panic!("{text}\nours: {ours:?}\ntheirs: {theirs:?}"),
    }
    true
}

fn compare_fields(ours: Fields<'_>, theirs: &Map<String, Value>, text: &str) {
    for (name, value) in theirs {
        assert_eq!(ours.get(name).is_none(), value.is_null(), "{name} in {text}");
        assert_eq!(ours.text(name).as_deref(), value.as_str(), "{name} in {text}");
        assert_eq!(ours.whole(name), value.as_u64().filter(|whole| *whole <= MAX_EXACT), "{name} in {text}");
        match (ours.fields(name), value) {
            (Some(inner), Value::Object(object)) => compare_fields(inner, object, text),
            (inner, value) => assert_eq!(inner.is_some(), value.is_object(), "{name} in {text}"),
        }
        if let Some(raw) = ours.get(name) {
            assert_eq!(serde_json::from_str::<Value>(raw.as_str()).ok().as_ref(), Some(value), "{text}");
        }
    }
    let mut names: Vec<&String> =
        theirs.iter().filter(|(_, value)| !value.is_null()).map(|(name, _)| name).collect();
    names.sort();
    let sorted = ours.into_sorted();
    assert_eq!(sorted.iter().map(|field| &field.name).collect::<Vec<_>>(), names, "{text}");
}

#[test]
fn it_reads_whatever_serde_reads_and_in_the_same_way() {
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let mut taken = 0;
    for _ in 0..20_000 {
        let mut text = String::new();
        write(&mut chance, 4, &mut text);
        taken += usize::from(compare(&text));
        for _ in 0..4 {
            taken += usize::from(compare(&mutate(&mut chance, &text)));
        }
    }
    assert!((20_000..80_000).contains(&taken), "{taken} texts of 100,000 were taken");
}
