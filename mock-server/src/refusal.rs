//! Why a handler did not do what it was asked to.

use avalo_sdk::{Code, Problem};

/// What a handler answers.
pub(crate) type Answer<T> = Result<T, Refusal>;

/// A request that was not carried out. Nothing that its handler wrote stays.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// The rules forbid it, and the caller is told why.
    Problem(Box<Problem>),
    /// The database failed.
    Database(rusqlite::Error),
}

impl Refusal {
    /// Whether it is a refusal with this code.
    pub(crate) fn is(&self, code: Code) -> bool {
        matches!(self, Self::Problem(problem) if problem.code == code)
    }

    /// What the caller is told. A failure of the database is the server's own business.
    pub(crate) fn into_problem(self) -> Problem {
        match self {
            Self::Problem(problem) => *problem,
            Self::Database(error) => {
                eprintln!("avalo-mock-server: the database failed: {error}");
                Problem::new(Code::Internal, "the database failed; nothing was written")
            }
        }
    }
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Self::Problem(Box::new(problem))
    }
}

impl From<rusqlite::Error> for Refusal {
    fn from(error: rusqlite::Error) -> Self {
        Self::Database(error)
    }
}

/// A refusal with this code and sentence.
pub(crate) fn refuse<T>(code: Code, detail: impl Into<String>) -> Answer<T> {
    Err(Problem::new(code, detail).into())
}

/// Refuses a text whose length in characters is outside the range.
pub(crate) fn check_length(field: &str, text: &str, range: std::ops::RangeInclusive<usize>) -> Answer<()> {
    let (low, high) = (range.start(), range.end());
    // The bytes bound the characters, so that a huge text is not counted to its end.
    if text.len() > high * 4 || !range.contains(&text.chars().count()) {
        return Err(Problem::field(field, format!("must have {low} to {high} characters")).into());
    }
    Ok(())
}

/// Refuses a number outside the range.
pub(crate) fn check_range(field: &str, value: i64, range: std::ops::RangeInclusive<i64>) -> Answer<()> {
    if !range.contains(&value) {
        let (low, high) = (range.start(), range.end());
        return Err(Problem::field(field, format!("must be {low} to {high}")).into());
    }
    Ok(())
}
