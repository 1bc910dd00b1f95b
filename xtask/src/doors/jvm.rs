//! Programs for a JVM: what they need, how Maven builds them, and how `java` finds and runs them.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use crate::{command::Command, tools};

/// A heap that is all there from the start, so that what grows is what leaks.
pub(super) const HEAP: [&str; 3] = ["-Xms192m", "-Xmx192m", "-XX:+AlwaysPreTouch"];

/// Installs what builds and runs them, where it is missing and may be.
pub(super) fn need(root: &Path) -> Result<(), String> {
    tools::need("java", "default-jdk-headless", root)?;
    tools::need("mvn", "maven", root)
}

/// Brings a project to a phase, with what it makes in `build`. Returns the class path: these folders of classes in
/// `build`, then what the project depends on.
pub(super) fn build(
    root: &Path,
    project: &str,
    phase: &str,
    build: &Path,
    classes: &[&str],
) -> Result<String, String> {
    let listed = build.join("classpath");
    let built = Command::new("mvn", root)
        .args(["-B", "-q", "-ntp", "-f", &format!("{project}/pom.xml")])
        .args([phase, "dependency:build-classpath"])
        .args([
            format!("-Davalo.build={}", build.display()),
            format!("-Dmdep.outputFile={}", listed.display()),
        ])
        .read()
        .map_err(|error| format!("mvn did not start: {error}"))?;
    if !built.success {
        return Err(format!("{project} was not built:\n{}", built.output));
    }
    let dependencies = fs::read_to_string(&listed).map_err(|error| format!("the class path: {error}"))?;
    let own = classes.iter().map(|folder| build.join(folder));
    let path = env::join_paths(own.chain(env::split_paths(dependencies.trim())))
        .map_err(|error| format!("the class path: {error}"))?;
    Ok(PathBuf::from(path).display().to_string())
}
