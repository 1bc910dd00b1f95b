//! Which scenario was told in which place: a table of the files that the places left.
//!
//! A place writes `target/scenarios/<place>.json`: the name of each scenario with `"ok"`, or with why it failed.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

/// The scenarios of one place: whether each was told as it must be.
type Told = BTreeMap<String, bool>;

fn folder(root: &Path) -> PathBuf {
    root.join("target/scenarios")
}

/// Removes what an earlier run left.
pub(crate) fn forget(root: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder(root)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// The table, or nothing if no place told anything.
///
/// # Errors
///
/// A sentence that names a file which is not as it must be.
pub(crate) fn table(root: &Path) -> Result<Option<String>, String> {
    let places = read(&folder(root), |text| told(text).ok_or_else(|| "is no object of texts".to_owned()))?;
    let stories = read(&root.join("tests/scenarios"), |_| Ok(()))?;
    Ok((!places.is_empty()).then(|| lines(&stories.into_keys().collect::<Vec<_>>(), &places)))
}

/// The files of a folder that end with `.json`, by what precedes it, read by `parse`.
fn read<T>(folder: &Path, parse: impl Fn(&str) -> Result<T, String>) -> Result<BTreeMap<String, T>, String> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.extension().is_none_or(|end| end != "json") {
            continue;
        }
        let text = fs::read_to_string(&path).map_err(|error| error.to_string());
        let parsed = text.and_then(|text| parse(&text));
        let parsed = parsed.map_err(|why| format!("{} {why}", path.display()))?;
        found.insert(path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), parsed);
    }
    Ok(found)
}

/// Reads `{ "name": "ok", "other": "why not" }`: texts that are names and outcomes in turn.
fn told(text: &str) -> Option<Told> {
    let inside = text.trim().strip_prefix('{')?.strip_suffix('}')?;
    let mut texts = Vec::new();
    let mut rest = inside;
    while let Some(start) = rest.find('"') {
        // What stands between texts is a colon after a name and a comma after an outcome.
        let between = match texts.len() {
            0 => "",
            odd if odd % 2 == 1 => ":",
            _ => ",",
        };
        let (before, after) = rest.split_at(start);
        if before.trim() != between {
            return None;
        }
        let mut escaped = false;
        let length = after[1..].find(|letter| {
            let ends = letter == '"' && !escaped;
            escaped = letter == '\\' && !escaped;
            ends
        })?;
        texts.push(&after[1..=length]);
        rest = &after[length + 2..];
    }
    let (pairs, odd) = texts.as_chunks::<2>();
    let whole = odd.is_empty() && rest.trim().is_empty();
    whole.then(|| pairs.iter().map(|[name, outcome]| ((*name).to_owned(), *outcome == "ok")).collect())
}

/// A row for each scenario, a column for each place: told, failed, or not told at all.
fn lines(stories: &[String], places: &BTreeMap<String, Told>) -> String {
    let width = stories.iter().map(|name| name.chars().count()).max().unwrap_or_default().max(8);
    let mut table = row(width, places, "scenario", |place, _| place.to_owned());
    for story in stories {
        table += &row(width, places, story, |_, told| {
            match told.get(story) {
                Some(true) => "✓",
                Some(false) => "✗",
                None => "–",
            }
            .to_owned()
        });
    }
    let count = |told: &Told| stories.iter().filter(|story| told.get(*story) == Some(&true)).count();
    table + &row(width, places, "", |_, told| format!("{}/{}", count(told), stories.len()))
}

fn row(
    width: usize,
    places: &BTreeMap<String, Told>,
    name: &str,
    cell: impl Fn(&str, &Told) -> String,
) -> String {
    let cells = places.iter().map(|(place, told)| {
        let width = place.chars().count().max(5);
        format!("  {:<width$}", cell(place, told))
    });
    format!("{}\n", format!("{name:width$}{}", cells.collect::<String>()).trim_end())
}

#[cfg(test)]
mod tests {
    use super::{Told, lines, told};

    #[test]
    fn outcomes_are_read_and_anything_else_is_refused() {
        let read = told("{\n \"a\": \"ok\", \"b\": \"step 2: {\\\"x\\\": 1}, \\\\\"\n}\n").expect("outcomes");
        assert_eq!(read, Told::from([("a".to_owned(), true), ("b".to_owned(), false)]));
        assert_eq!(told("{}"), Some(Told::new()));
        for text in [
            "",
            "[]",
            "{\"a\"}",
            "{\"a\": true}",
            "{\"a\": \"ok\" \"b\": \"ok\"}",
            "{\"a: 1}",
            "{\"a\": \"ok\", 1}",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }

    #[test]
    fn a_row_says_what_every_place_did() {
        let stories = ["gift".to_owned(), "tip".to_owned()];
        let places = [("Node", "{\"gift\":\"ok\",\"tip\":\"late\"}"), ("workerd", "{\"gift\":\"ok\"}")];
        let places = places.map(|(place, text)| (place.to_owned(), told(text).expect("outcomes"))).into();
        let table =
            "scenario  Node   workerd\ngift      ✓      ✓\ntip       ✗      –\n          1/2    1/2\n";
        assert_eq!(lines(&stories, &places), table);
    }
}
