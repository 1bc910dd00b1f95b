//! Suites, what came of them, and the closing table.

use std::{
    io::{self, IsTerminal},
    path::Path,
    time::{Duration, Instant},
};

/// A named set of checks.
pub(crate) struct Suite {
    pub(crate) name: &'static str,
    pub(crate) run: fn(&Path) -> Result<Outcome, String>,
}

/// What came of a suite.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Outcome {
    pub(crate) passed: u32,
    /// What failed, in its own words; the closing table says them again.
    pub(crate) failed: Vec<String>,
    /// What could not be run, and why.
    pub(crate) skipped: Vec<String>,
}

impl Outcome {
    /// One check that passed, or failed as `what`.
    pub(crate) fn check(passed: bool, what: &str) -> Self {
        if passed { Self { passed: 1, ..Self::default() } } else { Self::failed(what) }
    }

    /// One check, told as the line of a story.
    pub(crate) fn told(what: &str, held: Result<(), String>) -> Self {
        let line = match held {
            Ok(()) => format!("ok - {what}"),
            Err(why) if why.is_empty() => format!("not ok - {what}"),
            Err(why) => format!("not ok - {what}: {why}"),
        };
        println!("{line}");
        Self::of_story(&line, true)
    }

    /// One check that failed.
    pub(crate) fn failed(what: impl Into<String>) -> Self {
        Self { failed: vec![what.into()], ..Self::default() }
    }

    /// A suite that could not be run.
    pub(crate) fn skipped(why: impl Into<String>) -> Self {
        Self { skipped: vec![why.into()], ..Self::default() }
    }

    /// Counts the lines `ok - name` and `not ok - name` of a story that ended with `success`.
    ///
    /// A story that failed without saying so, or said nothing, has failed once.
    pub(crate) fn of_story(output: &str, success: bool) -> Self {
        let lines = || output.lines().map(str::trim_start);
        let passed = lines().filter(|line| line.starts_with("ok - ")).count();
        let mut failed: Vec<String> =
            lines().filter_map(|line| line.strip_prefix("not ok - ")).map(str::to_owned).collect();
        if failed.is_empty() && !success {
            failed.push("it failed without saying why".to_owned());
        } else if failed.is_empty() && passed == 0 {
            failed.push("it said nothing".to_owned());
        }
        Self { passed: u32::try_from(passed).unwrap_or(u32::MAX), failed, ..Self::default() }
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed.extend(other.failed);
        self.skipped.extend(other.skipped);
    }
}

struct Row {
    name: &'static str,
    outcome: Outcome,
    took: Duration,
}

/// The suites that were run.
pub(crate) struct Report {
    strict: bool,
    rows: Vec<Row>,
}

impl Report {
    /// A `strict` report counts a skip as a failure.
    pub(crate) fn new(strict: bool) -> Self {
        Self { strict, rows: Vec::new() }
    }

    pub(crate) fn run(&mut self, suite: &Suite, root: &Path) {
        println!("\n{}", bold(&format!("── {} ", suite.name)));
        let begun = Instant::now();
        let outcome = (suite.run)(root).unwrap_or_else(|error| {
            eprintln!("{}: {error}", suite.name);
            Outcome::failed(error)
        });
        for why in &outcome.skipped {
            println!("SKIPPED {}: {why}", suite.name);
        }
        self.rows.push(Row { name: suite.name, outcome, took: begun.elapsed() });
    }

    /// Prints the table and says whether everything passed.
    pub(crate) fn close(self) -> bool {
        print!("\n{}", self.table());
        let mut total = Outcome::default();
        for Row { name, outcome, .. } in self.rows {
            for what in &outcome.failed {
                println!("FAILED {name}: {what}");
            }
            total.add(outcome);
        }
        let (failed, skipped) = (total.failed.len(), total.skipped.len());
        println!("{} passed, {failed} failed, {skipped} skipped", total.passed);
        if self.strict && skipped > 0 {
            eprintln!("with CI set, nothing may be skipped");
        }
        total.passed > 0 && failed == 0 && !(self.strict && skipped > 0)
    }

    fn table(&self) -> String {
        let width = self.rows.iter().map(|row| row.name.chars().count()).max().unwrap_or_default().max(5);
        let mut table = format!("{:width$}  passed  failed  skipped  seconds\n", "suite");
        for Row { name, outcome, took } in &self.rows {
            let (passed, failed, skipped) = (outcome.passed, outcome.failed.len(), outcome.skipped.len());
            let seconds = took.as_secs();
            table += &format!("{name:width$}  {passed:>6}  {failed:>6}  {skipped:>7}  {seconds:>7}\n");
        }
        table
    }
}

fn bold(text: &str) -> String {
    if io::stdout().is_terminal() { format!("\x1b[1m{text}\x1b[0m") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::Outcome;

    #[test]
    fn a_story_is_counted_by_its_lines() {
        let told = Outcome::of_story("ok - signs in\nnot ok - reads: no feed\n# ok - no line\n", false);
        assert_eq!((told.passed, told.failed), (1, vec!["reads: no feed".to_owned()]));
    }

    #[test]
    fn a_story_that_says_nothing_has_failed() {
        assert_eq!(Outcome::of_story("", true).failed.len(), 1);
        assert_eq!(Outcome::of_story("ok - one", false).failed.len(), 1);
        assert_eq!(Outcome::of_story("ok - one", true).failed.len(), 0);
    }
}
