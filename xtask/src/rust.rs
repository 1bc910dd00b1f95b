//! The suites in Rust: tests, lints, documentation, and what may be in the tree.

use std::path::Path;

use crate::{
    command::Command,
    report::{Outcome, Suite},
};

/// Every crate whose tests run natively. They are built one by one: together, each would get the
/// features of all.
const CRATES: &[&str] = &[
    "xtask",
    "avalo-generate",
    "avalo-pack",
    "avalo-sdk-macros",
    "avalo-sdk",
    "avalo-sdk-ffi",
    "avalo-mock-server",
    "avalo-tests",
    "avalo-demo",
    "avalo-example",
];

/// The crates whose documentation is read.
const DOCUMENTED: &[&str] = &["avalo-sdk-macros", "avalo-sdk", "avalo-sdk-ffi", "avalo-mock-server"];

pub(crate) fn suites() -> Vec<Suite> {
    vec![
        Suite { name: "rust: format", run: format },
        Suite { name: "rust: tests", run: tests },
        Suite { name: "rust: lints", run: lints },
        Suite { name: "rust: documentation", run: documentation },
        Suite { name: "rust: the tree", run: tree },
        Suite { name: "rust: demo", run: demo },
    ]
}

fn format(root: &Path) -> Result<Outcome, String> {
    done(Command::cargo(root).args(["fmt", "--all", "--check"]).status(), "cargo fmt --check")
}

fn tests(root: &Path) -> Result<Outcome, String> {
    let mut total = Outcome::default();
    for package in CRATES {
        let said = Command::cargo(root)
            .args(["test", "--locked", "--no-fail-fast", "-p", package])
            .follow()
            .map_err(|error| format!("cargo test -p {package} did not start: {error}"))?;
        let mut outcome = counted(&said.output);
        // What does not compile has no tests to count.
        if !said.success && outcome.failed.is_empty() {
            outcome.add(Outcome::failed(format!("cargo test -p {package}")));
        }
        total.add(outcome);
    }
    Ok(total)
}

/// Adds up lines such as `test result: ok. 35 passed; 0 failed; 0 ignored; ...`, and keeps the names of what
/// failed from lines such as `test api::chat ... FAILED`.
fn counted(output: &str) -> Outcome {
    let mut total = Outcome::default();
    let names = output.lines().filter_map(|line| line.strip_prefix("test ")?.strip_suffix(" ... FAILED"));
    total.failed.extend(names.map(str::to_owned));
    let mut failed = 0;
    for line in output.lines().filter_map(|line| line.strip_prefix("test result: ")) {
        let number = |name: &str| {
            let mut words = line.split([' ', ';']).filter(|word| !word.is_empty()).peekable();
            while let Some(word) = words.next() {
                if words.peek() == Some(&name) {
                    return word.parse().unwrap_or_default();
                }
            }
            0_u32
        };
        total.passed += number("passed");
        failed += number("failed") as usize;
        total.skipped.extend((0..number("ignored")).map(|_| "an ignored test".to_owned()));
    }
    // A test that prints has its name torn from its result.
    let nameless = failed.saturating_sub(total.failed.len());
    total.failed.extend((0..nameless).map(|_| "a test; see its name above".to_owned()));
    total
}

fn lints(root: &Path) -> Result<Outcome, String> {
    let clippy = |package: &&str, features: &[&str]| {
        Command::cargo(root)
            .args(["clippy", "--quiet", "--locked", "--all-targets", "-p", package])
            .args(features)
            .args(["--", "-D", "warnings"])
            .status()
    };
    let mut total = each(CRATES, |package| clippy(package, &[]))?;
    // What the contract exports to Swift and Kotlin; `avalo-sdk-ffi` alone would not lint it.
    total.add(each(&["avalo-sdk"], |package| clippy(package, &["--features", "uniffi"]))?);
    total.add(each(&["avalo-sdk"], |package| clippy(package, &["--features", "schema"]))?);
    Ok(total)
}

fn documentation(root: &Path) -> Result<Outcome, String> {
    each(DOCUMENTED, |package| {
        Command::cargo(root)
            .args(["doc", "--quiet", "--locked", "--no-deps", "-p", package])
            .env("RUSTDOCFLAGS", "-D warnings")
            .status()
    })
}

/// What must not be in the tree at all, for any target.
const BANNED: &[&str] = &["quanta", "openssl-sys", "native-tls", "backoff", "instant"];

/// What a user gets, and what is for documents alone.
const SHIPPED: &[&str] = &["avalo-sdk", "avalo-sdk-ffi", "avalo-sdk-wasm"];
const DOCUMENTS_ONLY: &str = "schemars";

fn tree(root: &Path) -> Result<Outcome, String> {
    let holds = |of: &[&str], package: &str| {
        let tree = ["tree", "--locked", "--target", "all", "--prefix", "none", "--format", "{p}"];
        let said = Command::cargo(root).args(tree).args(of).read()?;
        let found = said.output.lines().any(|line| line.split(' ').next() == Some(package));
        std::io::Result::Ok((said.success, found))
    };
    let mut total = each(BANNED, |package| {
        let (success, found) = holds(&["--workspace"], package)?;
        if found {
            eprintln!("{package} is in the tree; see deny.toml for why it must not be");
        }
        Ok(success && !found)
    })?;
    total.add(each(SHIPPED, |shipped| {
        let (success, found) = holds(&["--edges", "normal", "-p", shipped], DOCUMENTS_ONLY)?;
        if found {
            eprintln!("{shipped} has {DOCUMENTS_ONLY}, which is for documents alone");
        }
        Ok(success && !found)
    })?);
    Ok(total)
}

fn demo(root: &Path) -> Result<Outcome, String> {
    let said = Command::cargo(root)
        .args(["run", "--quiet", "--locked", "-p", "avalo-demo"])
        .follow()
        .map_err(|error| format!("the demo did not start: {error}"))?;
    let told = said.output.lines().last().is_some_and(|line| line.ends_with("operations, 0 failed"));
    Ok(Outcome::check(said.success && told, "the demo"))
}

fn each(packages: &[&str], run: impl Fn(&&str) -> std::io::Result<bool>) -> Result<Outcome, String> {
    let mut total = Outcome::default();
    for package in packages {
        let outcome = done(run(package), package)?;
        println!("{package}: {}", if outcome.failed.is_empty() { "ok" } else { "FAILED" });
        total.add(outcome);
    }
    Ok(total)
}

fn done(status: std::io::Result<bool>, what: &str) -> Result<Outcome, String> {
    status.map(|passed| Outcome::check(passed, what)).map_err(|error| format!("cargo did not start: {error}"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn results_are_added_up() {
        let output = "running 3 tests\ntest one ... FAILED\ntest result: ok. 2 passed; 0 failed; 1 ignored; 0 measured\n\
                      test result: FAILED. 4 passed; 3 failed; 0 ignored; 0 measured\n";
        let total = super::counted(output);
        assert_eq!((total.passed, total.failed.len(), total.skipped.len()), (6, 3, 1));
        assert_eq!(total.failed[0], "one");
    }
}
