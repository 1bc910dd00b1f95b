//! What Swift and Kotlin need beside the contract: how a call is made, ended and how it fails.
//!
//! Each domain has its handle for them in its module `foreign`, from the same table as Rust's own.

mod cancel;
mod error;
mod stream;

use std::{panic::AssertUnwindSafe, pin::pin, sync::Arc, time::Duration};

use futures_util::{
    FutureExt,
    future::{Either, select},
};

pub use self::{
    cancel::CancelToken,
    error::AvaloError,
    stream::{
        EventSubscription, JsonPart, JsonStream, MessageSubscription, NotificationSubscription, ReplyPart,
        ReplyStream, Streamed,
    },
};
use crate::{AvaloSdk, ErrorKind, operation::Operation};

/// How one call differs from the others.
#[derive(Clone, Debug, Default, uniffi::Record)]
pub struct CallOptions {
    /// Gives the call so much time, in place of the client's default.
    #[uniffi(default = None)]
    pub timeout: Option<Duration>,
    /// A key of the caller's own, so that a repetition after a restart of the app is still the same
    /// request. 1 to 255 visible ASCII characters. Without effect on reads.
    #[uniffi(default = None)]
    pub idempotency_key: Option<String>,
}

/// A client with what goes for each call that is made with it.
#[derive(Clone, Debug)]
pub struct Caller {
    /// The client.
    pub sdk: AvaloSdk,
    /// How its calls differ from others.
    pub options: CallOptions,
    /// What ends them.
    pub cancel: Option<Arc<CancelToken>>,
}

impl Caller {
    /// Makes the call.
    ///
    /// # Errors
    ///
    /// What the operation fails with, or `cancelled` once the token is used.
    pub async fn call<O: Operation>(&self, request: O) -> Result<O::Response, AvaloError> {
        let mut call = self.sdk.call(request);
        if let Some(timeout) = self.options.timeout {
            call = call.timeout(timeout);
        }
        if let Some(key) = &self.options.idempotency_key {
            call = call.idempotency_key(key);
        }
        self.until_cancelled(async { Ok(call.await?) }).await
    }

    /// As [`call`](Self::call), by the operation's id and with JSON.
    ///
    /// # Errors
    ///
    /// As [`call`](Self::call), and `invalid` for an id that is not in the contract and for text that is
    /// no JSON object.
    pub async fn call_json(&self, operation: &str, params: &str) -> Result<String, AvaloError> {
        let CallOptions { timeout, idempotency_key } = self.options.clone();
        self.until_cancelled(async {
            break_on_demand(operation);
            let answer = self.sdk.call_untyped(operation, params, timeout, idempotency_key).await?;
            String::from_utf8(answer.json().to_vec())
                .map_err(|_| AvaloError::of(ErrorKind::Decode, "the answer is not UTF-8"))
        })
        .await
    }

    async fn until_cancelled<T>(
        &self,
        call: impl Future<Output = Result<T, AvaloError>>,
    ) -> Result<T, AvaloError> {
        // A defect of the engine is the failure of this one call. What it held is closed or given back as it unwinds.
        let call = AssertUnwindSafe(call)
            .catch_unwind()
            .map(|came| came.unwrap_or_else(|_| Err(AvaloError::defect())));
        let Some(cancel) = &self.cancel else { return call.await };
        // The token comes first: of a call whose token is used already, nothing is sent.
        match select(pin!(cancel.used()), pin!(call)).await {
            Either::Left(((), _)) => Err(AvaloError::of(ErrorKind::Cancelled, "the caller ended the call")),
            Either::Right((answer, _)) => answer,
        }
    }
}

/// What a caller is told of a defect of the engine, in every language.
pub const DEFECT: &str = "the engine broke in this call";

/// Panics at the operation `test.panic` as a defect of the engine would, so that tests in every language see what a
/// caller gets of one. No optimised build does.
pub fn break_on_demand(operation: &str) {
    assert!(!cfg!(debug_assertions) || operation != "test.panic", "a defect on demand");
}
