//! The door for JavaScript: the story in Node and in a browser, and what the engine weighs.

pub(super) mod build;
mod places;

use std::path::Path;

use super::tell;
use crate::{
    command::Command,
    report::{Outcome, Suite},
    tools,
};

const NO_NODE: &str = "node and npm are not in the path; Node 20 or newer brings both";

pub(super) const SUITES: [Suite; 14] = [
    Suite { name: "story: Node", run: node },
    Suite { name: "npm: Node", run: node_tests },
    Suite { name: "npm: package", run: package },
    Suite { name: "npm: React", run: react },
    Suite { name: "wasm: lints", run: lints },
    Suite { name: "story: Chromium", run: chromium },
    Suite { name: "web: Node", run: places::node },
    Suite { name: "web: Chromium", run: places::chromium },
    Suite { name: "web: workerd", run: places::workerd },
    Suite { name: "web: Next.js", run: next },
    Suite { name: "web: Next.js scenarios", run: places::next },
    Suite { name: "web: Vite", run: vite },
    Suite { name: "web: Vite scenarios", run: places::vite },
    Suite { name: "size: package at most 40,000", run: size },
];

fn node(root: &Path) -> Result<Outcome, String> {
    with_package(root, || tell(root, Command::new("node", root).args(["examples/web/node.mjs"])))
}

fn node_tests(root: &Path) -> Result<Outcome, String> {
    with_package(root, || tell(root, Command::new("node", root).args(["npm/test/node.mjs"])))
}

/// What users install: packed, put into an empty project, run and compiled there.
fn package(root: &Path) -> Result<Outcome, String> {
    with_package(root, || tell(root, Command::new("node", root).args(["npm/test/package.mjs"])))
}

/// The hooks under React 19 and 18, the guide to TanStack Query, and the package as users install it.
fn react(root: &Path) -> Result<Outcome, String> {
    with_package(root, || {
        build::react(root)?;
        tell(root, Command::new("node", root).args(["npm/react/test/run.mjs"]))
    })
}

/// The door is code for wasm only, so the lints of the other crates never see it.
fn lints(root: &Path) -> Result<Outcome, String> {
    if !build::rustup(root, &["target", "add", build::TARGET]) {
        return Ok(Outcome::skipped(format!("rustup has no {} for this toolchain", build::TARGET)));
    }
    let clippy = ["clippy", "--quiet", "--locked", "-p", "avalo-sdk-wasm", "--target", build::TARGET];
    let clean = Command::cargo(root).args(clippy).args(["--", "-D", "warnings"]).status();
    clean
        .map(|clean| Outcome::check(clean, "avalo-sdk-wasm"))
        .map_err(|error| format!("cargo did not start: {error}"))
}

fn chromium(root: &Path) -> Result<Outcome, String> {
    with_package(root, || {
        tools::need("chromium", "chromium", root)?;
        tell(root, Command::new("node", root).args(["examples/web/chromium.mjs"]))
    })
}

/// The example for Next.js: built, started, and read in Chromium.
fn next(root: &Path) -> Result<Outcome, String> {
    with_package(root, || {
        tools::need("chromium", "chromium", root)?;
        tell(root, Command::new("node", root).args(["npm/test/next.mjs"]))
    })
}

/// The example for Vite: built for production, served, and used in Chromium.
fn vite(root: &Path) -> Result<Outcome, String> {
    with_package(root, || {
        build::react(root)?;
        tools::need("chromium", "chromium", root)?;
        tell(root, Command::new("node", root).args(["npm/test/vite.mjs"]))
    })
}

fn size(root: &Path) -> Result<Outcome, String> {
    with_package(root, || {
        let fits = Command::new("node", root).args(["npm/size.mjs"]).status();
        fits.map(|fits| Outcome::check(fits, "the package is larger than it may be"))
            .map_err(|error| format!("node did not start: {error}"))
    })
}

/// Builds the package and installs what it is measured beside.
pub(crate) fn bench_package(root: &Path) -> Result<(), String> {
    if !tools::has("node") || !tools::has("npm") {
        return Err(NO_NODE.to_owned());
    }
    build::package(root)?;
    build::install(&root.join("npm/bench"))
}

/// Builds the package, then goes on; a machine without Node skips both.
pub(super) fn with_package(
    root: &Path,
    go_on: impl FnOnce() -> Result<Outcome, String>,
) -> Result<Outcome, String> {
    if !tools::has("node") || !tools::has("npm") {
        return Ok(Outcome::skipped(NO_NODE));
    }
    build::package(root)?;
    go_on()
}
