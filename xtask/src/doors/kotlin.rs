//! Kotlin: `bindings/kotlin` is built by Maven; its tests, the story of `examples/kotlin` and the calls of the
//! scenarios are programs on a JVM.

use std::path::Path;

use super::{chat, jvm, library, scenarios, tell};
use crate::{
    command::Command,
    report::{Outcome, Suite},
};

pub(super) const SUITES: [Suite; 3] = [
    Suite { name: "story: Kotlin", run: story },
    Suite { name: "kotlin: tests", run: tests },
    Suite { name: "scenarios: Kotlin", run: scenarios },
];

fn story(root: &Path) -> Result<Outcome, String> {
    with_java(root, |java| {
        let example = |name| Command::new("java", root).args(java).args([name]);
        let mut outcome = tell(root, example("StoryKt"))?;
        outcome.add(chat::drive(root, || example("chat.ChatKt"))?);
        Ok(outcome)
    })
}

fn tests(root: &Path) -> Result<Outcome, String> {
    with_java(root, |java| {
        let tests =
            Command::new("java", root).args(jvm::HEAP).args(java).args(["app.avalo.sdk.test.TellingKt"]);
        tell(root, tests)
    })
}

fn scenarios(root: &Path) -> Result<Outcome, String> {
    with_java(root, |java| {
        let driver = ["java"].into_iter().chain(java.iter().map(String::as_str));
        scenarios::play(root, "Kotlin", driver.chain(["app.avalo.sdk.test.Driver"]))
    })
}

/// Builds everything, then goes on with what `java` needs to find it. A machine without a JVM skips both.
fn with_java(
    root: &Path,
    go_on: impl FnOnce(&[String]) -> Result<Outcome, String>,
) -> Result<Outcome, String> {
    if let Err(why) = jvm::need(root) {
        return Ok(Outcome::skipped(why));
    }
    go_on(&build(root, &library::build(root)?)?)
}

/// Builds the artifact over a library, with its tests and examples, and says how `java` finds them.
pub(crate) fn build(root: &Path, shared: &Path) -> Result<Vec<String>, String> {
    let build = crate::target(root).join("kotlin");
    library::generate(root, shared, "kotlin", &build.join("generated"))?;
    println!("building bindings/kotlin; the first time, Maven fetches the Kotlin compiler ...");
    let classes = jvm::build(root, "bindings/kotlin", "test-compile", &build, &["classes", "test-classes"])?;
    let libraries = shared.parent().unwrap_or(root).display();
    Ok(vec![format!("-Djna.library.path={libraries}"), "-cp".to_owned(), classes])
}
