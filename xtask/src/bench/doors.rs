//! What a call costs in Kotlin and in Swift, beside the same in Rust, and what the library weighs.

use std::{env, fs, io, path::Path};

use super::target;
use crate::{
    command::Command,
    doors::{kotlin, library, server::Server, swift},
};

/// How many calls a round has.
const CALLS: &str = "5000";

/// A program on a JVM; a call may cost so many microseconds more.
pub(crate) fn kotlin(root: &Path) -> io::Result<bool> {
    measure(root, "Kotlin", 200.0, |shared| {
        let java = kotlin::build(root, shared)?;
        Ok(Command::new("java", root).args(java).args(["app.avalo.sdk.test.Bench"]))
    })
}

/// A program of an optimised build.
pub(crate) fn swift(root: &Path) -> io::Result<bool> {
    measure(root, "Swift", 60.0, |shared| {
        let package = swift::Package::new(root, shared)?;
        package.build("bindings/swift", &["--configuration", "release", "--product", "AvaloBench"])?;
        Ok(package.program("bindings/swift", "release/AvaloBench"))
    })
}

fn measure(
    root: &Path,
    language: &str,
    most: f64,
    program: impl FnOnce(&Path) -> Result<Command, String>,
) -> io::Result<bool> {
    let shared = library::build_as(root, "release").map_err(io::Error::other)?;
    let there = program(&shared).map_err(io::Error::other)?;
    let example = ["build", "--quiet", "--locked", "--release", "-p", "avalo-sdk-ffi", "--example", "cost"];
    if !Command::cargo(root).args(example).status()? {
        return Ok(false);
    }
    let here = Command::new(target(root).join("release/examples/cost"), root);
    let server = Server::start(root).map_err(io::Error::other)?;
    let [here, there] = [time(here, &server)?, time(there, &server)?];
    let more = there - here;
    let met = more <= most;
    println!("\na call answered from the cache, us   Rust {here:.1}   {language} {there:.1}");
    let verdict = if met { "must be" } else { "MISSED: must be" };
    println!("  more than in Rust                  {more:.1}   {verdict} at most {most}");
    println!("library, bytes                       {}", weigh(root, &shared)?);
    Ok(met)
}

/// The microseconds that a bench's program says.
fn time(program: Command, server: &Server) -> io::Result<f64> {
    let said = program.env("AVALO_URL", server.url()).env("AVALO_CALLS", CALLS).read()?;
    let time = said.output.lines().find_map(|line| line.strip_prefix("us ")?.parse().ok());
    time.ok_or_else(|| io::Error::other(format!("the bench said {:?}", said.output)))
}

/// What the library weighs once everything that only tools read is gone, as in an app.
fn weigh(root: &Path, shared: &Path) -> io::Result<String> {
    let whole = fs::metadata(shared)?.len();
    let stripped = env::temp_dir().join(format!("avalo-stripped-{}", std::process::id()));
    let strip = Command::new("strip", root).args(["-o".as_ref(), stripped.as_os_str(), shared.as_os_str()]);
    if !strip.status()? {
        return Ok(format!("{whole}"));
    }
    let bytes = fs::metadata(&stripped)?.len();
    fs::remove_file(&stripped)?;
    Ok(format!("{whole}, stripped {bytes}"))
}
