//! One call, tuned before it is awaited.

use std::{future::IntoFuture, time::Duration};

use super::AvaloSdk;
use crate::{
    engine::{Options, text::all},
    error::{Error, ErrorKind},
    operation::Operation,
    platform::BoxFuture,
};

/// A call that is sent when it is awaited. Dropping what awaits it cancels it.
#[must_use = "a call is sent when it is awaited"]
pub struct Call<O: Operation> {
    sdk: AvaloSdk,
    request: O,
    options: Options,
}

impl<O: Operation> Call<O> {
    pub(crate) fn new(sdk: AvaloSdk, request: O) -> Self {
        Self { sdk, request, options: Options::default() }
    }

    pub(super) fn with(self, options: Options) -> Self {
        Self { options, ..self }
    }

    /// Gives the call so much time, waits and retries included, in place of the client's default.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.options.timeout = Some(timeout);
        self
    }

    /// Uses a key of the caller's own, so that a repetition after a restart of the program is still
    /// the same request. 1 to 255 visible ASCII characters. Without effect on reads.
    pub fn idempotency_key(mut self, key: impl Into<String>) -> Self {
        self.options.idempotency_key = Some(key.into());
        self
    }

    /// Asks the server even if a cached answer would do.
    pub fn fresh(mut self) -> Self {
        self.options.fresh = true;
        self
    }
}

impl Options {
    /// Refuses what no request can carry, before anything is sent.
    pub(crate) fn check(&self) -> Result<(), Error> {
        self.idempotency_key.as_deref().map_or(Ok(()), check_key)
    }
}

/// Refuses a key that is not 1 to 255 visible ASCII characters: servers drop or trim others, and a
/// request without its key is carried out twice.
fn check_key(key: &str) -> Result<(), Error> {
    let visible = all(key, &|byte| byte.is_ascii_graphic());
    if visible && (1..=255).contains(&key.len()) {
        return Ok(());
    }
    // The key itself stays out of the text: it may be something that the caller holds secret.
    Err(Error::invalid("an idempotency key has 1 to 255 visible ASCII characters"))
}

impl<O: Operation> IntoFuture for Call<O> {
    type Output = Result<O::Response, Error>;
    type IntoFuture = BoxFuture<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let params = serde_json::to_string(&self.request)
                .map_err(|error| Error::invalid(format!("{}: {error}", O::SPEC.id)))?;
            drop(self.request);
            self.options.check()?;
            let answer = self.sdk.engine.call(O::SPEC, &params, self.options).await?;
            serde_json::from_slice(answer.json()).map_err(|error| {
                let detail = format!("{}: the answer is not what the contract promises: {error}", O::SPEC.id);
                Error::new(ErrorKind::Decode, detail)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_1_to_255_visible_ascii_characters() {
        for good in ["k", "!~", "tip:2026-01-01/7", &"k".repeat(255)] {
            check_key(good).expect(good);
        }
        for bad in ["", "é", "a\nb", "a b", "\u{7f}", &"k".repeat(256)] {
            let error = check_key(bad).expect_err(bad);
            assert_eq!(error.kind(), ErrorKind::Invalid, "{bad:?}");
        }
    }
}
