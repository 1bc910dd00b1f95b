//! `avalo-rows [--check]`: writes the module of rows, or fails when it is stale.
#![forbid(unsafe_code)]

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use avalo_rows::{PATH, module};

fn main() -> ExitCode {
    let check = env::args().skip(1).any(|argument| argument == "--check");
    let path = root().join(PATH);
    let fresh = fs::read_to_string(&path).is_ok_and(|text| text == module());
    if fresh {
        return ExitCode::SUCCESS;
    }
    if check {
        eprintln!("{PATH} is stale: cargo run -p avalo-rows");
        return ExitCode::FAILURE;
    }
    match write(&path) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{PATH} was not written: {error}");
            ExitCode::FAILURE
        }
    }
}

fn write(path: &Path) -> std::io::Result<()> {
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    fs::write(path, module())
}

/// The repository, two folders above this crate.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}
