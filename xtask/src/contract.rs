//! The contract as documents: written, compared, validated, and the server fuzzed from them.

use std::{io, path::Path};

use crate::{
    command::Command,
    doors::server::Server,
    python,
    report::{Outcome, Suite},
};

/// The document that everything here is about.
const DOCUMENT: &str = "docs/openapi.json";

pub(crate) fn suites() -> Vec<Suite> {
    vec![
        Suite { name: "contract: generated files", run: fresh },
        Suite { name: "contract: OpenAPI 3.1", run: valid },
        Suite { name: "contract: Schemathesis", run: fuzzed },
    ]
}

/// Writes what follows from the contract, or says whether it is as it would be written.
pub(crate) fn generate(root: &Path, check: bool) -> io::Result<bool> {
    let generate = ["run", "--quiet", "--locked", "-p", "avalo-generate"];
    let arguments = generate.into_iter().chain(check.then_some(["--", "--check"]).into_iter().flatten());
    Command::cargo(root).args(arguments).status()
}

fn fresh(root: &Path) -> Result<Outcome, String> {
    generate(root, true)
        .map(|fresh| Outcome::check(fresh, "cargo xtask generate would write other files"))
        .map_err(|error| format!("cargo did not start: {error}"))
}

fn valid(root: &Path) -> Result<Outcome, String> {
    let programs = match python::programs(root) {
        Ok(programs) => programs,
        Err(why) => return Ok(Outcome::skipped(why)),
    };
    let valid = Command::new(programs.join("openapi-spec-validator"), root).args([DOCUMENT]).status();
    valid
        .map(|valid| Outcome::check(valid, DOCUMENT))
        .map_err(|error| format!("the validator did not start: {error}"))
}

/// At least 5,000 requests that nobody thought of, from the document that the server itself serves.
fn fuzzed(root: &Path) -> Result<Outcome, String> {
    let programs = match python::programs(root) {
        Ok(programs) => programs,
        Err(why) => return Ok(Outcome::skipped(why)),
    };
    let server = Server::start(root)?;
    let folder = crate::target(root).join("schemathesis");
    let told = Command::new(programs.join("python"), root)
        .args(["tests/schemathesis/run.py".as_ref(), folder.as_os_str()])
        .env("AVALO_URL", server.url())
        // What is built from the sources stays in target.
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .follow()
        .map_err(|error| format!("the fuzzer did not start: {error}"))?;
    Ok(Outcome::of_story(&told.output, told.success))
}
