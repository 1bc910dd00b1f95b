//! Packs a file in the format that every browser unpacks by itself, and takes more time for it than others do.
//!
//! `npm/build.mjs` has the module packed by it: what comes out is 5 % smaller than zlib's best.

use std::{env, error::Error, fs, num::NonZero, process::ExitCode};

/// How often the best way to write a block is looked for anew. More than this finds nothing more.
const ROUNDS: NonZero<u64> = NonZero::new(60).expect("60 is not zero");

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [from, to] = arguments.as_slice() else {
        eprintln!("avalo-pack takes two files: what is packed, and where that is written");
        return ExitCode::from(2);
    };
    match pack(from, to) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("avalo-pack: {from} was not packed: {why}");
            ExitCode::FAILURE
        }
    }
}

fn pack(from: &str, to: &str) -> Result<(), Box<dyn Error>> {
    let content = fs::read(from)?;
    let options = zopfli::Options { iteration_count: ROUNDS, ..Default::default() };
    let mut packed = Vec::new();
    zopfli::compress(options, zopfli::Format::Zlib, content.as_slice(), &mut packed)?;
    Ok(fs::write(to, packed)?)
}
