//! The story in Kotlin: `bindings/kotlin` is built by Maven, `examples/kotlin` told on a JVM.

use std::{env, fs, path::Path};

use super::{library, tell};
use crate::{command::Command, report::Outcome, tools};

pub(super) fn story(root: &Path) -> Result<Outcome, String> {
    for (program, package) in [("java", "default-jdk-headless"), ("mvn", "maven")] {
        if let Err(why) = tools::need(program, package, root) {
            return Ok(Outcome::skipped(why));
        }
    }
    let shared = library::build(root)?;
    let build = crate::target(root).join("kotlin");
    library::generate(root, &shared, "kotlin", &build.join("generated"))?;
    println!("building bindings/kotlin; the first time, Maven fetches the Kotlin compiler ...");
    let listed = build.join("classpath");
    let built = Command::new("mvn", root)
        .args(["-B", "-q", "-ntp", "-f", "bindings/kotlin/pom.xml"])
        .args(["test-compile", "dependency:build-classpath"])
        .args([
            format!("-Davalo.build={}", build.display()),
            format!("-Dmdep.outputFile={}", listed.display()),
        ])
        .read()
        .map_err(|error| format!("mvn did not start: {error}"))?;
    if !built.success {
        return Err(format!("bindings/kotlin was not built:\n{}", built.output));
    }
    let dependencies = fs::read_to_string(&listed).map_err(|error| format!("the class path: {error}"))?;
    let own = [build.join("classes"), build.join("test-classes")];
    let classes = env::join_paths(own.into_iter().chain(env::split_paths(dependencies.trim())))
        .map_err(|error| format!("the class path: {error}"))?;
    let libraries = shared.parent().unwrap_or(root).display();
    let runner = Command::new("java", root).args([format!("-Djna.library.path={libraries}")]).args([
        "-cp".as_ref(),
        classes.as_os_str(),
        "StoryKt".as_ref(),
    ]);
    tell(root, runner)
}
