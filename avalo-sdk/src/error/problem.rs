//! The whole problem that an answer tells of, for callers in Rust.

use crate::{
    engine::json::Fields,
    problem::{Code, Problem},
};

/// The problem in an answer of this status; without fields it is one that says nothing.
pub(super) fn read(status: u16, fields: Option<&Fields<'_>>) -> Problem {
    let text = |name| fields.and_then(|fields| fields.text(name));
    let errors = fields.and_then(|fields| fields.fields("errors"));
    let retry_after = fields.and_then(|fields| fields.whole("retryAfter"));
    Problem {
        code: text("code").map_or(Code::Unknown, |code| Code::from_name(&code)),
        status,
        title: text("title").unwrap_or_default(),
        detail: text("detail"),
        request_id: text("requestId"),
        retry_after: retry_after.and_then(|seconds| seconds.try_into().ok()),
        errors: errors.map(|errors| {
            errors.into_iter().filter_map(|field| Some((field.name, field.value.text()?))).collect()
        }),
        challenge_id: text("challengeId"),
    }
}
