//! The door itself: one client, and its calls.

use std::{cell::RefCell, time::Duration};

use avalo_sdk::{Answer, AvaloSdk, RetryPolicy};

use crate::{abi, abi::Alone, machine::Machine, store::Store, tasks, transport::Fetch};

static SDK: Alone<RefCell<Option<AvaloSdk>>> = Alone::new(RefCell::new(None));

fn sdk() -> Option<AvaloSdk> {
    SDK.borrow().clone()
}

/// Sets up the client. An endpoint that cannot be one refuses call number 0, and no other call is to begin.
pub(crate) fn start(
    endpoint: &str,
    timeout: Option<Duration>,
    max_retries: Option<u32>,
    requests: Option<u32>,
    allow_http: bool,
) {
    let mut builder = AvaloSdk::builder(endpoint)
        .platform(Machine::platform())
        .transport(Fetch)
        .token_store(Store)
        .on_session_words(abi::say_session);
    if let Some(timeout) = timeout {
        builder = builder.timeout(timeout);
    }
    if let Some(max_retries) = max_retries {
        builder = builder.retry(RetryPolicy { max_retries, ..RetryPolicy::default() });
    }
    if let Some(requests) = requests {
        builder = builder.requests_per_minute(requests);
    }
    if allow_http {
        builder = builder.dangerously_allow_http();
    }
    match builder.build() {
        Ok(sdk) => drop(SDK.replace(Some(sdk))),
        Err(error) => abi::say_error(0, &error),
    }
}

/// Calls the operation of a row.
pub(crate) fn call(
    number: u32,
    row: &str,
    params: String,
    timeout: Option<Duration>,
    key: Option<String>,
    fresh: bool,
) {
    if let Some(sdk) = sdk() {
        tasks::begin(number, sdk.call_row(row, params, timeout, key, fresh));
    }
}

/// Begins the stream of a row. The host is given each event or the next words as a part, and at the end the
/// whole answer, or why there is none.
pub(crate) fn stream(number: u32, row: &str, params: &str, timeout: Option<Duration>, key: Option<String>) {
    if let Some(sdk) = sdk() {
        let part = move |text: &str| abi::say_part(number, text);
        tasks::begin(number, sdk.stream_row(row, params, timeout, key, part));
    }
}

/// Ends the session on this device.
pub(crate) fn sign_out(number: u32) {
    if let Some(sdk) = sdk() {
        tasks::begin(
            number,
            Box::pin(async move {
                sdk.sign_out().await;
                Ok(Answer::nothing())
            }),
        );
    }
}

/// The user who is signed in, if there is one.
pub(crate) fn user() -> Option<String> {
    Some(sdk()?.user_id()?.0)
}
