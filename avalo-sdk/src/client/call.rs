//! One call, tuned before it is awaited.

use std::{future::IntoFuture, time::Duration};

use super::AvaloSdk;
use crate::{
    engine::Options,
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

impl<O: Operation> IntoFuture for Call<O> {
    type Output = Result<O::Response, Error>;
    type IntoFuture = BoxFuture<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let params = serde_json::to_string(&self.request)
                .map_err(|error| Error::invalid(format!("{}: {error}", O::SPEC.id)))?;
            drop(self.request);
            let answer = self.sdk.engine.call(O::SPEC, &params, self.options).await?;
            serde_json::from_slice(answer.json()).map_err(|error| {
                let detail = format!("{}: the answer is not what the contract promises: {error}", O::SPEC.id);
                Error::new(ErrorKind::Decode, detail)
            })
        })
    }
}
