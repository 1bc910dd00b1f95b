//! The reference server by itself: load, start, memory, forks and a year.
//!
//! `cargo xtask bench server` prints the table with what is required beside each figure and writes
//! `target/bench/server.json`. The loader runs on the same machine and takes its share of it.

mod load;
#[path = "../shared/program.rs"]
mod program;
#[path = "../shared/quantile.rs"]
mod quantile;
#[path = "../shared/startup.rs"]
mod startup;
#[allow(dead_code, reason = "nothing is compared here")]
#[path = "../shared/table.rs"]
mod table;
mod traffic;
mod worlds;

use std::{env, fs, io, path::Path};

use table::Table;

fn main() -> io::Result<()> {
    let program = env::current_exe()?;
    // target/release/deps/server-0123456789abcdef
    let folder = |up| program.ancestors().nth(up).unwrap_or(Path::new(".")).to_owned();
    let (release, output) = (folder(2), folder(3).join("bench"));
    fs::create_dir_all(&output)?;
    let server = release.join(format!("avalo-mock-server{}", env::consts::EXE_SUFFIX));

    let mut table = Table::default();
    traffic::measure(&mut table, &server, &output)?;
    startup::measure(&mut table, &server)?;
    worlds::measure(&mut table)?;

    print!("{table}");
    let file = output.join("server.json");
    fs::write(&file, format!("{:#}\n", table.json()))?;
    println!("\nwritten to {}", file.display());
    Ok(())
}
