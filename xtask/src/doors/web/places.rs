//! The scenarios in every place where the package runs, and what only such a place can show.

use std::path::Path;

use super::{build, tell, with_package};
use crate::{command::Command, report::Outcome, tools};

pub(super) fn node(root: &Path) -> Result<Outcome, String> {
    with_package(root, || told(root, &["npm/test/scenarios/node.mjs"]))
}

/// The scenarios in a page, and what tabs, policies and uploads are to a page alone.
pub(super) fn chromium(root: &Path) -> Result<Outcome, String> {
    with_package(root, || {
        tools::need("chromium", "chromium", root)?;
        told(root, &["npm/test/scenarios/chromium.mjs", "npm/test/chromium/pages.mjs"])
    })
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
