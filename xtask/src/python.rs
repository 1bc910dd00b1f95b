//! Python's tools, in an environment of their own under `target`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{command::Command, tools};

/// The tools and their versions.
const WANTED: &str = "tests/schemathesis/requirements.txt";

/// The folder of the programs, once they are installed in the versions that are wanted.
///
/// # Errors
///
/// When there is no Python, or its registry cannot be reached.
pub(crate) fn programs(root: &Path) -> Result<PathBuf, String> {
    let folder = crate::target(root).join("python");
    let (programs, installed) = (folder.join("bin"), folder.join("requirements.txt"));
    let wanted = fs::read_to_string(root.join(WANTED)).map_err(|error| format!("{WANTED}: {error}"))?;
    if fs::read_to_string(&installed).is_ok_and(|installed| installed == wanted) {
        return Ok(programs);
    }
    tools::need("python3", "python3", root)?;
    if !create(root, &folder) {
        // Debian has the module in a package of its own.
        tools::install(&["python3-venv"], root)?;
        if !create(root, &folder) {
            return Err("python3 -m venv failed".to_owned());
        }
    }
    println!("installing {WANTED} ...");
    let pip = Command::new(programs.join("python"), root)
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", WANTED])
        .read();
    if !pip.is_ok_and(|said| said.success) {
        return Err(format!("pip install -r {WANTED} failed; is its registry within reach?"));
    }
    fs::write(&installed, wanted).map_err(|error| format!("{}: {error}", installed.display()))?;
    Ok(programs)
}

fn create(root: &Path, folder: &Path) -> bool {
    let venv = Command::new("python3", root).args(["-m", "venv", "--clear"]).args([folder]).read();
    venv.is_ok_and(|said| said.success)
}
