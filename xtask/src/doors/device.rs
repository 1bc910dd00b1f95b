//! The scripts that build for devices. Neither Android's tools nor Apple's are here, so what is checked is what the
//! scripts say that they would do: that it names what there is, and uses nothing that no step before has made.

use std::{collections::HashSet, path::Path};

use super::library;
use crate::{
    command::Command,
    report::{Outcome, Suite},
    tools,
};

pub(super) const SUITE: Suite = Suite { name: "native: device scripts", run: scripts };

const SCRIPTS: [&str; 2] = ["bindings/android/build-android.sh", "bindings/swift/build-xcframework.sh"];

fn scripts(root: &Path) -> Result<Outcome, String> {
    let mut outcome = Outcome::default();
    if let Err(why) = tools::need("shellcheck", "shellcheck", root) {
        outcome.skipped.push(why);
    } else {
        let clean = Command::new("shellcheck", root).args(["-x"]).args(SCRIPTS).status();
        outcome.add(said("shellcheck finds nothing", clean.is_ok_and(|clean| clean), ""));
    }
    let facts = Facts::gather(root)?;
    for script in SCRIPTS {
        let dry = Command::new("sh", root).args([script, "--dry-run"]).read();
        let dry = dry.map_err(|error| format!("sh did not start: {error}"))?;
        let wrong = facts.wrong(root, &dry.output);
        let right = dry.success && dry.output.lines().count() > 5 && wrong.is_empty();
        outcome.add(said(&format!("{script} --dry-run names what there is"), right, &wrong.join("; ")));
        let refused = Command::new("sh", root).args([script, "--dry"]).read().is_ok_and(|said| !said.success);
        outcome.add(said(&format!("{script} refuses what it does not know"), refused, ""));
    }
    Ok(outcome)
}

fn said(what: &str, right: bool, why: &str) -> Outcome {
    Outcome::told(what, if right { Ok(()) } else { Err(why.to_owned()) })
}

/// What the scripts may rely on.
struct Facts {
    /// Every target that the compiler knows.
    targets: HashSet<String>,
    /// What uniffi writes in Swift.
    headers: HashSet<String>,
    profile: String,
}

impl Facts {
    fn gather(root: &Path) -> Result<Self, String> {
        let list = Command::new("rustc", root).args(["--print", "target-list"]).read();
        let list = list.map_err(|error| format!("rustc did not start: {error}"))?.output;
        let shared = library::build(root)?;
        let generated = crate::target(root).join("device-scripts");
        library::generate(root, &shared, "swift", &generated)?;
        let files =
            std::fs::read_dir(&generated).map_err(|error| format!("{}: {error}", generated.display()))?;
        let headers = files.flatten().map(|file| file.file_name().to_string_lossy().into_owned()).collect();
        Ok(Self {
            targets: list.lines().map(str::to_owned).collect(),
            headers,
            profile: "release".to_owned(),
        })
    }

    /// What is wrong with these commands, line by line.
    fn wrong(&self, root: &Path, commands: &str) -> Vec<String> {
        let mut wrong = Vec::new();
        let mut made: HashSet<String> = HashSet::new();
        for line in commands.lines() {
            let words: Vec<&str> = line.split_whitespace().map(|word| word.trim_matches('\'')).collect();
            let after =
                |flag: &str| words.iter().position(|word| *word == flag).and_then(|at| words.get(at + 1));
            match words.as_slice() {
                ["rustup", "target", "add", targets @ ..] => {
                    for target in targets {
                        if !self.targets.contains(*target) {
                            wrong.push(format!("{target} is no target"));
                        }
                        made.insert(format!("added {target}"));
                    }
                }
                ["cargo", ..] => {
                    let package = after("-p").copied().unwrap_or_default();
                    if !words.contains(&"--locked")
                        || !words.contains(&"--release")
                        || words.contains(&"--workspace")
                    {
                        wrong.push(format!("{line}: not one package, as it is locked, for release"));
                    }
                    match after("--target") {
                        Some(target) if !made.contains(&format!("added {target}")) => {
                            wrong.push(format!("{target} was not added"));
                        }
                        Some(target) => self.built(&mut made, &format!("{target}/"), package),
                        None => self.built(&mut made, "", package),
                    }
                }
                _ => {
                    let out = ["--out-dir", "-output"].iter().find_map(|flag| after(flag));
                    for word in words.iter().filter(|word| word.starts_with("target/")) {
                        let given = out == Some(word) || words.last() == Some(word) || words[0] == "mkdir";
                        let folder = made.iter().any(|made| made.starts_with(&format!("{word}/")));
                        if !given && !made.contains(*word) && !folder && words[0] != "rm" {
                            wrong.push(format!("{word} is used and was not made"));
                        }
                    }
                    for word in words.iter().filter(|word| word.starts_with("bindings/")) {
                        // What Gradle makes is known to Gradle.
                        if !word.contains("/build/") && !root.join(word).exists() {
                            wrong.push(format!("there is no {word}"));
                        }
                    }
                    let outputs = out.into_iter().chain(words.last()).map(|word| (*word).to_owned());
                    made.extend(outputs);
                    if words.contains(&"swift") {
                        let folder = after("--out-dir").copied().unwrap_or_default();
                        made.extend(self.headers.iter().map(|header| format!("{folder}/{header}")));
                    }
                }
            }
        }
        wrong
    }

    /// What cargo leaves behind for a package.
    fn built(&self, made: &mut HashSet<String>, target: &str, package: &str) {
        let file = package.replace('-', "_");
        let folder = format!("target/{target}{}", self.profile);
        made.extend([
            format!("{folder}/{package}"),
            format!("{folder}/lib{file}.a"),
            format!("{folder}/lib{file}.so"),
        ]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts() -> Facts {
        let known = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Facts { targets: known(&["a-ios"]), headers: known(&["A.h"]), profile: "release".to_owned() }
    }

    fn wrong(commands: &str) -> Vec<String> {
        facts().wrong(Path::new("."), commands)
    }

    const RIGHT: &str = "rustup target add a-ios
cargo build --locked --release -p some-lib --target a-ios
tool generate target/a-ios/release/libsome_lib.a --language swift --out-dir target/apple/swift
cp target/apple/swift/A.h target/apple/A.h";

    #[test]
    fn what_names_only_what_there_is_is_right() {
        assert_eq!(wrong(RIGHT), Vec::<String>::new());
    }

    #[test]
    fn what_was_not_made_is_noticed() {
        for (from, to) in [
            ("add a-ios", "add b-ios"),
            ("-p some-lib", "-p other-lib"),
            ("--locked", ""),
            ("swift/A.h", "swift/B.h"),
            ("cp target", "cp bindings/nowhere target"),
        ] {
            assert!(!wrong(&RIGHT.replace(from, to)).is_empty(), "{to}");
        }
    }
}
