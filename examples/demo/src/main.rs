//! `cargo xtask demo`: the story of Ada, told on the terminal.

use std::{io::IsTerminal, process::ExitCode};

use avalo_demo::Teller;

fn main() -> ExitCode {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let teller = Teller::new(std::io::stdout().is_terminal());
    match runtime.map(|runtime| runtime.block_on(avalo_demo::run(teller))) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("demo: the runtime did not start: {error}");
            ExitCode::FAILURE
        }
    }
}
