//! Instructions per call, counted by callgrind: the figure that no other load on the machine moves.

use std::{
    fs,
    io::{self, ErrorKind},
    path::Path,
    process::{Command, Stdio},
};

use crate::{
    contenders::{Contender, Pair, runtime},
    peer::Server,
    table::{Bound, Row, Table},
};

/// Two counts of calls. What differs between them is the calls' own; start-up cancels out.
const FEW: u32 = 200;
const MANY: u32 = 1_200;

/// What runs under valgrind: so many calls, one after another.
pub(crate) fn subject(contender: &str, calls: &str, url: &str) {
    let contender = if contender == "sdk" { Contender::Sdk } else { Contender::Bare };
    let calls: u32 = calls.parse().expect("a number of calls");
    runtime().block_on(async {
        let pair = Pair::connect(url).await;
        for _ in 0..calls {
            pair.call(contender, 0).await;
        }
    });
}

pub(crate) fn compare(table: &mut Table, program: &Path, peer: &Server, output: &Path) -> io::Result<()> {
    let figure = "instant server, instructions per call";
    let per_call = |contender| -> io::Result<Option<f64>> {
        let count = |calls| count(program, contender, calls, &peer.url, output);
        let (Some(few), Some(many)) = (count(FEW)?, count(MANY)?) else { return Ok(None) };
        Ok(Some((many - few) / f64::from(MANY - FEW)))
    };
    match (per_call("bare")?, per_call("sdk")?) {
        (Some(bare), Some(sdk)) => {
            table.push(Row::pair(figure.to_owned(), "", bare, sdk));
            let ratio = Row::figure(format!("{figure}, SDK / bare"), "", sdk / bare);
            table.push(ratio.bound(Some(Bound::AtMost(1.15)), None));
        }
        _ => table.push(Row::skipped(figure, "valgrind is not installed or does not run here")),
    }
    Ok(())
}

/// All instructions of one run, or nothing where there is no valgrind.
fn count(program: &Path, contender: &str, calls: u32, url: &str, output: &Path) -> io::Result<Option<f64>> {
    let file = output.join(format!("callgrind.{contender}.{calls}.out"));
    let mut valgrind = Command::new("valgrind");
    valgrind.arg("--tool=callgrind").arg(format!("--callgrind-out-file={}", file.display()));
    valgrind.arg(program).args(["calls", contender, &calls.to_string(), url]);
    match valgrind.stdout(Stdio::null()).stderr(Stdio::null()).status() {
        Ok(status) if status.success() => {}
        Ok(_) => return Ok(None),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    }
    let text = fs::read_to_string(file)?;
    let totals = text.lines().find_map(|line| line.strip_prefix("totals:"));
    Ok(totals.and_then(|totals| totals.trim().parse().ok()))
}
