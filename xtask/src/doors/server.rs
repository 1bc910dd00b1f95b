//! The reference server as a program, for a runner that is not Rust.

use std::{
    io::{self, BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Command as Process, Stdio},
};

use crate::command::Command;

/// A server of its own world on a free loopback port, ended when it is dropped.
pub(crate) struct Server {
    child: Child,
    url: String,
}

impl Server {
    /// Builds the server and starts it with `/_test`.
    pub(crate) fn start(root: &Path) -> Result<Self, String> {
        let built = Command::cargo(root).args(["build", "--quiet", "--locked", "-p", "avalo-mock-server"]);
        if !built.status().is_ok_and(|built| built) {
            return Err("the reference server was not built".to_owned());
        }
        let failed = |error| format!("the reference server did not start: {error}");
        let mut child = Process::new(crate::target(root).join("debug/avalo-mock-server"))
            .args(["--port", "0", "--test-controls"])
            .current_dir(root)
            .stdout(Stdio::piped())
            .spawn()
            .map_err(failed)?;
        let mut line = String::new();
        if let Some(stdout) = child.stdout.take() {
            BufReader::new(stdout).read_line(&mut line).map_err(failed)?;
        }
        match line.trim().strip_prefix("avalo-mock-server: listening on ") {
            Some(url) => Ok(Self { url: url.to_owned(), child }),
            None => {
                let _ = child.kill();
                Err(format!("the reference server said {line:?} instead of where it listens"))
            }
        }
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// How many live streams it holds open.
    pub(crate) fn streams(&self) -> Result<usize, String> {
        let answer = self.get("/_test/streams").map_err(|error| format!("{}: {error}", self.url))?;
        let open = answer.split_once("\"open\":").map(|(_, rest)| rest.trim_start());
        let digits = |open: &str| open.split(|letter: char| !letter.is_ascii_digit()).next()?.parse().ok();
        open.and_then(digits).ok_or_else(|| format!("/_test/streams answered {answer:?}"))
    }

    /// One answer, head and body. HTTP/1.0 has it end with the connection.
    fn get(&self, path: &str) -> io::Result<String> {
        let host = self.url.strip_prefix("http://").unwrap_or(&self.url);
        let mut stream = TcpStream::connect(host)?;
        stream.write_all(format!("GET {path} HTTP/1.0\r\nHost: {host}\r\n\r\n").as_bytes())?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
