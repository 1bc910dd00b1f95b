//! `cargo xtask bench`: optimised builds, measured side by side in one run.

use std::{io, path::Path};

use crate::command::Command;

/// The SDK beside bare reqwest on the same loopback server, and that server's own start-up.
pub(crate) fn native(root: &Path) -> io::Result<bool> {
    run(root, "native")
}

/// The reference server by itself: load, start, memory, forks, a year.
pub(crate) fn server(root: &Path) -> io::Result<bool> {
    run(root, "server")
}

fn run(root: &Path, bench: &str) -> io::Result<bool> {
    // The bench looks for the program beside itself, in `target/release`.
    let server = ["build", "--quiet", "--locked", "--release", "-p", "avalo-mock-server"];
    if !Command::cargo(root).args(server).status()? {
        return Ok(false);
    }
    Command::cargo(root)
        .args(["bench", "--quiet", "--locked", "-p", "avalo-tests", "--bench", bench])
        .status()
}
