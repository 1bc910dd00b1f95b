//! What the SDK costs over bare reqwest on a loopback server, and how the reference server starts.
//!
//! `cargo xtask bench native` prints the table and writes `target/bench/native.json`. The program is
//! its own server (`serve`) and its own subject under valgrind (`calls`), so that neither the server
//! nor the measuring is counted.

mod contenders;
mod instructions;
mod load;
mod peer;
#[path = "../shared/program.rs"]
mod program;
#[path = "../shared/quantile.rs"]
mod quantile;
#[path = "../shared/startup.rs"]
mod startup;
#[path = "../shared/table.rs"]
mod table;

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use contenders::Pair;
use load::{Comparison, Load};
use program::Server;
use table::{Bound, Row, Table};

/// One call after another.
const ALONE: Load = Load { lanes: 1, calls: 200, rounds: 80 };

/// As many calls under way as a busy service has.
const CROWD: Load = Load { lanes: 64, calls: 10, rounds: 150 };

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match *words.as_slice() {
        ["serve"] => peer::serve(),
        ["calls", contender, lanes, calls, url] => {
            instructions::subject(contender, lanes, calls, url);
            Ok(())
        }
        // cargo says --bench, which means nothing here.
        _ => measure(),
    }
}

fn measure() -> io::Result<()> {
    let program = env::current_exe()?;
    // target/release/deps/native-0123456789abcdef
    let folder = |up| program.ancestors().nth(up).unwrap_or(Path::new(".")).to_owned();
    let (release, output) = (folder(2), folder(3).join("bench"));
    fs::create_dir_all(&output)?;

    let mut table = Table::default();
    let peer = Server::start(&program, &["serve"])?;
    compare(&mut table, "instant server", &peer);
    instructions::compare(&mut table, &program, &peer, &output)?;
    drop(peer);
    let reference: PathBuf = release.join(format!("avalo-mock-server{}", env::consts::EXE_SUFFIX));
    if reference.exists() {
        let server = Server::start(&reference, &["--port", "0"])?;
        compare(&mut table, "reference server", &server);
        drop(server);
        startup::measure(&mut table, &reference)?;
    } else {
        table.push(Row::skipped("reference server", "not built: cargo xtask bench native builds it"));
    }

    print!("{table}");
    let file = output.join("native.json");
    fs::write(&file, format!("{:#}\n", table.json()))?;
    println!("\nwritten to {}", file.display());
    Ok(())
}

/// Times both contenders against a server. The one that answers at once leaves the client alone with
/// what it costs; with the reference server it is a smaller part of the whole, as in life.
fn compare(table: &mut Table, name: &str, server: &Server) {
    let runtime = contenders::runtime();
    let pair = runtime.block_on(Pair::connect(&server.url));
    eprintln!("{name}: {} bytes per answer", runtime.block_on(pair.answer_size()));

    let Comparison { bare, sdk, added, .. } = runtime.block_on(load::compare(&pair, ALONE));
    let figure = |text: &str| format!("{name}, 1 in flight, {text}");
    table.push(Row::pair(figure("p50"), "us", bare.p50, sdk.p50));
    table.push(Row::pair(figure("p99"), "us", bare.p99, sdk.p99));
    let row = Row::figure(figure("added p50"), "us", added);
    table.push(row.bound(Some(Bound::AtMost(12.0)), Some(5.0)));

    let Comparison { bare, sdk, ratio, .. } = runtime.block_on(load::compare(&pair, CROWD));
    let figure = |text: &str| format!("{name}, 64 in flight, {text}");
    table.push(Row::pair(figure("p50"), "us", bare.p50, sdk.p50));
    table.push(Row::pair(figure("p99"), "us", bare.p99, sdk.p99));
    table.push(Row::pair(figure("throughput"), "calls/s", bare.per_second, sdk.per_second));
    let row = Row::figure(figure("throughput, SDK / bare"), "", ratio);
    table.push(row.bound(Some(Bound::AtLeast(0.95)), None));
}
