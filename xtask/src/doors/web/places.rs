//! The scenarios in every place where the package runs, and what only such a place can show.

use std::path::Path;

use super::{build, tell, with_package};
use crate::{command::Command, report::Outcome, tools};

pub(super) fn node(root: &Path) -> Result<Outcome, String> {
    with_package(root, || told(root, &["npm/test/scenarios/node.mjs"]))
}

/// The scenarios in a page, and what tabs, policies and uploads are to a page alone.
pub(super) fn chromium(root: &Path) -> Result<Outcome, String> {
    pages(root, &["npm/test/scenarios/chromium.mjs", "npm/test/chromium/pages.mjs"])
}

/// The scenarios in a production build: a page, a route of its server and one on the edge runtime.
pub(super) fn next(root: &Path) -> Result<Outcome, String> {
    pages(root, &["npm/test/scenarios/next.mjs"])
}

/// The scenarios in a page of a production build.
pub(super) fn vite(root: &Path) -> Result<Outcome, String> {
    with_package(root, || {
        // The example whose packages it uses has the hooks too.
        build::react(root)?;
        played(root, &["npm/test/scenarios/vite.mjs"])
    })
}

fn pages(root: &Path, programs: &[&str]) -> Result<Outcome, String> {
    with_package(root, || played(root, programs))
}

fn played(root: &Path, programs: &[&str]) -> Result<Outcome, String> {
    tools::need("chromium", "chromium", root)?;
    told(root, programs)
}

pub(super) fn workerd(root: &Path) -> Result<Outcome, String> {
    with_package(root, || {
        build::install(&root.join("npm/test/scenarios/workerd"))?;
        told(root, &["npm/test/scenarios/workerd.mjs"])
    })
}

/// Runs programs of Node one after the other, each beside a reference server of its own.
fn told(root: &Path, programs: &[&str]) -> Result<Outcome, String> {
    let mut total = Outcome::default();
    for program in programs {
        total.add(tell(root, Command::new("node", root).args([program]))?);
    }
    Ok(total)
}
