//! `avalo-scenarios PROGRAM ARGUMENTS...`: the stories of `tests/scenarios/` by the door of another
//! language. The program makes the calls; what is played and compared is the same everywhere.
//!
//! Each story has a fork of one server. What came of each is kept in the file that `AVALO_RESULTS` names.

use std::{collections::BTreeMap, env, fs, path::PathBuf, process::ExitCode};

use avalo_tests::{
    scenario::{self, Driver},
    server,
};
use futures_util::{StreamExt, stream};

/// How many are played at the same time.
const AT_ONCE: usize = 8;

#[tokio::main]
async fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let Some((program, arguments)) = words.split_first() else {
        eprintln!("avalo-scenarios PROGRAM ARGUMENTS...");
        return ExitCode::FAILURE;
    };
    match play(program, arguments).await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            println!("not ok - the driver runs: {why}");
            ExitCode::FAILURE
        }
    }
}

async fn play(program: &str, arguments: &[String]) -> std::io::Result<bool> {
    let (driver, world) = (Driver::start(program, arguments)?, server().await);
    let scenarios = scenario::all();
    let outcomes = stream::iter(&scenarios)
        .map(|(file, scenario)| {
            let (driver, world) = (&driver, &world);
            async move {
                let fork = match world.fork().await {
                    Ok(fork) => fork,
                    Err(why) => return (file, scenario, Err(format!("no fork: {why:?}"))),
                };
                let door = driver.door(file, fork.url());
                (file, scenario, scenario::play_by(scenario, &fork, &door).await)
            }
        })
        .buffered(AT_ONCE)
        .collect::<Vec<_>>()
        .await;
    let mut results = BTreeMap::new();
    for (file, scenario, outcome) in &outcomes {
        match outcome {
            Ok(()) => println!("ok - {file}: {}", scenario.name),
            Err(why) => println!("not ok - {file}: {why}"),
        }
        results.insert(file, outcome.as_ref().map_or_else(String::as_str, |()| "ok"));
    }
    if let Some(file) = env::var_os("AVALO_RESULTS").map(PathBuf::from) {
        fs::create_dir_all(file.parent().unwrap_or(&file))?;
        fs::write(file, serde_json::to_vec_pretty(&results)?)?;
    }
    Ok(outcomes.iter().all(|(_, _, outcome)| outcome.is_ok()) && !outcomes.is_empty())
}
