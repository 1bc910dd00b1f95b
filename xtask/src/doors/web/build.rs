//! From the crate `avalo-sdk-wasm` to the package in `npm`.

use std::{
    env, fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use crate::{command::Command, tools};

const TARGET: &str = "wasm32-unknown-unknown";

/// Builds whatever is older than what it is made of.
pub(super) fn package(root: &Path) -> Result<(), String> {
    let folder = root.join("npm");
    module(root)?;
    bind(root)?;
    let installed = folder.join("node_modules/.package-lock.json");
    if !is_newer(&installed, &folder.join("package-lock.json")) {
        let npm = Command::new("npm", &folder).args(["ci", "--silent", "--no-audit", "--no-fund"]);
        done(npm, "npm ci in npm/ failed")?;
    }
    let build = Command::new("npm", &folder).args(["run", "--silent", "build"]);
    done(build, "npm run build in npm/ failed")
}

/// Compiles the crate, with the standard library that rustup has for wasm or, where rustup cannot get
/// it, with Debian's compiler and a standard library built from its source.
fn module(root: &Path) -> Result<(), String> {
    let arguments =
        ["build", "--quiet", "--locked", "-p", "avalo-sdk-wasm", "--profile", "wasm", "--target", TARGET];
    let flags = nameless_paths();
    if has_target(root) {
        let cargo = Command::cargo(root).args(arguments).env("CARGO_ENCODED_RUSTFLAGS", flags);
        return done(cargo, "avalo-sdk-wasm was not built");
    }
    println!("rustup has no {TARGET} for this toolchain: going on with Debian's");
    tools::install(&["rustc-web", "cargo-web", "rust-web-src", "lld-19"], root)?;
    let cargo = Command::new("/usr/bin/cargo", root)
        .args(arguments)
        .args(["-Zbuild-std=std,panic_abort"])
        .env("RUSTC", "/usr/bin/rustc")
        // Building the standard library is not stable yet; Debian's compiler does it when asked so.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-19")
        .env("CARGO_ENCODED_RUSTFLAGS", flags);
    done(cargo, "avalo-sdk-wasm was not built by Debian's compiler")
}

/// Flags that keep the paths of this machine out of the module.
fn nameless_paths() -> String {
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
    sources.chain(standard).map(flag).collect::<Vec<_>>().join("\x1f")
}

/// Whether the toolchain in use compiles for wasm, if need be after a download.
fn has_target(root: &Path) -> bool {
    let rustup = |arguments: [&str; 3]| Command::new("rustup", root).args(arguments).read().ok();
    let listed = rustup(["target", "list", "--installed"]);
    listed.is_some_and(|said| said.output.lines().any(|line| line == TARGET))
        || rustup(["target", "add", TARGET]).is_some_and(|said| said.success)
}

/// Makes the module's JavaScript side, with the version of wasm-bindgen that the lock file names.
fn bind(root: &Path) -> Result<(), String> {
    let target = crate::target(root);
    let module = target.join(TARGET).join("wasm/avalo_sdk_wasm.wasm");
    let folder = root.join("npm/pkg");
    if is_newer(&folder.join("avalo_bg.wasm"), &module) {
        return Ok(());
    }
    let build = ["build", "--quiet", "--locked", "-p", "avalo-wasm-bindgen"];
    done(Command::cargo(root).args(build), "avalo-wasm-bindgen was not built")?;
    let arguments: [PathBuf; 2] = [module, folder];
    let bind = Command::new(target.join("debug/avalo-wasm-bindgen"), root).args(arguments);
    done(bind, "the module's JavaScript was not made")
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
