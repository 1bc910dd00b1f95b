//! The stories of `tests/scenarios/` by a driver in another language.

use std::{ffi::OsStr, path::Path};

use crate::{command::Command, report::Outcome};

/// Plays all of them and leaves what came of each in `target/scenarios/<place>.json`.
pub(super) fn play(
    root: &Path,
    place: &str,
    driver: impl IntoIterator<Item = impl AsRef<OsStr>>,
) -> Result<Outcome, String> {
    let build = ["build", "--quiet", "--locked", "-p", "avalo-tests", "--bin", "avalo-scenarios"];
    if !Command::cargo(root).args(build).status().is_ok_and(|built| built) {
        return Err("the player of the scenarios was not built".to_owned());
    }
    let target = crate::target(root);
    let played = Command::new(target.join("debug/avalo-scenarios"), root)
        .args(driver)
        .env("AVALO_RESULTS", target.join(format!("scenarios/{place}.json")))
        .follow()
        .map_err(|error| format!("the player did not start: {error}"))?;
    Ok(Outcome::of_story(&played.output, played.success))
}
