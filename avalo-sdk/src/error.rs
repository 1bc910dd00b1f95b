//! The one error that callers see, and how everything inside becomes one.

#[cfg(feature = "native")]
mod problem;

use std::{fmt, sync::Arc, time::Duration};

#[cfg(feature = "native")]
use crate::problem::Problem;
use crate::{
    engine::{
        json::Fields,
        text::{decimal, joined},
    },
    platform::{Millis, SECOND},
    problem::Code,
    transport::{Phase, TransportError},
};

/// Why a call failed.
///
/// Decide by [`kind`](Self::kind), or by [`code`](Self::code) where the server's word matters.
/// The text says what happened and what to do; it never holds a token, a body or a query.
#[derive(Clone)]
pub struct Error(Arc<Inner>);

#[derive(Clone)]
struct Inner {
    kind: ErrorKind,
    detail: String,
    refusal: Option<Arc<Refusal>>,
    retry_after: Option<Millis>,
    trail: Arc<Trail>,
    source: Option<TransportError>,
}

/// What the server answered in place of success. A browser does without the list of all codes.
struct Refusal {
    status: u16,
    /// Its code as it was written, if it sent a problem.
    code: Option<String>,
    request_id: Option<String>,
    #[cfg(feature = "native")]
    problem: Problem,
}

/// What sort of failure it is, the same in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request is wrong: a field, an identifier, a number. Sending it again will not help.
    Invalid,
    /// Nobody is signed in, or the session has ended.
    Unauthenticated,
    /// The caller may not do this.
    Forbidden,
    /// There is no such thing.
    NotFound,
    /// The current state does not allow this.
    Conflict,
    /// Too few tokens, or a payment was declined.
    Payment,
    /// Too many requests; [`retry_after`](Error::retry_after) says when there is room again.
    RateLimited,
    /// The server was not reached, or its answer was lost.
    Network,
    /// The time that the call was given is over.
    Timeout,
    /// The caller ended the call.
    Cancelled,
    /// The server failed.
    Server,
    /// The answer is not what the contract promises.
    Decode,
    /// The SDK was set up with something that cannot work.
    Config,
}

impl ErrorKind {
    /// The kind as one word in snake_case.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Invalid => "invalid",
            Self::Unauthenticated => "unauthenticated",
            Self::Forbidden => "forbidden",
            Self::NotFound => "not_found",
            Self::Conflict => "conflict",
            Self::Payment => "payment",
            Self::RateLimited => "rate_limited",
            Self::Network => "network",
            Self::Timeout => "timeout",
            Self::Cancelled => "cancelled",
            Self::Server => "server",
            Self::Decode => "decode",
            Self::Config => "config",
        }
    }

    /// The kind that goes with a status of 400 or more.
    pub(crate) const fn of_status(status: u16) -> Self {
        match status {
            401 => Self::Unauthenticated,
            402 => Self::Payment,
            403 | 451 => Self::Forbidden,
            404 | 410 => Self::NotFound,
            409 => Self::Conflict,
            429 => Self::RateLimited,
            400..=499 => Self::Invalid,
            500..=599 => Self::Server,
            // A redirect, or something that is not HTTP: tokens are never sent after either.
            _ => Self::Decode,
        }
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What was tried before a call failed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trail {
    /// How many requests were sent.
    pub attempts: u32,
    /// The waits between them.
    pub delays: Vec<Duration>,
    /// The request ids of the answers that came, oldest first.
    pub request_ids: Vec<String>,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, detail: impl Into<String>) -> Self {
        Self::of(Inner {
            kind,
            detail: detail.into(),
            refusal: None,
            retry_after: None,
            trail: Arc::default(),
            source: None,
        })
    }

    fn of(inner: Inner) -> Self {
        Self(Arc::new(inner))
    }

    pub(crate) fn invalid(detail: impl Into<String>) -> Self {
        Self::new(ErrorKind::Invalid, detail)
    }

    pub(crate) fn config(detail: impl Into<String>) -> Self {
        Self::new(ErrorKind::Config, detail)
    }

    /// The error of an answer that is no success. The status of the answer counts, whatever its text
    /// claims.
    pub(crate) fn from_answer(status: u16, text: &str, retry_after: Option<Millis>) -> Self {
        // Anything else is no problem of the contract, but a page of a proxy, for one.
        let fields = Fields::read(text).filter(|fields| {
            fields.text("code").is_some()
                && fields.whole("status").is_some()
                && fields.text("title").is_some()
        });
        let said = |name| fields.as_ref().and_then(|fields| fields.text(name));
        let hint = fields.as_ref().and_then(|fields| fields.whole("retryAfter"));
        let refusal = Refusal {
            status,
            code: said("code"),
            request_id: said("requestId"),
            #[cfg(feature = "native")]
            problem: problem::read(status, fields.as_ref()),
        };
        let without_a_word =
            || joined(&["the server answered ", &decimal(status.into()), " without saying why"]);
        Self::of(Inner {
            kind: ErrorKind::of_status(status),
            detail: said("detail").or_else(|| said("title")).unwrap_or_else(without_a_word),
            refusal: Some(Arc::new(refusal)),
            retry_after: retry_after.or(hint.map(|seconds| seconds * SECOND)),
            trail: Arc::default(),
            source: None,
        })
    }

    /// How long to wait at least before the next try, where that is known.
    pub fn retry_after(&self) -> Option<Duration> {
        self.hint().map(Duration::from_millis)
    }

    pub(crate) fn hint(&self) -> Option<Millis> {
        self.0.retry_after
    }

    /// What sort of failure it is.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The server's code, where the server answered with one that this version knows.
    pub fn code(&self) -> Option<Code> {
        self.code_name().map(Code::from_name).filter(|code| *code != Code::Unknown)
    }

    /// The server's code as it was written, also one that this version does not know.
    pub fn code_name(&self) -> Option<&str> {
        self.0.refusal.as_ref()?.code.as_deref()
    }

    /// The HTTP status, where there was an answer.
    pub fn status(&self) -> Option<u16> {
        Some(self.0.refusal.as_ref()?.status)
    }

    /// The server's whole problem, where there was an answer.
    #[cfg(feature = "native")]
    pub fn problem(&self) -> Option<&Problem> {
        Some(&self.0.refusal.as_ref()?.problem)
    }

    /// What happened, in a sentence.
    pub fn detail(&self) -> &str {
        &self.0.detail
    }

    /// The last request's id, for a question to the platform's support.
    pub fn request_id(&self) -> Option<&str> {
        let named = self.0.refusal.as_ref().and_then(|refusal| refusal.request_id.as_deref());
        named.or_else(|| self.0.trail.request_ids.last().map(String::as_str))
    }

    /// What was tried.
    pub fn trail(&self) -> &Trail {
        &self.0.trail
    }

    pub(crate) fn with_trail(&self, trail: Trail) -> Self {
        let trail = Arc::new(trail);
        self.changed(&mut |inner| inner.trail = Arc::clone(&trail))
    }

    pub(crate) fn with_retry_after(&self, wait: Millis) -> Self {
        self.changed(&mut |inner| inner.retry_after = Some(wait))
    }

    /// The same failure, called a time-out because no time was left to try again.
    pub(crate) fn out_of_time(&self) -> Self {
        self.changed(&mut |inner| {
            inner.kind = ErrorKind::Timeout;
            inner.detail = joined(&["no time left to try again after: ", &inner.detail]);
        })
    }

    fn changed(&self, change: &mut dyn FnMut(&mut Inner)) -> Self {
        let mut inner = Inner::clone(&self.0);
        change(&mut inner);
        Self::of(inner)
    }
}

impl From<TransportError> for Error {
    fn from(error: TransportError) -> Self {
        let (kind, what) = match error.phase {
            Phase::Build => (ErrorKind::Invalid, "the request cannot be sent: "),
            Phase::Setup => (ErrorKind::Config, ""),
            Phase::Connect => (ErrorKind::Network, "the server was not reached: "),
            Phase::Tls => (ErrorKind::Network, "there is no secure way to the server: "),
            Phase::Exchange => (ErrorKind::Network, "the answer was lost: "),
            Phase::TooLarge => (ErrorKind::Decode, ""),
        };
        let detail = joined(&[what, &error.detail]);
        Self::of(Inner {
            kind,
            detail,
            refusal: None,
            retry_after: None,
            trail: Arc::default(),
            source: Some(error),
        })
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.0.kind, self.0.detail)?;
        if let Some(refusal) = &self.0.refusal {
            write!(f, " ({}, HTTP {})", refusal.code.as_deref().unwrap_or("unknown"), refusal.status)?;
        }
        if self.0.trail.attempts > 1 {
            write!(f, ", after {} attempts", self.0.trail.attempts)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({self})")
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_ref().map(|source| source as _)
    }
}
