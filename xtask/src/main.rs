//! The project's own commands: `cargo xtask demo`, `cargo xtask test`, `cargo xtask bench`.
//!
//! Nothing but the standard library, so that the first command on a fresh machine starts at once.

mod bench;
mod command;
mod doors;
mod report;
mod rust;
mod tools;

use std::{
    env, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use command::Command;
use report::{Report, Suite};

const HELP: &str = "\
cargo xtask <command>

  demo            starts the reference server and takes the SDK through a story
  test            runs every test in every language; installs what is missing
  test <word>     only the suites whose name contains the word
  bench native    the SDK beside bare reqwest, and the server's start-up
  help            this text
";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let root = root();
    let done = match *words.as_slice() {
        ["demo"] => demo(&root),
        ["test"] => Ok(test(&root, "")),
        ["test", word] => Ok(test(&root, word)),
        ["bench", "native"] => bench::native(&root),
        ["help"] => {
            print!("{HELP}");
            Ok(true)
        }
        _ => {
            eprint!("{HELP}");
            Ok(false)
        }
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("cargo xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The folder of the workspace.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// Where cargo puts what it builds.
fn target(root: &Path) -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| root.join(folder))
}

/// Builds the demo with cargo's own progress, because the first time takes a while, and runs it.
fn demo(root: &Path) -> io::Result<bool> {
    let built = Command::cargo(root).args(["build", "--locked", "-p", "avalo-demo"]).status()?;
    Ok(built && Command::new(target(root).join("debug/avalo-demo"), root).status()?)
}

/// Runs the suites whose name contains `word` and says whether all of them passed.
fn test(root: &Path, word: &str) -> bool {
    let suites: Vec<Suite> = rust::suites().into_iter().chain(doors::suites()).collect();
    let chosen: Vec<&Suite> = suites.iter().filter(|suite| suite.name.contains(word)).collect();
    if chosen.is_empty() {
        let names: Vec<&str> = suites.iter().map(|suite| suite.name).collect();
        eprintln!("cargo xtask test: no suite is called {word:?}; there are: {}", names.join(", "));
        return false;
    }
    // A machine that tests for others has everything; a developer's own may lack a toolchain.
    let strict = env::var("CI").is_ok_and(|ci| !ci.is_empty() && ci != "false" && ci != "0");
    let mut report = Report::new(strict);
    for suite in chosen {
        report.run(suite, root);
    }
    report.close()
}
