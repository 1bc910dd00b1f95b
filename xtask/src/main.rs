//! The project's own commands: `cargo xtask demo`, `test`, `generate` and `bench`.
//!
//! Nothing but the standard library, so that the first command on a fresh machine starts at once.

mod bench;
mod command;
mod contract;
mod doors;
mod python;
mod report;
mod rust;
mod scenarios;
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

  demo              starts the reference server and takes the SDK through a story
  test              runs every test in every language; installs what is missing
  test <word>       only the suites whose name contains the word
  generate          writes what follows from the contract: documents, modules
  generate --check  fails when they are not what it would write
  bench native      the SDK beside bare reqwest, and the server's start-up
  bench server      the reference server under load, its start, its forks, a year
  bench web         the npm package beside bare fetch and other clients
  bench kotlin      what a call costs on a JVM, beside the same in Rust
  bench swift       what a call costs in Swift, beside the same in Rust
  help              this text
";

/// What was asked for.
#[derive(Debug, PartialEq)]
enum Task<'a> {
    Demo,
    Test(&'a str),
    /// With whether it is only to be checked.
    Generate(bool),
    BenchNative,
    BenchServer,
    BenchWeb,
    BenchKotlin,
    BenchSwift,
    Help,
}

impl<'a> Task<'a> {
    fn read(words: &[&'a str]) -> Result<Self, String> {
        let (task, rest) = match words {
            [] => (Self::Help, words),
            ["help" | "--help" | "-h", rest @ ..] => (Self::Help, rest),
            ["demo", rest @ ..] => (Self::Demo, rest),
            ["test" | "generate" | "bench", "--help" | "-h", rest @ ..] => (Self::Help, rest),
            ["test"] => (Self::Test(""), &[][..]),
            ["test", word, rest @ ..] => (Self::Test(word), rest),
            ["generate", "--check", rest @ ..] => (Self::Generate(true), rest),
            ["generate", rest @ ..] => (Self::Generate(false), rest),
            ["bench", "native", rest @ ..] => (Self::BenchNative, rest),
            ["bench", "server", rest @ ..] => (Self::BenchServer, rest),
            ["bench", "web", rest @ ..] => (Self::BenchWeb, rest),
            ["bench", "kotlin", rest @ ..] => (Self::BenchKotlin, rest),
            ["bench", "swift", rest @ ..] => (Self::BenchSwift, rest),
            ["bench"] => {
                return Err("bench needs to be told what: native, server, web, kotlin or swift".to_owned());
            }
            ["bench", what, ..] => {
                return Err(format!(
                    "there is no bench called {what:?}: native, server, web, kotlin or swift"
                ));
            }
            [name, ..] => return Err(format!("no command is called {name:?}")),
        };
        match rest {
            [] => Ok(task),
            [word] => Err(format!("there is one argument too many: {word:?}")),
            _ => Err(format!("there are {} arguments too many: {}", rest.len(), rest.join(" "))),
        }
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let root = root();
    let done = match Task::read(&words) {
        Ok(Task::Demo) => demo(&root),
        Ok(Task::Test(word)) => Ok(test(&root, word)),
        Ok(Task::Generate(check)) => contract::generate(&root, check),
        Ok(Task::BenchNative) => bench::native(&root),
        Ok(Task::BenchServer) => bench::server(&root),
        Ok(Task::BenchWeb) => bench::web(&root),
        Ok(Task::BenchKotlin) => bench::kotlin(&root),
        Ok(Task::BenchSwift) => bench::swift(&root),
        Ok(Task::Help) => {
            print!("{HELP}");
            Ok(true)
        }
        Err(why) => {
            eprint!("cargo xtask: {why}\n\n{HELP}");
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

/// The folder of the workspace that cargo runs this from, which may not be where it was compiled.
fn root() -> PathBuf {
    let here =
        env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    here.parent().unwrap_or(&here).to_owned()
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

/// Whether a suite is meant by a word; people write `Kotlin` as well as `kotlin`.
fn is_meant(name: &str, word: &str) -> bool {
    name.to_lowercase().contains(&word.to_lowercase())
}

/// Runs the suites whose name contains `word` and says whether all of them passed.
fn test(root: &Path, word: &str) -> bool {
    let suites: Vec<Suite> =
        rust::suites().into_iter().chain(contract::suites()).chain(doors::suites()).collect();
    let chosen: Vec<&Suite> = suites.iter().filter(|suite| is_meant(suite.name, word)).collect();
    if chosen.is_empty() {
        let names: Vec<&str> = suites.iter().map(|suite| suite.name).collect();
        eprintln!("cargo xtask test: no suite is called {word:?}; there are: {}", names.join(", "));
        return false;
    }
    // A machine that tests for others has everything; a developer's own may lack a toolchain.
    let strict = env::var("CI").is_ok_and(|ci| !ci.is_empty() && ci != "false" && ci != "0");
    if let Err(error) = scenarios::forget(root) {
        eprintln!("cargo xtask test: what an earlier run left of the scenarios stays: {error}");
        return false;
    }
    let mut report = Report::new(strict);
    for suite in chosen {
        report.run(suite, root);
    }
    let table = scenarios::table(root);
    match &table {
        Ok(Some(table)) => print!("\n{table}"),
        Ok(None) => {}
        Err(why) => eprintln!("cargo xtask test: {why}"),
    }
    report.close() && table.is_ok()
}

#[cfg(test)]
mod tests {
    use super::{Task, is_meant};

    fn read(line: &str) -> Result<Task<'_>, String> {
        Task::read(&line.split_whitespace().collect::<Vec<_>>())
    }

    #[test]
    fn commands_are_read_and_help_is_no_mistake() {
        for line in ["", "help", "--help", "-h", "test --help", "bench -h"] {
            assert_eq!(read(line), Ok(Task::Help), "{line}");
        }
        assert_eq!(read("demo"), Ok(Task::Demo));
        assert_eq!(read("test"), Ok(Task::Test("")));
        assert_eq!(read("test story"), Ok(Task::Test("story")));
        assert_eq!(read("generate"), Ok(Task::Generate(false)));
        assert_eq!(read("generate --check"), Ok(Task::Generate(true)));
        assert_eq!(read("bench native"), Ok(Task::BenchNative));
        assert_eq!(read("bench server"), Ok(Task::BenchServer));
        assert_eq!(read("bench web"), Ok(Task::BenchWeb));
        assert_eq!(read("bench kotlin"), Ok(Task::BenchKotlin));
        assert_eq!(read("bench swift"), Ok(Task::BenchSwift));
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (line, why) in [
            ("tset", "no command is called \"tset\""),
            ("demo now", "there is one argument too many: \"now\""),
            ("test story web now", "there are 2 arguments too many: web now"),
            ("generate --all", "there is one argument too many: \"--all\""),
            ("bench", "bench needs to be told what: native, server, web, kotlin or swift"),
            ("bench python", "there is no bench called \"python\": native, server, web, kotlin or swift"),
            ("bench web now", "there is one argument too many: \"now\""),
        ] {
            assert_eq!(read(line), Err(why.to_owned()));
        }
    }

    #[test]
    fn suites_are_found_without_regard_to_case() {
        assert!(
            is_meant("Rust story", "STORY") && is_meant("Rust story", "rust") && is_meant("Rust story", "")
        );
        assert!(!is_meant("Rust story", "web"));
    }
}
