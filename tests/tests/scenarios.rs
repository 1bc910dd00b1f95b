//! The stories of `tests/scenarios/`, told by the Rust SDK; every other language tells the same files.

use std::{collections::BTreeMap, fs, path::Path, process::ExitCode};

use avalo_tests::{scenario, server};
use futures_util::{StreamExt, stream};

/// How many are played at the same time.
const AT_ONCE: usize = 8;

#[tokio::main]
async fn main() -> ExitCode {
    let word = std::env::args().nth(1).filter(|word| !word.starts_with('-')).unwrap_or_default();
    let scenarios = scenario::all();
    let chosen = scenarios.iter().filter(|(file, _)| file.contains(&word));
    let mut outcomes =
        stream::iter(chosen)
            .map(|(file, scenario)| async move {
                (file, scenario, scenario::play(scenario, server().await).await)
            })
            .buffered(AT_ONCE);
    let (mut passed, mut failed, mut told) = (0, 0, BTreeMap::new());
    while let Some((file, scenario, outcome)) = outcomes.next().await {
        let name = &scenario.name;
        match outcome {
            Ok(()) => println!("test {file} ... ok: {name}"),
            Err(ref why) => println!("test {file} ... FAILED: {name}\n  {why}"),
        }
        told.insert(file, outcome.as_ref().err().map_or("ok", String::as_str).to_owned());
        (passed, failed) = if outcome.is_ok() { (passed + 1, failed) } else { (passed, failed + 1) };
    }
    leave(&told);
    let verdict = if failed == 0 { "ok" } else { "FAILED" };
    println!("\ntest result: {verdict}. {passed} passed; {failed} failed; 0 ignored");
    if failed == 0 && passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Leaves the outcomes for the table of `cargo xtask test`.
fn leave(told: &BTreeMap<&String, String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/scenarios");
    fs::create_dir_all(&folder).expect("the folder of the outcomes");
    let text = serde_json::to_string_pretty(told).expect("an object of texts");
    fs::write(folder.join("Rust.json"), text).expect("the outcomes");
}
