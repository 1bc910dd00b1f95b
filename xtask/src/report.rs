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
    pub(crate) failed: u32,
    /// What could not be run, and why.
    pub(crate) skipped: Vec<String>,
}

impl Outcome {
    /// One check that passed or failed.
    pub(crate) fn check(passed: bool) -> Self {
        Self { passed: passed.into(), failed: (!passed).into(), ..Self::default() }
    }

    /// A suite that could not be run.
    pub(crate) fn skipped(why: impl Into<String>) -> Self {
        Self { skipped: vec![why.into()], ..Self::default() }
    }

    /// Counts the lines `ok - name` and `not ok - name` of a story that ended with `success`.
    ///
    /// A story that failed without saying so, or said nothing, has failed once.
    pub(crate) fn of_story(output: &str, success: bool) -> Self {
        let count = |start: &str| output.lines().filter(|line| line.trim_start().starts_with(start)).count();
        let passed = u32::try_from(count("ok - ")).unwrap_or(u32::MAX);
        let failed = u32::try_from(count("not ok - ")).unwrap_or(u32::MAX);
        let silent = failed == 0 && (!success || passed == 0);
        Self { passed, failed: failed + u32::from(silent), ..Self::default() }
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
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
            Outcome::check(false)
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
        for row in &self.rows {
            total.add(row.outcome.clone());
        }
        let skipped = total.skipped.len();
        println!("{} passed, {} failed, {skipped} skipped", total.passed, total.failed);
        if self.strict && skipped > 0 {
            eprintln!("with CI set, nothing may be skipped");
        }
        total.passed > 0 && total.failed == 0 && !(self.strict && skipped > 0)
    }

    fn table(&self) -> String {
        let width = self.rows.iter().map(|row| row.name.chars().count()).max().unwrap_or_default().max(5);
        let mut table = format!("{:width$}  passed  failed  skipped  seconds\n", "suite");
        for Row { name, outcome, took } in &self.rows {
            let (passed, failed, skipped) = (outcome.passed, outcome.failed, outcome.skipped.len());
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
        assert_eq!((told.passed, told.failed), (1, 1));
    }

    #[test]
    fn a_story_that_says_nothing_has_failed() {
        assert_eq!(Outcome::of_story("", true).failed, 1);
        assert_eq!(Outcome::of_story("ok - one", false).failed, 1);
        assert_eq!(Outcome::of_story("ok - one", true).failed, 0);
    }
}
