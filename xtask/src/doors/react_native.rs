//! The door for React Native: its JavaScript in Node, and beneath it the Android half on a JVM.

use std::path::Path;

use super::{jvm, library, swift, tell, web};
use crate::{
    command::Command,
    report::{Outcome, Suite},
};

pub(super) const SUITES: [Suite; 4] = [
    Suite { name: "react-native: JavaScript", run: javascript },
    Suite { name: "react-native: bridge", run: bridge },
    Suite { name: "react-native: Swift bridge", run: swift::react_native },
    Suite { name: "react-native: scenarios", run: scenarios },
];

/// React Native's classes, as apps get them.
const REACT_ANDROID: &str = "com.facebook.react:react-android:0.87.1:aar:release";

/// What brings a single artifact. It cannot open an archive of Android's.
const COPY: &str = "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy";

fn javascript(root: &Path) -> Result<Outcome, String> {
    web::with_package(root, || {
        install(root)?;
        let mut outcome = Outcome::default();
        for test in ["javascript", "module"] {
            let said = node(root, test).follow().map_err(|error| format!("node did not start: {error}"))?;
            outcome.add(Outcome::of_story(&said.output, said.success));
        }
        Ok(outcome)
    })
}

fn bridge(root: &Path) -> Result<Outcome, String> {
    on_jvm(root, "bridge")
}

fn scenarios(root: &Path) -> Result<Outcome, String> {
    on_jvm(root, "scenarios")
}

/// Runs a test whose native module is a JVM.
fn on_jvm(root: &Path, test: &str) -> Result<Outcome, String> {
    if let Err(why) = jvm::need(root) {
        return Ok(Outcome::skipped(why));
    }
    web::with_package(root, || {
        install(root)?;
        let module = module(root)?;
        tell(root, node(root, test).env("AVALO_BRIDGE", module))
    })
}

fn install(root: &Path) -> Result<(), String> {
    web::build::install(&root.join("bindings/react-native"))
}

fn node(root: &Path, test: &str) -> Command {
    Command::new("node", root).args([format!("bindings/react-native/test/{test}.mjs")])
}

/// Builds the module; how it is started, as JSON: a program and its arguments.
fn module(root: &Path) -> Result<String, String> {
    let build = crate::target(root).join("react-native");
    let shared = library::build(root)?;
    library::generate(root, &shared, "kotlin", &build.join("kotlin"))?;
    let spec = node(root, "generate").status();
    if !spec.is_ok_and(|written| written) {
        return Err("React Native did not write the module's base class".to_owned());
    }
    unpack(root, &build)?;
    println!("building the Android half for a JVM; the first time, Maven fetches 300 MB ...");
    let classes = jvm::build(root, "bindings/react-native/jvm", "compile", &build, &["jvm/classes"])?;
    let libraries = shared.parent().unwrap_or(root).display();
    let heap = jvm::HEAP.map(|word| format!("\"{word}\",")).concat();
    Ok(format!("[\"java\",{heap}\"-Djna.library.path={libraries}\",\"-cp\",\"{classes}\",\"PipeKt\"]"))
}

/// Takes the classes out of the archive for Android, which is none for Maven's class path.
fn unpack(root: &Path, build: &Path) -> Result<(), String> {
    let into = build.join("react-android");
    if into.join("classes.jar").is_file() {
        return Ok(());
    }
    println!("fetching React Native's classes ...");
    let fetched = Command::new("mvn", root)
        .args(["-B", "-q", "-ntp", COPY, "-Dmdep.stripVersion=true"])
        .args([format!("-Dartifact={REACT_ANDROID}"), format!("-DoutputDirectory={}", into.display())])
        .read()
        .map_err(|error| format!("mvn did not start: {error}"))?;
    if !fetched.success {
        return Err(format!("React Native's classes were not fetched:\n{}", fetched.output));
    }
    let archive = "react-android-release.aar";
    let unpacked = Command::new("jar", &into).args(["xf", archive, "classes.jar"]).status();
    if unpacked.is_ok_and(|unpacked| unpacked) && into.join("classes.jar").is_file() {
        Ok(())
    } else {
        Err(format!("{} holds no classes.jar", into.join(archive).display()))
    }
}
