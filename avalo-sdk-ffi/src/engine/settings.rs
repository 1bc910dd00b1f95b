//! What JavaScript says of an engine and of a call, read.

use std::{sync::Arc, time::Duration};

use avalo_sdk::{AvaloSdk, RetryPolicy};
use serde::{Deserialize, de::DeserializeOwned};

use super::{
    ear::{self, Ear},
    works::Works,
};

/// How an engine is set up. What is left out is as in Rust.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Settings {
    endpoint: String,
    /// In milliseconds.
    timeout: Option<f64>,
    retry_attempts: Option<u32>,
    requests_per_minute: Option<u32>,
    dangerously_allow_http: bool,
}

/// How a call differs from the others.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Options {
    /// In milliseconds.
    pub(super) timeout: Option<f64>,
    pub(super) key: Option<String>,
    pub(super) fresh: bool,
}

/// What a JSON object says, or a refusal.
fn read<T: DeserializeOwned>(json: &str) -> Result<T, String> {
    serde_json::from_str(json).map_err(|error| ear::plain("invalid", &format!("no options: {error}")))
}

/// A time in milliseconds; one that no clock can show is the client's own.
pub(super) fn time(milliseconds: Option<f64>) -> Option<Duration> {
    Duration::try_from_secs_f64(milliseconds? / 1_000.0).ok()
}

impl Options {
    pub(super) fn read(json: &str) -> Result<Self, String> {
        read(json)
    }
}

impl Settings {
    pub(super) fn read(json: &str) -> Result<Self, String> {
        read(json)
    }

    /// The client that these settings make, with the session kept by JavaScript.
    pub(super) fn build(self, ear: &Arc<Ear>, works: &Arc<Works>) -> Result<AvaloSdk, String> {
        let ear = Arc::clone(ear);
        let mut builder = AvaloSdk::builder(self.endpoint)
            .token_store(works.store())
            .on_session_words(move |event, detail| ear.session(event, detail));
        if let Some(timeout) = time(self.timeout) {
            builder = builder.timeout(timeout);
        }
        if let Some(max_retries) = self.retry_attempts {
            builder = builder.retry(RetryPolicy { max_retries, ..RetryPolicy::default() });
        }
        if let Some(requests) = self.requests_per_minute {
            builder = builder.requests_per_minute(requests);
        }
        if self.dangerously_allow_http {
            builder = builder.dangerously_allow_http();
        }
        builder.build().map_err(|error| ear::refusal(&error))
    }
}
