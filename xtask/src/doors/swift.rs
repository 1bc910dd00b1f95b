//! The story in Swift: `bindings/swift` and `examples/swift`, laid out with the library and its
//! generated code in `target/swift-package` and built there.

mod toolchain;

use std::{fs, io, path::Path};

use super::{library, tell};
use crate::report::Outcome;

/// Where the story is in the package, and once it is built.
const STORY: &str = "examples/swift/story";
const PROGRAM: &str = "examples/swift/story/.build/debug/story";

pub(super) fn story(root: &Path) -> Result<Outcome, String> {
    let toolchain = match toolchain::find(root)? {
        Ok(toolchain) => toolchain,
        Err(why) => return Ok(Outcome::skipped(why)),
    };
    let shared = library::build(root)?;
    let generated = crate::target(root).join("swift-generated");
    library::generate(root, &shared, "swift", &generated)?;
    let package = crate::target(root).join("swift-package");
    lay_out(root, &package, &shared, &generated).map_err(|error| format!("the Swift package: {error}"))?;
    println!("building bindings/swift ...");
    let libraries = toolchain.sees(&package).join("lib");
    let built = toolchain
        .command(root, &package, "swift")
        .args(["build".as_ref(), "--package-path".as_ref(), toolchain.sees(&package).join(STORY).as_os_str()])
        .args(["-Xlinker".to_owned(), format!("-L{}", libraries.display())])
        .status();
    if !built.is_ok_and(|built| built) {
        return Err("bindings/swift was not built".to_owned());
    }
    let program = toolchain.sees(&package).join(PROGRAM);
    tell(root, toolchain.command(root, &package, program).env("LD_LIBRARY_PATH", libraries))
}

/// Puts sources, generated code and library where the package looks for them. What was built there
/// stays, for the next time to be quicker.
fn lay_out(root: &Path, package: &Path, shared: &Path, generated: &Path) -> io::Result<()> {
    let bindings = package.join("bindings/swift");
    let sources = bindings.join("Sources");
    library::empty(&sources)?;
    library::empty(&package.join(STORY).join("Sources"))?;
    copy(&root.join("bindings/swift"), &bindings)?;
    copy(&root.join("examples/swift"), &package.join("examples/swift"))?;
    fs::create_dir_all(sources.join("AvaloBindings"))?;
    for name in ["AvaloBindings.swift", "AvaloContract.swift"] {
        fs::copy(generated.join(name), sources.join("AvaloBindings").join(name))?;
    }
    for name in ["AvaloFFI.h", "AvaloContractFFI.h"] {
        fs::copy(generated.join(name), sources.join("AvaloFFI").join(name))?;
    }
    let libraries = package.join("lib");
    library::empty(&libraries)?;
    fs::copy(shared, libraries.join(shared.file_name().unwrap_or_default()))?;
    Ok(())
}

/// Copies a folder of sources; what a developer built in it stays behind.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        if name == ".build" {
            continue;
        }
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to.join(name))?;
        } else {
            fs::copy(entry.path(), to.join(name))?;
        }
    }
    Ok(())
}
