//! Instructions per call, counted by callgrind: the figure that no other load on the machine moves.

use std::{
    fs,
    io::{self, ErrorKind},
    path::Path,
    process::{Command, Stdio},
};

use crate::{
    contenders::{Contender, Pair, runtime},
    load::{self, Load},
    program::Server,
    table::{Bound, Row, Table},
};

/// How many calls the shorter and the longer run make. What differs between them is the calls' own;
/// start-up and connecting cancel out.
const FEW: u32 = 256;
const MANY: u32 = 1_280;

/// What runs under valgrind: so many calls in each of so many lanes.
pub(crate) fn subject(contender: &str, lanes: &str, calls: &str, url: &str) {
    let contender = if contender == "sdk" { Contender::Sdk } else { Contender::Bare };
    let lanes = lanes.parse().expect("a number of lanes");
    let calls = calls.parse().expect("a number of calls");
    runtime().block_on(async {
        let pair = Pair::connect(url).await;
        load::round(&pair, contender, Load { lanes, calls, rounds: 1 }).await;
    });
}

pub(crate) fn compare(table: &mut Table, program: &Path, peer: &Server, output: &Path) -> io::Result<()> {
    for (lanes, bound) in [(1, Some(Bound::AtMost(1.15))), (64, None)] {
        let figure = format!("instant server, {lanes} in flight, instructions per call");
        let per_call = |contender| -> io::Result<Option<f64>> {
            let count = |calls: u32| {
                let (lanes, calls) = (lanes.to_string(), (calls / lanes).to_string());
                count(program, [contender, &lanes, &calls, &peer.url], output)
            };
            let (few, many) = (count(FEW)?, count(MANY)?);
            Ok(few.zip(many).map(|(few, many)| (many - few) / f64::from(MANY - FEW)))
        };
        let Some((bare, sdk)) = per_call("bare")?.zip(per_call("sdk")?) else {
            table.push(Row::skipped(&figure, "valgrind is not installed or does not run here"));
            continue;
        };
        table.push(Row::pair(figure.clone(), "", bare, sdk));
        table.push(Row::figure(format!("{figure}, SDK / bare"), "", sdk / bare).bound(bound, None));
    }
    Ok(())
}

/// All instructions of one run, or nothing where there is no valgrind.
fn count(program: &Path, run: [&str; 4], output: &Path) -> io::Result<Option<f64>> {
    let [contender, lanes, calls, _] = run;
    let file = output.join(format!("callgrind.{contender}.{lanes}.{calls}.out"));
    let mut valgrind = Command::new("valgrind");
    valgrind.arg("--tool=callgrind").arg(format!("--callgrind-out-file={}", file.display()));
    valgrind.arg(program).arg("calls").args(run);
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
