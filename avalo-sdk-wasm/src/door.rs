//! The door itself: one client, and its calls.

use avalo_sdk::{Answer, AnswerBody, AvaloSdk, Error, RetryPolicy, session::SessionEvent};
use futures_util::future::{Either, select};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

use crate::{
    failure::failure,
    host::{Host, Work},
    machine::{duration, platform},
    pending::Pending,
    store::Store,
    transport::Fetch,
};

/// A client of the API, for callers that have no types.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Core {
    sdk: AvaloSdk,
    host: Host,
}

#[wasm_bindgen]
impl Core {
    /// Sets up a client of the API at `endpoint`. What is not given is as in Rust: a call may take
    /// 60,000 ms, is tried again 3 times, and 100 requests go in a minute.
    ///
    /// # Errors
    ///
    /// Throws a `config` error for an endpoint that cannot be one.
    #[wasm_bindgen(constructor)]
    pub fn new(
        host: Host,
        endpoint: &str,
        timeout_ms: Option<f64>,
        retries: Option<u32>,
        requests_per_minute: Option<u32>,
        allow_http: bool,
    ) -> Result<Core, JsValue> {
        let listener = host.clone();
        let mut builder = AvaloSdk::builder(endpoint)
            .platform(platform(&host))
            .transport(Fetch(host.clone()))
            .token_store(Store(host.clone()))
            .on_session(move |event| announce(&listener, event));
        if let Some(ms) = timeout_ms {
            builder = builder.timeout(duration(ms));
        }
        if let Some(max_retries) = retries {
            builder = builder.retry(RetryPolicy { max_retries, ..RetryPolicy::default() });
        }
        if let Some(requests) = requests_per_minute {
            builder = builder.requests_per_minute(requests);
        }
        if allow_http {
            builder = builder.dangerously_allow_http();
        }
        let sdk = builder.build().map_err(|error| failure(&host, &error))?;
        Ok(Self { sdk, host })
    }

    /// Calls an operation by its id with its parameters as JSON. Resolves to the answer's JSON, a
    /// string that is empty where the answer is; rejects with what the host makes of a failure.
    ///
    /// When `given_up` settles, the call ends and with it the exchange that is under way.
    pub fn call(
        &self,
        operation: String,
        params: String,
        timeout_ms: Option<f64>,
        idempotency_key: Option<String>,
        given_up: Option<Work>,
    ) -> Promise {
        let (sdk, host) = (self.sdk.clone(), self.host.clone());
        future_to_promise(async move {
            let call = sdk.call_untyped(&operation, &params, timeout_ms.map(duration), idempotency_key);
            let answer = match given_up {
                None => call.await,
                Some(given_up) => match select(Box::pin(call), Pending::from(given_up)).await {
                    Either::Left((answer, _)) => answer,
                    Either::Right(_) => Err(Error::cancelled()),
                },
            };
            answer.map(|answer| text(&answer)).map_err(|error| failure(&host, &error))
        })
    }

    /// The user who is signed in, if there is one.
    #[wasm_bindgen(getter, js_name = userId)]
    pub fn user_id(&self) -> Option<String> {
        self.sdk.user_id().map(|user| user.0)
    }

    /// Ends the session on this device at once, without the server.
    #[wasm_bindgen(js_name = signOut)]
    pub fn sign_out(&self) -> Promise {
        let sdk = self.sdk.clone();
        future_to_promise(async move {
            sdk.sign_out().await;
            Ok(JsValue::UNDEFINED)
        })
    }
}

/// The answer's text, from wherever it is.
fn text(answer: &Answer) -> JsValue {
    match &answer.body {
        AnswerBody::Held(held) => held.downcast_ref::<JsValue>().cloned().unwrap_or_default(),
        AnswerBody::Bytes(_) => str::from_utf8(answer.json()).unwrap_or_default().into(),
    }
}

fn announce(host: &Host, event: SessionEvent) {
    match event {
        SessionEvent::SignedIn(user) => host.session("signed_in", Some(user.0)),
        SessionEvent::Refreshed => host.session("refreshed", None),
        SessionEvent::SignedOut => host.session("signed_out", None),
        SessionEvent::Ended(code) => {
            host.session("ended", code.map(|code| code.as_str().to_owned()));
        }
        _ => {}
    }
}
