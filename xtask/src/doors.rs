//! The doors in other languages: each runs one story against a reference server of its own.
//!
//! The story is the same everywhere, and so are its lines: sign in, read the feed, tip through an
//! answer that is lost, renew an expired token, cancel a slow call. A runner prints `ok - <step>` or
//! `not ok - <step>: <why>` for each and finds the server in `AVALO_URL`.

mod chat;
mod device;
mod jvm;
pub(crate) mod kotlin;
pub(crate) mod library;

mod react_native;
mod rust;
mod scenarios;
pub(crate) mod server;
pub(crate) mod swift;
pub(crate) mod web;

use std::path::Path;

use crate::{
    command::Command,
    report::{Outcome, Suite},
};

pub(crate) fn suites() -> Vec<Suite> {
    let rust = Suite { name: "story: Rust", run: rust::story };
    [rust]
        .into_iter()
        .chain(web::SUITES)
        .chain(kotlin::SUITES)
        .chain(swift::SUITES)
        .chain(react_native::SUITES)
        .chain([device::SUITE])
        .collect()
}

/// Starts a server, lets `runner` tell the story to it and counts its lines.
fn tell(root: &Path, runner: Command) -> Result<Outcome, String> {
    tell_by(root, runner, Outcome::of_story)
}

/// As [`tell`], for a runner whose lines are others.
fn tell_by(
    root: &Path,
    runner: Command,
    count: impl FnOnce(&str, bool) -> Outcome,
) -> Result<Outcome, String> {
    let server = server::Server::start(root)?;
    let told = runner
        .env("AVALO_URL", server.url())
        .follow()
        .map_err(|error| format!("the story's runner did not start: {error}"))?;
    Ok(count(&told.output, told.success))
}
