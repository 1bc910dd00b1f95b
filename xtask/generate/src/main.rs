//! Writes what follows from the contract: `docs/openapi.json`, `docs/reference/` and the modules and
//! types that JavaScript and TypeScript have.
//!
//! `cargo xtask generate` runs it. With `--check` it writes nothing and fails when a file is not what it
//! would write.

mod contract;
mod files;
mod javascript;
mod openapi;
mod problems;
mod reference;
mod types;
mod typescript;

use std::{env, path::PathBuf, process::ExitCode};

use files::Files;

fn main() -> ExitCode {
    let check = match env::args().skip(1).collect::<Vec<_>>().as_slice() {
        [] => false,
        [word] if word == "--check" => true,
        words => {
            eprintln!("avalo-generate takes nothing or --check, not {}", words.join(" "));
            return ExitCode::from(2);
        }
    };
    let done = contract::Contract::read().and_then(|contract| {
        let mut files = Files::default();
        files.add("docs/openapi.json", openapi::document(&contract));
        reference::pages(&contract, &mut files);
        javascript::modules(&contract, &mut files);
        typescript::declarations(&contract, &mut files);
        let root = root();
        if check { files.compare(&root) } else { files.write(&root) }
    });
    match done {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("avalo-generate: {why}");
            ExitCode::FAILURE
        }
    }
}

/// The folder of the workspace: where this is run, which is what xtask does.
fn root() -> PathBuf {
    env::current_dir().unwrap_or_else(|_| ".".into())
}
