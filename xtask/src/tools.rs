//! Tools of the machine: whether they are there, and getting them where that is allowed.

use std::{env, fs, path::Path};

use crate::command::Command;

/// Whether a program is in the search path.
pub(crate) fn has(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

/// Sees to it that `program` is there, if need be by Debian's `package`.
///
/// # Errors
///
/// A sentence that says what is missing and how to get it.
pub(crate) fn need(program: &str, package: &str, root: &Path) -> Result<(), String> {
    if has(program) {
        return Ok(());
    }
    install(&[package], root)?;
    if has(program) {
        Ok(())
    } else {
        Err(format!("{package} was installed, but {program} is not in the path"))
    }
}

/// Installs Debian packages.
///
/// # Errors
///
/// When this is no Debian, not the superuser, or the packages cannot be had.
pub(crate) fn install(packages: &[&str], root: &Path) -> Result<(), String> {
    let wanted = packages.join(" ");
    if !has("apt-get") || !is_superuser() {
        return Err(format!("missing: {wanted} (as root on Debian it would be installed by itself)"));
    }
    println!("installing {wanted} ...");
    let apt = |arguments: &[&str]| {
        Command::new("apt-get", root)
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .read()
            .is_ok_and(|said| said.success)
    };
    let arguments: Vec<&str> =
        ["install", "-y", "--no-install-recommends"].iter().chain(packages).copied().collect();
    if apt(&arguments) || (apt(&["update"]) && apt(&arguments)) {
        Ok(())
    } else {
        Err(format!("apt-get install {wanted} failed"))
    }
}

/// Whether this may install packages and mount folders.
pub(crate) fn is_superuser() -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let uid = status.lines().find_map(|line| line.strip_prefix("Uid:"));
    uid.and_then(|uid| uid.split_whitespace().nth(1)).is_some_and(|effective| effective == "0")
}
