//! `cargo xtask bench`: optimised builds, measured side by side in one run.

use std::{io, path::Path};

use crate::command::Command;

/// The SDK beside bare reqwest on the same loopback server.
pub(crate) fn native(root: &Path) -> io::Result<bool> {
    Command::cargo(root)
        .args(["bench", "--quiet", "--locked", "-p", "avalo-tests", "--bench", "native"])
        .status()
}
