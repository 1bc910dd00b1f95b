//! Failures, in the shape that every language can read.

use std::time::Duration;

use crate::error::{Error, ErrorKind};

/// Why a call failed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum AvaloError {
    // No field is called `message` or `cause`: in Kotlin an exception has its own.
    /// The call failed; `kind` says in what way.
    #[error("{kind}: {detail}")]
    Failed {
        /// One word: `invalid`, `unauthenticated`, `forbidden`, `not_found`, `conflict`, `payment`,
        /// `rate_limited`, `network`, `timeout`, `cancelled`, `server`, `decode`, `config`, or `internal` for a
        /// defect of this library, which leaves the client usable.
        kind: String,
        /// The server's code, such as `insufficient_balance`, where it gave one.
        code: Option<String>,
        /// What happened, in a sentence. It never holds a token.
        detail: String,
        /// The HTTP status, where there was an answer.
        status: Option<u16>,
        /// How long to wait at least before the next try, in milliseconds, where that is known.
        retry_after_ms: Option<u64>,
        /// The last request's id, for a question to the platform's support.
        request_id: Option<String>,
    },
}

impl AvaloError {
    /// A failure that no server had a part in.
    #[must_use]
    pub fn of(kind: ErrorKind, detail: &str) -> Self {
        Self::named(kind.as_str(), detail)
    }

    /// A defect of this library.
    pub(super) fn defect() -> Self {
        Self::named("internal", super::DEFECT)
    }

    fn named(kind: &str, detail: &str) -> Self {
        Self::Failed {
            kind: kind.to_owned(),
            code: None,
            detail: detail.to_owned(),
            status: None,
            retry_after_ms: None,
            request_id: None,
        }
    }
}

impl From<Error> for AvaloError {
    fn from(error: Error) -> Self {
        let milliseconds = |wait: Duration| u64::try_from(wait.as_millis()).unwrap_or(u64::MAX);
        Self::Failed {
            kind: error.kind().as_str().to_owned(),
            code: error.code().map(|code| code.as_str().to_owned()),
            detail: error.detail().to_owned(),
            status: error.status(),
            retry_after_ms: error.retry_after().map(milliseconds),
            request_id: error.request_id().map(str::to_owned),
        }
    }
}
