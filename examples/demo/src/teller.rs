//! Saying what happens.

use std::{
    fmt::Display,
    io::{Write, stdout},
};

use avalo_sdk::{Code, Error, client::Call, operation::Operation};

use crate::Stopped;

/// Prints the story and counts what failed.
#[derive(Debug, Default)]
pub struct Teller {
    coloured: bool,
    silent: bool,
    failed: u32,
}

impl Teller {
    /// One who prints, with colours or without.
    pub fn new(coloured: bool) -> Self {
        Self { coloured, ..Self::default() }
    }

    /// One who keeps quiet.
    pub fn silent() -> Self {
        Self { silent: true, ..Self::default() }
    }

    /// How many steps failed.
    pub fn failed(&self) -> u32 {
        self.failed
    }

    pub(crate) fn chapter(&self, title: &str) {
        self.print(&format!("\n{}", self.paint("1", title)));
    }

    /// Something that is no operation.
    pub(crate) fn aside(&self, text: &str) {
        self.print(&format!("  {}", self.paint("2", text)));
    }

    /// One call: what it means in the story, and what comes of it.
    pub(crate) async fn call<O: Operation>(
        &mut self,
        text: &str,
        call: Call<O>,
    ) -> Result<O::Response, Stopped> {
        let outcome = call.await;
        self.outcome(O::SPEC.id, text, outcome)
    }

    /// A call that the rules refuse.
    pub(crate) async fn refused<O: Operation>(
        &mut self,
        text: &str,
        call: Call<O>,
        code: Code,
    ) -> Result<(), Stopped> {
        match call.await {
            Err(error) if error.code() == Some(code) => {
                self.line("·", "33", O::SPEC.id, &format!("{text} — refused: {}", code.title()));
                Ok(())
            }
            Err(error) => self.fail(O::SPEC.id, text, &error),
            Ok(_) => self.fail(O::SPEC.id, text, &format!("it should be refused: {}", code.title())),
        }
    }

    /// Something that an operation is part of.
    pub(crate) fn outcome<T>(
        &mut self,
        id: &str,
        text: &str,
        outcome: Result<T, Error>,
    ) -> Result<T, Stopped> {
        match outcome {
            Ok(value) => {
                self.line("✓", "32", id, text);
                Ok(value)
            }
            Err(error) => self.fail(id, text, &error),
        }
    }

    /// Something that must hold.
    pub(crate) fn check(&mut self, text: &str, holds: bool) -> Result<(), Stopped> {
        if holds {
            self.print(&format!("    {}", self.paint("36", &format!("→ {text}"))));
            return Ok(());
        }
        self.fail("", text, &"it does not hold")
    }

    /// Says that something is wrong.
    pub fn complain(&mut self, text: &str) {
        self.failed += 1;
        self.line("✗", "31", "", text);
    }

    /// What the marks and the number mean, and the last line.
    pub fn close(&self, operations: usize, failed: u32) {
        self.print(&closing(operations, failed));
    }

    fn fail<T>(&self, id: &str, text: &str, why: &impl Display) -> Result<T, Stopped> {
        self.line("✗", "31", id, &format!("{text} — {why}"));
        Err(Stopped)
    }

    fn line(&self, mark: &str, colour: &str, id: &str, text: &str) {
        let id = format!("{id:<38}");
        self.print(&format!("  {} {} {text}", self.paint(colour, mark), self.paint("2", &id)));
    }

    fn paint(&self, code: &str, text: &str) -> String {
        if self.coloured { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }

    fn print(&self, text: &str) {
        if !self.silent {
            // Whoever reads only the beginning, as `head` does, has closed the other end.
            let _ = writeln!(stdout(), "{text}");
        }
    }
}

fn closing(operations: usize, failed: u32) -> String {
    format!(
        "
✓ was done, · was refused as it had to be, ✗ failed, → was checked.
Each of the SDK's operations that was done counts once, however often it was called.
demo: {operations} operations, {failed} failed"
    )
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_last_line_is_the_count_and_the_marks_are_explained_before() {
        let text = super::closing(86, 0);
        assert_eq!(text.lines().last(), Some("demo: 86 operations, 0 failed"));
        assert!(["✓", "·", "✗", "→"].iter().all(|mark| text.contains(mark)), "{text}");
    }
}
