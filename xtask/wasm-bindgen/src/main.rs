//! `avalo-wasm-bindgen <module.wasm> <folder>`: the module and its JavaScript, made for each other.
//!
//! The same as the command line of wasm-bindgen, without its test runner, and of the one version that
//! the lock file names: module and tool must agree to the letter.
#![forbid(unsafe_code)]

use std::{env, path::Path, process::ExitCode};

use wasm_bindgen_cli_support::Bindgen;

type Done = Result<(), Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [module, folder] = arguments.as_slice() else {
        eprintln!("avalo-wasm-bindgen <module.wasm> <folder>");
        return ExitCode::FAILURE;
    };
    match make(Path::new(module), Path::new(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("avalo-wasm-bindgen: {error}");
            ExitCode::FAILURE
        }
    }
}

fn make(module: &Path, folder: &Path) -> Done {
    let mut bindgen = Bindgen::new();
    // The names are kept: whoever asks what weighs how much needs them, and the next tool drops them.
    bindgen.input_path(module).out_name("avalo").typescript(false).omit_default_module_path(true);
    bindgen.web(true)?.generate(folder)?;
    Ok(())
}
