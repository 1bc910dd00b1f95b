//! Swift: `bindings/swift` and `examples/swift`, laid out with the library and its generated code in
//! `target/swift-package` and built there.

mod toolchain;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use self::toolchain::Toolchain;
use super::{chat, library, scenarios, tell};
use crate::{
    command::Command,
    report::{Outcome, Suite},
};

pub(super) const SUITES: [Suite; 3] = [
    Suite { name: "story: Swift", run: story },
    Suite { name: "swift: tests", run: tests },
    Suite { name: "scenarios: Swift", run: scenarios },
];

/// The packages in the one that is laid out.
const EXAMPLES: &str = "examples/swift/programs";
const BINDINGS: &str = "bindings/swift";
const REACT_NATIVE: &str = "bindings/react-native";

fn story(root: &Path) -> Result<Outcome, String> {
    with_package(root, |package| {
        package.build(EXAMPLES, &[])?;
        let mut outcome = tell(root, package.program(EXAMPLES, "debug/story"))?;
        outcome.add(chat::drive(root, || package.program(EXAMPLES, "debug/chat"))?);
        Ok(outcome)
    })
}

fn tests(root: &Path) -> Result<Outcome, String> {
    with_package(root, |package| {
        let mut outcome = package.test(BINDINGS, "AvaloSDKPackageTests")?;
        outcome.add(takes_framework(package)?);
        Ok(outcome)
    })
}

/// The Swift of React Native's half for iOS.
pub(super) fn react_native(root: &Path) -> Result<Outcome, String> {
    with_package(root, |package| package.test(REACT_NATIVE, "AvaloReactNativePackageTests"))
}

/// Whether the package has the library from the framework that `build-xcframework.sh` puts beside it.
fn takes_framework(package: &Package<'_>) -> Result<Outcome, String> {
    let name = "framework";
    let folder = package.folder.join(name);
    let made = fs::create_dir_all(folder.join("AvaloFFI.xcframework")).and_then(|()| {
        fs::copy(package.root.join(BINDINGS).join("Package.swift"), folder.join("Package.swift"))
    });
    made.map_err(|error| format!("{}: {error}", folder.display()))?;
    let path = package.toolchain.sees(&package.folder).join(name);
    let command = package.toolchain.command(package.root, &package.folder, "swift");
    let said = command
        .args(["package".as_ref(), "--package-path".as_ref(), path.as_os_str(), "dump-package".as_ref()])
        .read()
        .map_err(|error| format!("swift did not start: {error}"))?;
    let taken = said.success && said.output.contains("\"binary\"") && !said.output.contains("\"system\"");
    let held = if taken { Ok(()) } else { Err("its description has no binary target".to_owned()) };
    Ok(Outcome::told("the package takes the framework for Apple's systems", held))
}

fn scenarios(root: &Path) -> Result<Outcome, String> {
    with_package(root, |package| {
        package.build(BINDINGS, &[])?;
        let driver = package.program(BINDINGS, "debug/AvaloDriver");
        scenarios::play(root, "Swift", driver.words())
    })
}

/// Lays everything out over a debug build of the library, then goes on. Without Swift it is skipped.
fn with_package(
    root: &Path,
    go_on: impl FnOnce(&Package<'_>) -> Result<Outcome, String>,
) -> Result<Outcome, String> {
    let toolchain = match toolchain::find(root)? {
        Ok(toolchain) => toolchain,
        Err(why) => return Ok(Outcome::skipped(why)),
    };
    go_on(&Package::lay_out(root, toolchain, &library::build(root)?)?)
}

/// What the compiler is given.
pub(crate) struct Package<'r> {
    root: &'r Path,
    toolchain: Toolchain,
    folder: PathBuf,
}

impl<'r> Package<'r> {
    /// The package over a library, for a bench; or why there is no Swift.
    pub(crate) fn new(root: &'r Path, shared: &Path) -> Result<Self, String> {
        Self::lay_out(root, toolchain::find(root)??, shared)
    }

    /// Puts sources, generated code and library where the package looks for them. What was built there
    /// stays, for the next time to be quicker.
    fn lay_out(root: &'r Path, toolchain: Toolchain, shared: &Path) -> Result<Self, String> {
        let generated = crate::target(root).join("swift-generated");
        library::generate(root, shared, "swift", &generated)?;
        let folder = crate::target(root).join("swift-package");
        fill(root, &folder, shared, &generated).map_err(|error| format!("the Swift package: {error}"))?;
        Ok(Self { root, toolchain, folder })
    }

    /// Builds one of the packages.
    pub(crate) fn build(&self, which: &str, arguments: &[&str]) -> Result<(), String> {
        println!("building {which} ...");
        let path = self.toolchain.sees(&self.folder).join(which);
        let built = self
            .toolchain
            .command(self.root, &self.folder, "swift")
            .args(["build".as_ref(), "--package-path".as_ref(), path.as_os_str()])
            .args(["-Xlinker".to_owned(), format!("-L{}", self.libraries().display())])
            .args(arguments)
            .status();
        if built.is_ok_and(|built| built) { Ok(()) } else { Err(format!("{which} was not built")) }
    }

    /// Builds and runs the tests of one of the packages. XCTest says of each that it passed or failed.
    fn test(&self, which: &str, bundle: &str) -> Result<Outcome, String> {
        self.build(which, &["--build-tests"])?;
        let tests = self.program(which, &format!("debug/{bundle}.xctest"));
        super::tell_by(self.root, tests, |output, success| {
            let lines = output.lines().filter(|line| line.starts_with("Test Case '"));
            let told = lines.filter_map(|line| {
                let name = line.split('\'').nth(1)?;
                let word = line.split('\'').nth(2)?.split_whitespace().next()?;
                Some(match word {
                    "passed" => format!("ok - {name}\n"),
                    "failed" => format!("not ok - {name}\n"),
                    _ => String::new(),
                })
            });
            Outcome::of_story(&told.collect::<String>(), success)
        })
    }

    /// A program that was built.
    pub(crate) fn program(&self, which: &str, name: &str) -> Command {
        let program = self.toolchain.sees(&self.folder).join(which).join(".build").join(name);
        let libraries = format!("LD_LIBRARY_PATH={}", self.libraries().display());
        let command = self.toolchain.command(self.root, &self.folder, "env");
        command.args([libraries.as_ref(), program.as_os_str()])
    }

    fn libraries(&self) -> PathBuf {
        self.toolchain.sees(&self.folder).join("lib")
    }
}

fn fill(root: &Path, package: &Path, shared: &Path, generated: &Path) -> io::Result<()> {
    let bindings = package.join(BINDINGS);
    let sources = bindings.join("Sources");
    for folder in [&sources, &bindings.join("Tests"), &package.join(EXAMPLES).join("Sources")] {
        library::empty(folder)?;
    }
    copy(&root.join(BINDINGS), &bindings)?;
    copy(&root.join("examples/swift"), &package.join("examples/swift"))?;
    for folder in ["ios", "swift"] {
        let into = package.join(REACT_NATIVE).join(folder);
        library::empty(&into)?;
        copy(&root.join(REACT_NATIVE).join(folder), &into)?;
    }
    fs::copy(
        root.join(REACT_NATIVE).join("Package.swift"),
        package.join(REACT_NATIVE).join("Package.swift"),
    )?;
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
