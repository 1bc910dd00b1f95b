//! The stories of `tests/scenarios/`: how they are read, played and compared.

mod door;
mod driver;
mod pattern;
mod player;

use std::{collections::BTreeMap, fs, path::Path};

use serde::Deserialize;
use serde_json::{Map, Value};

pub use self::{
    door::{Door, Events, Failure, Work},
    driver::Driver,
    player::{play, play_by},
};

/// One file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// What holds at its end, in a sentence.
    pub name: String,
    /// What happens, in order.
    pub steps: Vec<Step>,
}

/// One step: what each member means is in `tests/scenarios/README.md`.
#[derive(Clone, Debug, Deserialize)]
#[expect(missing_docs, reason = "they are documented once, for every language")]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Step {
    #[serde(rename = "as")]
    pub who: Option<String>,
    pub call: Option<String>,
    pub listen: Option<bool>,
    pub hears: Option<Value>,
    pub test: Option<String>,
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    pub together: Option<Vec<Step>>,
    #[serde(default = "nothing")]
    pub with: Value,
    pub key: Option<String>,
    pub gives: Option<Value>,
    pub fails: Option<String>,
    #[serde(default)]
    pub keep: BTreeMap<String, String>,
}

fn nothing() -> Value {
    Value::Object(Map::new())
}

/// Every scenario with the name of its file, in the order of the names.
///
/// # Panics
///
/// When a file is no scenario.
pub fn all() -> Vec<(String, Scenario)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let files = fs::read_dir(&folder).expect("the folder of the scenarios");
    let mut files: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
    files.sort();
    let scenarios = files.iter().filter(|file| file.extension().is_some_and(|end| end == "json"));
    scenarios
        .map(|file| {
            let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let text = fs::read_to_string(file).expect("a readable file");
            let scenario = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}.json: {error}"));
            (name, scenario)
        })
        .collect()
}
