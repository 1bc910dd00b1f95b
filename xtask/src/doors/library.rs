//! The library that Kotlin and Swift call, and what uniffi writes in their languages for it.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use crate::command::Command;

/// The shared library, built alone: together with anything else it would get the features of all.
pub(super) fn build(root: &Path) -> Result<PathBuf, String> {
    build_as(root, "debug")
}

/// The same as `debug` or `release`.
pub(crate) fn build_as(root: &Path, profile: &str) -> Result<PathBuf, String> {
    println!("building the library ...");
    let optimised = (profile == "release").then_some("--release");
    let build = Command::cargo(root).args(["build", "--quiet", "--locked", "-p", "avalo-sdk-ffi", "--lib"]);
    if !build.args(optimised).status().is_ok_and(|built| built) {
        return Err("avalo-sdk-ffi was not built".to_owned());
    }
    let name = format!("{}avalo_sdk_ffi{}", env::consts::DLL_PREFIX, env::consts::DLL_SUFFIX);
    Ok(crate::target(root).join(profile).join(name))
}

/// Writes the code of one language into a folder, which holds nothing else afterwards.
pub(super) fn generate(root: &Path, library: &Path, language: &str, into: &Path) -> Result<(), String> {
    println!("generating the code for {language} ...");
    if !cargo_build(root, "avalo-uniffi-bindgen") {
        return Err("uniffi-bindgen was not built".to_owned());
    }
    empty(into).map_err(|error| format!("{}: {error}", into.display()))?;
    let bindgen = crate::target(root).join("debug/avalo-uniffi-bindgen");
    let arguments: [&std::ffi::OsStr; 7] = [
        "generate".as_ref(),
        library.as_ref(),
        "--language".as_ref(),
        language.as_ref(),
        "--out-dir".as_ref(),
        into.as_ref(),
        "--no-format".as_ref(),
    ];
    match Command::new(bindgen, root).args(arguments).status() {
        Ok(true) => Ok(()),
        _ => Err(format!("uniffi-bindgen did not write the code for {language}")),
    }
}

/// Makes a folder that holds nothing.
pub(super) fn empty(folder: &Path) -> io::Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)
}

fn cargo_build(root: &Path, package: &str) -> bool {
    let build = Command::cargo(root).args(["build", "--quiet", "--locked", "-p", package]);
    build.status().is_ok_and(|built| built)
}
