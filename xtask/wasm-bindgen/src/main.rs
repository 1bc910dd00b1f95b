//! `avalo-wasm-bindgen <module.wasm> <folder>`: the module and its JavaScript, made for each other.
//!
//! The same as the command line of wasm-bindgen, without its test runner, and of the one version that
//! the lock file names: module and tool must agree to the letter.
#![forbid(unsafe_code)]

use std::{env, process::ExitCode};

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [module, folder] = arguments.as_slice() else {
        eprintln!("avalo-wasm-bindgen <module.wasm> <folder>");
        return ExitCode::FAILURE;
    };
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(module)
        .out_name("avalo")
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(env::var_os("AVALO_WASM_NAMES").is_none())
        .remove_producers_section(true);
    match bindgen.web(true).and_then(|bindgen| bindgen.generate(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("avalo-wasm-bindgen: {error:?}");
            ExitCode::FAILURE
        }
    }
}
