//! Running other programs.

use std::{
    env,
    ffi::OsStr,
    io::{self, BufRead, BufReader},
    path::Path,
    process::{self, Child, Stdio},
    thread,
};

/// A program to run in the workspace's folder.
pub(crate) struct Command(process::Command);

/// What a program said, and whether it succeeded.
pub(crate) struct Said {
    pub(crate) success: bool,
    pub(crate) output: String,
}

impl Command {
    pub(crate) fn new(program: impl AsRef<OsStr>, folder: &Path) -> Self {
        let mut command = process::Command::new(program);
        command.current_dir(folder);
        Self(command)
    }

    /// The cargo that runs this.
    pub(crate) fn cargo(folder: &Path) -> Self {
        Self::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), folder)
    }

    pub(crate) fn args(mut self, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Self {
        self.0.args(arguments);
        self
    }

    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.0.env(name, value);
        self
    }

    /// The program and its arguments, for another program to run.
    pub(crate) fn words(&self) -> Vec<&OsStr> {
        [self.0.get_program()].into_iter().chain(self.0.get_args()).collect()
    }

    /// Runs it, showing what it says, and says whether it succeeded.
    pub(crate) fn status(mut self) -> io::Result<bool> {
        Ok(self.0.status()?.success())
    }

    /// Runs it and returns what it says on its standard output, without showing it.
    pub(crate) fn read(mut self) -> io::Result<Said> {
        let output = self.0.stderr(Stdio::null()).stdin(Stdio::null()).output()?;
        Ok(Said {
            success: output.status.success(),
            output: String::from_utf8_lossy(&output.stdout).into_owned(),
        })
    }

    /// Starts it, to be talked to by its standard input and output.
    pub(crate) fn piped(mut self) -> io::Result<Child> {
        self.0.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()
    }

    /// Runs it, shows its standard output line by line and keeps it.
    pub(crate) fn follow(mut self) -> io::Result<Said> {
        let mut child = self.0.stdout(Stdio::piped()).stdin(Stdio::null()).spawn()?;
        let lines = child.stdout.take().map(|stdout| {
            thread::spawn(move || {
                let mut kept = String::new();
                for line in BufReader::new(stdout).split(b'\n').map_while(Result::ok) {
                    let line = String::from_utf8_lossy(&line);
                    println!("{line}");
                    kept += &line;
                    kept.push('\n');
                }
                kept
            })
        });
        let success = child.wait()?.success();
        let output = lines.and_then(|lines| lines.join().ok()).unwrap_or_default();
        Ok(Said { success, output })
    }
}
