//! The door itself: one client, and its calls.

use std::{fmt, rc::Rc};

use avalo_sdk::{Answer, AvaloSdk, RetryPolicy};
use wasm_bindgen::prelude::*;

use crate::{
    host::Host,
    machine::{duration, platform},
    store::Store,
    tasks::{Tasks, refuse},
    transport::Fetch,
    work::Bench,
};

/// A client of the API, for callers that have no types.
#[wasm_bindgen]
pub struct Core {
    sdk: Option<AvaloSdk>,
    bench: Rc<Bench>,
    tasks: Rc<Tasks>,
}

#[wasm_bindgen]
impl Core {
    /// Sets up a client of the API at `endpoint`. What is not given is as in Rust: a call may take
    /// 90,000 ms, is tried again 3 times, and 100 requests go in a minute.
    ///
    /// An endpoint that cannot be one refuses call number 0, and every other call.
    #[wasm_bindgen(constructor)]
    pub fn new(
        host: Host,
        endpoint: &str,
        timeout_ms: Option<f64>,
        retries: Option<u32>,
        requests_per_minute: Option<u32>,
        allow_http: bool,
    ) -> Self {
        let bench = Bench::new(host);
        let tasks = Tasks::new(&bench);
        let listener = Rc::clone(&bench);
        let mut builder = AvaloSdk::builder(endpoint)
            .platform(platform(&bench, &tasks))
            .transport(Fetch(Rc::clone(&bench)))
            .token_store(Store(Rc::clone(&bench)))
            .on_session_words(move |event, detail| listener.host.session(event, detail));
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
        let sdk = builder.build().map_err(|error| refuse(&bench.host, 0, &error)).ok();
        Self { sdk, bench, tasks }
    }

    /// Calls the operation of a row with its parameters as JSON. The host is told what came of the
    /// call of this number, 1 or more.
    pub fn call(
        &self,
        number: u32,
        row: &str,
        params: String,
        timeout_ms: Option<f64>,
        idempotency_key: Option<String>,
    ) {
        if let Some(sdk) = &self.sdk {
            let call = sdk.call_row(row, params, timeout_ms.map(duration), idempotency_key);
            self.tasks.begin(number, call);
        }
    }

    /// Begins the stream of a row that takes no parameters.
    pub fn listen(&self, number: u32, row: &str) {
        self.stream(number, row, "", None, None);
    }

    /// Begins the stream of a row. The host is given each event or the next words as a part, and at the end the
    /// whole answer, or why there is none.
    pub fn stream(
        &self,
        number: u32,
        row: &str,
        params: &str,
        timeout_ms: Option<f64>,
        idempotency_key: Option<String>,
    ) {
        if let Some(sdk) = &self.sdk {
            let timeout = timeout_ms.map(duration);
            let bench = Rc::clone(&self.bench);
            let part = move |text: &str| bench.host.part(number, text);
            self.tasks.begin(number, sdk.stream_row(row, params, timeout, idempotency_key, part));
        }
    }

    /// Ends the session on this device at once, without the server, as the call of this number.
    #[wasm_bindgen(js_name = signOut)]
    pub fn sign_out(&self, number: u32) {
        if let Some(sdk) = self.sdk.clone() {
            self.tasks.begin(
                number,
                Box::pin(async move {
                    sdk.sign_out().await;
                    Ok(Answer::nothing())
                }),
            );
        }
    }

    /// Gives a call up, and with it the exchange that is under way. The host hears no more of it.
    #[wasm_bindgen(js_name = giveUp)]
    pub fn give_up(&self, number: u32) {
        self.tasks.end(number);
    }

    /// Says what became of a piece of the host's work.
    pub fn settle(&self, work: u32, done: bool, value: JsValue) {
        self.bench.settle(work, if done { Ok(value) } else { Err(value) });
        self.tasks.go_on();
    }

    /// The user who is signed in, if there is one.
    #[wasm_bindgen(getter, js_name = userId)]
    pub fn user_id(&self) -> Option<String> {
        Some(self.sdk.as_ref()?.user_id()?.0)
    }
}

impl fmt::Debug for Core {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Core")
    }
}
