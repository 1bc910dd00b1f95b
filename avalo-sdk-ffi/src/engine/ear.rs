//! The lines that a listener hears.

use std::sync::{Arc, Mutex, PoisonError};

use avalo_sdk::Error;
use serde::Serialize;

use super::EngineListener;

/// Who hears, and what was told last of who is signed in.
pub(super) struct Ear {
    listener: Arc<dyn EngineListener>,
    user: Mutex<Option<String>>,
}

/// Why there is no answer, as `AvaloError` of JavaScript is made.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Refusal<'a> {
    kind: &'a str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status_code: Option<u16>,
    /// In seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    retry_after: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    request_id: Option<&'a str>,
}

impl Ear {
    pub(super) fn new(listener: Arc<dyn EngineListener>) -> Self {
        Self { listener, user: Mutex::default() }
    }

    /// Says a word about a number, with text if there is some.
    pub(super) fn say(&self, word: &str, number: u32, text: Option<&str>) {
        let number = number.to_string();
        let line = match text {
            Some(text) => [word, " ", &number, " ", text].concat(),
            None => [word, " ", &number].concat(),
        };
        self.listener.hear(line);
    }

    pub(super) fn part(&self, call: u32, text: &str) {
        self.say("part", call, Some(text));
    }

    /// Gives a call its answer, which is no text if it is not UTF-8.
    pub(super) fn answer(&self, call: u32, text: Option<&str>) {
        match text {
            Some(text) => self.say("answer", call, Some(text)),
            None => self.refuse_for(call, "decode", "the answer is not UTF-8"),
        }
    }

    pub(super) fn refuse(&self, call: u32, error: &Error) {
        self.say("refuse", call, Some(&refusal(error)));
    }

    /// Refuses a call for a reason of the bridge's own.
    pub(super) fn refuse_for(&self, call: u32, kind: &str, message: &str) {
        self.say("refuse", call, Some(&plain(kind, message)));
    }

    /// Tells who is signed in, unless that was told last.
    pub(super) fn user(&self, user: Option<&str>) {
        let mut told = self.user.lock().unwrap_or_else(PoisonError::into_inner);
        if told.as_deref() == user {
            return;
        }
        *told = user.map(str::to_owned);
        drop(told);
        self.say("user", 0, user);
    }

    /// Tells what happened to the session, and to whom.
    pub(super) fn session(&self, event: &str, detail: Option<&str>) {
        match event {
            "signed_in" => self.user(detail),
            "signed_out" | "ended" => self.user(None),
            _ => {}
        }
        let text = detail.map(|detail| [event, " ", detail].concat());
        self.say("session", 0, Some(text.as_deref().unwrap_or(event)));
    }
}

/// An error as JSON.
pub(super) fn refusal(error: &Error) -> String {
    json(&Refusal {
        kind: error.kind().as_str(),
        message: error.detail(),
        code: error.code_name(),
        status_code: error.status(),
        retry_after: error.retry_after().map(|wait| wait.as_secs_f64()),
        request_id: error.request_id(),
    })
}

/// An error of the bridge's own as JSON.
pub(super) fn plain(kind: &str, message: &str) -> String {
    json(&Refusal { kind, message, code: None, status_code: None, retry_after: None, request_id: None })
}

fn json(refusal: &Refusal<'_>) -> String {
    // A record of text and numbers always is.
    serde_json::to_string(refusal).unwrap_or_default()
}
