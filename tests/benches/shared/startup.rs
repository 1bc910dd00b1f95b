//! How the reference server's program starts: time, memory, size.

use std::{
    fs,
    io::{self, Read, Write},
    net::TcpStream,
    path::Path,
    thread,
    time::{Duration, Instant},
};

use crate::{
    program::Server,
    quantile::quantile,
    table::{Bound, Row, Table},
};

/// How often it is started.
const STARTS: usize = 20;

const MEGABYTE: f64 = 1e6;

pub(crate) fn measure(table: &mut Table, program: &Path) -> io::Result<()> {
    let mut times = Vec::with_capacity(STARTS);
    let mut memory = None;
    for _ in 0..STARTS {
        let began = Instant::now();
        let server = Server::start(program, &["--port", "0"])?;
        while !healthy(&server.url) {
            thread::sleep(Duration::from_micros(200));
        }
        times.push(began.elapsed().as_secs_f64() * 1e3);
        if times.len() == STARTS {
            // Idle: whatever it does after its start is done.
            thread::sleep(Duration::from_secs(1));
            memory = resident(server.process.id());
        }
    }
    let start = "reference server, start to first 200";
    let median = Row::figure(format!("{start}, median"), "ms", quantile(&mut times, 0.5));
    table.push(median.bound(Some(Bound::AtMost(100.0)), None));
    let longest = Row::figure(format!("{start}, longest of {STARTS}"), "ms", quantile(&mut times, 1.0));
    table.push(longest.bound(Some(Bound::AtMost(100.0)), None));
    table.push(match memory {
        Some(bytes) => Row::figure("reference server, idle memory".into(), "MB", bytes / MEGABYTE)
            .bound(Some(Bound::AtMost(30.0)), None),
        None => Row::skipped("reference server, idle memory", "no /proc here"),
    });
    let size = fs::metadata(program)?.len() as f64;
    let row = Row::figure("reference server, program".into(), "MB", size / MEGABYTE);
    table.push(row.bound(Some(Bound::AtMost(25.0)), None));
    Ok(())
}

fn healthy(url: &str) -> bool {
    let ask = || -> io::Result<bool> {
        let mut socket = TcpStream::connect(url.trim_start_matches("http://"))?;
        socket.write_all(b"GET /health HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")?;
        let mut status = [0; 12];
        socket.read_exact(&mut status)?;
        Ok(status.ends_with(b" 200"))
    };
    ask().unwrap_or(false)
}

/// The resident memory of a process, in bytes.
fn resident(process: u32) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: f64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kilobytes * 1024.0)
}
