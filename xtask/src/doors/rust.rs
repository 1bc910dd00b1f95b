//! The story in Rust: `examples/rust`.

use std::path::Path;

use super::tell;
use crate::{command::Command, report::Outcome};

pub(super) fn story(root: &Path) -> Result<Outcome, String> {
    tell(root, Command::cargo(root).args(["run", "--quiet", "--locked", "-p", "avalo-example"]))
}
