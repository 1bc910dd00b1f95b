//! From the crate `avalo-sdk-wasm` to the package in `npm`.

use std::{
    env, fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use crate::{command::Command, tools};

pub(super) const TARGET: &str = "wasm32-unknown-unknown";

/// In a module for the web nobody hears a panic's words, so they are not compiled. What the compiler simplifies
/// before LLVM is smaller, and so is code from which LLVM removes nothing by writing it twice and in which it
/// does nothing before it is known to be needed.
const SMALL: [&str; 7] = [
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    "-Zlocation-detail=none",
    "-Zfmt-debug=none",
    "-Zmir-opt-level=4",
    "-Cllvm-args=-enable-pre=false",
    "-Cllvm-args=-speculate-one-expensive-inst=false",
];

/// Builds whatever is older than what it is made of.
pub(super) fn package(root: &Path) -> Result<(), String> {
    let folder = root.join("npm");
    let fresh = ["run", "--quiet", "--locked", "-p", "avalo-generate", "--", "--check"];
    done(Command::cargo(root).args(fresh), "npm/src/generated is not what the tables say")?;
    module(root)?;
    hand_over(root)?;
    install(&folder)?;
    let build = Command::new("npm", &folder).args(["run", "--silent", "build"]);
    done(build, "npm run build in npm/ failed")
}

/// Builds the hooks, which are tested beside the package and stand upon it.
pub(super) fn react(root: &Path) -> Result<(), String> {
    let folder = root.join("npm/react");
    install(&folder)?;
    let build = Command::new("npm", &folder).args(["run", "--silent", "build"]);
    done(build, "npm run build in npm/react/ failed")
}

/// Installs what a folder's lock file names, unless that is done.
pub(in super::super) fn install(folder: &Path) -> Result<(), String> {
    let installed = folder.join("node_modules/.package-lock.json");
    if is_newer(&installed, &folder.join("package-lock.json")) {
        return Ok(());
    }
    let npm = Command::new("npm", folder).args(["ci", "--silent", "--no-audit", "--no-fund"]);
    done(npm, &format!("npm ci in {} failed", folder.display()))
}

/// Compiles the crate together with a standard library that is made for it: small, and with panics
/// that are a trap and nothing more. Its source comes from rustup or, where rustup cannot get it, from
/// Debian, whose compiler goes with it. Without either, the ready-made library must do.
fn module(root: &Path) -> Result<(), String> {
    let arguments =
        ["build", "--quiet", "--locked", "-p", "avalo-sdk-wasm", "--profile", "wasm", "--target", TARGET];
    let mut flags = nameless_paths();
    let cargo = if rustup(root, &["component", "add", "rust-src"]) {
        Command::cargo(root)
    } else if tools::install(&["rustc-web", "cargo-web", "rust-web-src", "lld-19"], root).is_ok() {
        println!("rustup has no source of the standard library: going on with Debian's");
        Command::new("/usr/bin/cargo", root)
            .env("RUSTC", "/usr/bin/rustc")
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-19")
    } else {
        println!("there is no source of the standard library: the module will be 4 kB larger");
        rustup(root, &["target", "add", TARGET]);
        let cargo = Command::cargo(root).args(arguments).env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"));
        return done(cargo, "avalo-sdk-wasm was not built");
    };
    flags.extend(SMALL.map(str::to_owned));
    let cargo = cargo
        .args(arguments)
        .args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"])
        // None of this is stable yet; a stable compiler does it when asked so.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"));
    done(cargo, "avalo-sdk-wasm was not built with a standard library of its own")
}

/// Flags that keep the paths of this machine out of the module.
fn nameless_paths() -> Vec<String> {
    let home = |name: &str, folder: &str| {
        let given = env::var_os(name).map(PathBuf::from);
        given.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(folder)))
    };
    let registries =
        home("CARGO_HOME", ".cargo").and_then(|home| fs::read_dir(home.join("registry/src")).ok());
    let sources = registries.into_iter().flatten().filter_map(|folder| Some(folder.ok()?.path()));
    let toolchains =
        home("RUSTUP_HOME", ".rustup").and_then(|home| fs::read_dir(home.join("toolchains")).ok());
    let toolchains = toolchains.into_iter().flatten().filter_map(|folder| Some(folder.ok()?.path()));
    let standard = toolchains.map(|folder| folder.join("lib/rustlib/src/rust/library"));
    let flag = |folder: PathBuf| format!("--remap-path-prefix={}=.", folder.display());
    sources.chain(standard).map(flag).collect()
}

/// Has rustup do something to the toolchain in use, and says whether it is done.
pub(super) fn rustup(root: &Path, arguments: &[&str]) -> bool {
    Command::new("rustup", root).args(arguments).read().is_ok_and(|said| said.success)
}

/// Puts the module where the package is made of it.
fn hand_over(root: &Path) -> Result<(), String> {
    let module = crate::target(root).join(TARGET).join("wasm/avalo_sdk_wasm.wasm");
    let folder = root.join("npm/pkg");
    let to = folder.join("core.wasm");
    if is_newer(&to, &module) {
        return Ok(());
    }
    let done = fs::create_dir_all(&folder).and_then(|()| fs::copy(module, to));
    done.map(drop).map_err(|error| format!("npm/pkg/core.wasm was not written: {error}"))
}

fn is_newer(made: &Path, from: &Path) -> bool {
    let at = |path: &Path| -> Option<SystemTime> { fs::metadata(path).ok()?.modified().ok() };
    matches!((at(made), at(from)), (Some(made), Some(from)) if made > from)
}

fn done(command: Command, otherwise: &str) -> Result<(), String> {
    match command.status() {
        Ok(true) => Ok(()),
        Ok(false) => Err(otherwise.to_owned()),
        Err(error) => Err(format!("{otherwise}: {error}")),
    }
}
