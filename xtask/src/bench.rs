//! `cargo xtask bench`: optimised builds, measured side by side in one run.

mod doors;

use std::{env, io, path::Path};

pub(crate) use self::doors::{kotlin, swift};
use crate::{command::Command, target};

/// The SDK beside bare reqwest on the same loopback server, and that server's own start-up.
pub(crate) fn native(root: &Path) -> io::Result<bool> {
    run(root, "native")
}

/// The reference server by itself: load, start, memory, forks, a year.
pub(crate) fn server(root: &Path) -> io::Result<bool> {
    run(root, "server")
}

/// The npm package beside bare fetch and other clients.
pub(crate) fn web(root: &Path) -> io::Result<bool> {
    crate::doors::web::bench_package(root).map_err(io::Error::other)?;
    if !build_server(root)? {
        return Ok(false);
    }
    let program = target(root).join(format!("release/avalo-mock-server{}", env::consts::EXE_SUFFIX));
    // The bench decides when what was thrown away is collected, so that nobody collects for another.
    let bench = Command::new("node", root).args(["--expose-gc", "npm/bench/main.mjs"]);
    bench.args([program, target(root).join("bench/web.json")]).status()
}

fn run(root: &Path, bench: &str) -> io::Result<bool> {
    if !build_server(root)? {
        return Ok(false);
    }
    Command::cargo(root)
        .args(["bench", "--quiet", "--locked", "-p", "avalo-tests", "--bench", bench])
        .status()
}

/// Builds the reference server's program, which the benches look for in `target/release`.
fn build_server(root: &Path) -> io::Result<bool> {
    let server = ["build", "--quiet", "--locked", "--release", "-p", "avalo-mock-server"];
    Command::cargo(root).args(server).status()
}
