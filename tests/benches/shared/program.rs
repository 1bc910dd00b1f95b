//! Servers in processes of their own.

use std::{
    io::{self, BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

/// A server that ends with this value.
pub(crate) struct Server {
    pub(crate) process: Child,
    pub(crate) url: String,
}

impl Server {
    /// Starts a program that says on its first line where it listens.
    pub(crate) fn start(program: &Path, arguments: &[&str]) -> io::Result<Self> {
        let mut command = Command::new(program);
        let mut process = command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let mut line = String::new();
        if let Some(output) = process.stdout.take() {
            BufReader::new(output).read_line(&mut line)?;
        }
        let at = line.find("http://").ok_or_else(|| io::Error::other(format!("it said {line:?}")));
        let url = at.map(|at| line[at..].trim().to_owned());
        let server = Self { process, url: url.as_ref().cloned().unwrap_or_default() };
        url.map(|_| server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
