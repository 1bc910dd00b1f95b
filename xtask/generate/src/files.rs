//! The files that are generated: written, or compared with what is there.

use std::{collections::BTreeMap, fs, path::Path};

/// Files by their path in the workspace.
#[derive(Default)]
pub(crate) struct Files(BTreeMap<String, String>);

/// Folders that hold nothing but generated files.
const FOLDERS: &[&str] = &["docs/reference", "npm/src/generated"];

impl Files {
    pub(crate) fn add(&mut self, path: impl Into<String>, text: String) {
        self.0.insert(path.into(), text);
    }

    #[cfg(test)]
    pub(crate) fn get(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }

    /// Writes what has changed and removes what is not generated any longer.
    pub(crate) fn write(&self, root: &Path) -> Result<String, String> {
        let mut changed = 0;
        for (path, text) in &self.0 {
            let file = root.join(path);
            if fs::read_to_string(&file).is_ok_and(|there| there == *text) {
                continue;
            }
            let folder = file.parent().unwrap_or(root);
            fs::create_dir_all(folder)
                .and_then(|()| fs::write(&file, text))
                .map_err(|error| format!("{path} cannot be written: {error}"))?;
            changed += 1;
        }
        for path in self.strays(root) {
            fs::remove_file(root.join(&path))
                .map_err(|error| format!("{path} cannot be removed: {error}"))?;
            changed += 1;
        }
        Ok(format!("{} files, {changed} changed", self.0.len()))
    }

    /// Fails unless every file is as it would be written.
    pub(crate) fn compare(&self, root: &Path) -> Result<String, String> {
        let stale = self
            .0
            .iter()
            .filter(|(path, text)| !fs::read_to_string(root.join(path)).is_ok_and(|there| there == **text));
        let mut stale: Vec<String> = stale.map(|(path, _)| path.clone()).collect();
        stale.extend(self.strays(root));
        if stale.is_empty() {
            return Ok(format!("{} files are up to date", self.0.len()));
        }
        Err(format!("not what the contract says now: {}; run cargo xtask generate", stale.join(", ")))
    }

    /// Files in the generated folders that nothing generates.
    fn strays(&self, root: &Path) -> Vec<String> {
        let mut strays = Vec::new();
        for folder in FOLDERS {
            let entries = fs::read_dir(root.join(folder)).into_iter().flatten().flatten();
            let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
            strays.extend(
                names.map(|name| format!("{folder}/{name}")).filter(|path| !self.0.contains_key(path)),
            );
        }
        strays.sort();
        strays
    }
}

#[cfg(test)]
mod tests {
    use std::{env, fs, process};

    use super::Files;

    #[test]
    fn what_was_written_is_up_to_date_until_somebody_changes_it() {
        let root = env::temp_dir().join(format!("avalo-generate-{}", process::id()));
        let mut files = Files::default();
        files.add("docs/reference/chat.md", "# chat\n".to_owned());
        assert!(files.compare(&root).is_err(), "nothing is there yet");
        files.write(&root).expect("a folder of one's own");
        assert!(files.compare(&root).is_ok());
        fs::write(root.join("docs/reference/gone.md"), "").expect("a folder of one's own");
        let why = files.compare(&root).expect_err("a stray file");
        assert!(why.contains("docs/reference/gone.md"), "{why}");
        files.write(&root).expect("a folder of one's own");
        assert!(files.compare(&root).is_ok(), "the stray is gone");
        fs::remove_dir_all(root).expect("a folder of one's own");
    }
}
